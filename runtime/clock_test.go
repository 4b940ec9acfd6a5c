package runtime_test

import (
	"strings"
	"testing"
	"time"

	"github.com/gonode/gonode/eventloop"
	"github.com/gonode/gonode/runtime"
)

// TestWithClock: a day passes for the script and none for the test, and every
// clock that a script can read goes by the one it was given.
func TestWithClock(t *testing.T) {
	var out strings.Builder
	clock := eventloop.NewManualClock(time.Date(2031, 5, 6, 7, 8, 9, 0, time.UTC))
	rt := newRuntime(t, runtime.WithClock(clock), runtime.WithStdio(nil, &out, nil))
	ctx := deadline(t)
	ran := make(chan error, 1)
	go func() {
		_, err := rt.RunString(ctx, "x.js", `
			const show = (what) => console.log(what, new Date().toISOString(), Date.now() - start,
				performance.now(), process.uptime(), process.hrtime(began), process.hrtime.bigint() - first);
			const start = Date.now(), began = process.hrtime(), first = process.hrtime.bigint();
			show('start');
			setTimeout(show, 24 * 3600 * 1000, 'day');
			setTimeout(show, 1000, 'second');
		`)
		ran <- err
	}()
	for range 2 {
		at, err := clock.NextAlarm(ctx)
		if err != nil {
			t.Fatal(err)
		}
		clock.AdvanceTo(at)
	}
	if err := <-ran; err != nil {
		t.Fatal(err)
	}
	expect(t, "output", out.String(), strings.Join([]string{
		"start 2031-05-06T07:08:09.000Z 0 0 0 [ 0, 0 ] 0n",
		"second 2031-05-06T07:08:10.000Z 1000 1000 1 [ 1, 0 ] 1000000000n",
		"day 2031-05-07T07:08:09.000Z 86400000 86400000 86400 [ 86400, 0 ] 86400000000000n", "",
	}, "\n"))
}
