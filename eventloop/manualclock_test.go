package eventloop

import (
	"context"
	"errors"
	"testing"
	"time"
)

func TestManualClock(t *testing.T) {
	begin := time.Unix(1000, 0)
	clock := NewManualClock(begin)
	var j journal
	cancelled := clock.SetAlarm(begin.Add(2*time.Second), j.adds("cancelled"))
	clock.SetAlarm(begin.Add(3*time.Second), j.adds("three"))
	clock.SetAlarm(begin.Add(time.Second), j.adds("one"))
	clock.SetAlarm(begin, j.adds("now"))
	j.expect(t, "now")
	cancelled()
	cancelled()
	clock.Advance(999 * time.Millisecond)
	j.expect(t, "")
	if at, err := clock.NextAlarm(t.Context()); err != nil || !at.Equal(begin.Add(time.Second)) {
		t.Errorf("NextAlarm = %v, %v", at, err)
	}
	clock.Advance(5 * time.Second)
	j.expect(t, "one three")
	clock.AdvanceTo(begin)
	if got := clock.Now().Sub(begin); got != 5999*time.Millisecond {
		t.Errorf("%v have passed", got)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := clock.NextAlarm(ctx); !errors.Is(err, context.Canceled) {
		t.Errorf("NextAlarm without an alarm: %v, want context.Canceled", err)
	}
}

// A loop that goes by a manual clock sleeps until the clock says so, and other
// events wake it in between.
func TestLoopOnManualClock(t *testing.T) {
	forEachMode(t, func(t *testing.T, mode WaitMode) {
		clock := NewManualClock(time.Unix(0, 0))
		l := newLoop(t, WithWaitMode(mode), WithClock(clock))
		fired := make(chan time.Time, 10)
		for _, delay := range []int64{1000, 5000} {
			l.NewTimer(func() { fired <- clock.Now() }).Start(delay, false)
		}
		done := start(l, t.Context())
		advance := func(want time.Time) {
			t.Helper()
			at, err := clock.NextAlarm(t.Context())
			if err != nil || !at.Equal(want) {
				t.Fatalf("NextAlarm = %v, %v; want %v", at, err, want)
			}
			clock.AdvanceTo(at)
		}
		advance(time.Unix(1, 0))
		if at := await(t, fired); !at.Equal(time.Unix(1, 0)) {
			t.Errorf("first timer fired at %v", at)
		}
		posted := make(chan struct{})
		l.Post(func() { close(posted) })
		await(t, posted)
		advance(time.Unix(5, 0))
		if at := await(t, fired); !at.Equal(time.Unix(5, 0)) {
			t.Errorf("second timer fired at %v", at)
		}
		if err := await(t, done); err != nil {
			t.Error(err)
		}
	})
}

// The system's clock rings alarms as well, for those who wrap it.
func TestSystemClock(t *testing.T) {
	l := newLoop(t)
	clock := l.Clock()
	rang := make(chan struct{})
	begin := clock.Now()
	clock.SetAlarm(begin.Add(2*time.Millisecond), func() { close(rang) })
	await(t, rang)
	if passed := clock.Now().Sub(begin); passed < 2*time.Millisecond {
		t.Errorf("the alarm rang after %v", passed)
	}
	clock.SetAlarm(begin.Add(time.Hour), func() { t.Error("a cancelled alarm rang") })()
}
