package eventloop

import (
	"context"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"go.uber.org/goleak"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

// waitModes are all the ways to wait on this platform, some of which may be
// the same.
var waitModes = map[string]WaitMode{
	"netpoll":  WaitNetpoll,
	"blocking": WaitBlocking,
	"channel":  WaitChannel,
}

// forEachMode runs a test under every WaitMode, with all processors and with
// only one.
func forEachMode(t *testing.T, test func(t *testing.T, mode WaitMode)) {
	for name, mode := range waitModes {
		t.Run(name, func(t *testing.T) { test(t, mode) })
		t.Run(name+" on one processor", func(t *testing.T) {
			defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
			test(t, mode)
		})
	}
}

// newLoop makes a loop that is closed at the end of the test.
func newLoop(t testing.TB, opts ...Option) *Loop {
	t.Helper()
	l, err := New(opts...)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := l.Close(); err != nil {
			t.Errorf("Close: %v", err)
		}
	})
	return l
}

// run runs the loop until it is empty.
func run(t testing.TB, l *Loop) {
	t.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), 30*time.Second)
	defer cancel()
	if err := l.Run(ctx); err != nil {
		t.Fatalf("Run: %v", err)
	}
}

// start runs the loop on a goroutine of its own; the result of Run arrives on
// the channel.
func start(l *Loop, ctx context.Context) <-chan error {
	done := make(chan error, 1)
	go func() { done <- l.Run(ctx) }()
	return done
}

// await returns what arrives on the channel.
func await[T any](t testing.TB, ch <-chan T) T {
	t.Helper()
	select {
	case v := <-ch:
		return v
	case <-time.After(30 * time.Second):
		t.Fatal("nothing happened")
		panic("unreachable")
	}
}

// jumpClock is a clock for loops that only wait for timers: instead of letting
// them wait, it jumps to the alarm, in whole milliseconds as epoll_wait does.
type jumpClock struct {
	now   time.Time
	waits []time.Duration // how long each wait would have been
}

var _ Clock = (*jumpClock)(nil)

func newJumpClock() *jumpClock {
	return &jumpClock{now: time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)}
}

func (c *jumpClock) Now() time.Time { return c.now }

func (c *jumpClock) SetAlarm(at time.Time, ring func()) (cancel func()) {
	c.waits = append(c.waits, at.Sub(c.now))
	if d := at.Sub(c.now); d > 0 {
		c.now = c.now.Add((d + time.Millisecond - 1).Truncate(time.Millisecond))
	}
	ring()
	return func() {}
}

// busy lets time pass inside a callback.
func (c *jumpClock) busy(ms int) { c.now = c.now.Add(time.Duration(ms) * time.Millisecond) }

// journal notes what happens in a test.
type journal struct{ entries []string }

func (j *journal) add(entry string) { j.entries = append(j.entries, entry) }

// adds returns a callback that adds entry and then does what follows.
func (j *journal) adds(entry string, then ...func()) func() {
	return func() {
		j.add(entry)
		for _, fn := range then {
			fn()
		}
	}
}

// expect checks the entries, separated by spaces, and begins anew.
func (j *journal) expect(t testing.TB, want string) {
	t.Helper()
	if !slices.Equal(j.entries, strings.Fields(want)) {
		t.Errorf("got  %s\nwant %s", strings.Join(j.entries, " "), want)
	}
	j.entries = nil
}
