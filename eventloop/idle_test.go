package eventloop

import (
	"context"
	"testing"
	"time"
)

// A loop that waits for a timer sleeps once, however time goes by.
func TestIdleSecond(t *testing.T) {
	forEachMode(t, func(t *testing.T, mode WaitMode) {
		clock := NewManualClock(time.Unix(0, 0))
		l := newLoop(t, WithWaitMode(mode), WithClock(clock))
		sleeper := &countingWaiter{waiter: l.waiter}
		l.waiter = sleeper
		fired := false
		l.NewTimer(func() { fired = true }).Start(1000, false)
		done := start(l, t.Context())
		at, err := clock.NextAlarm(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		for range 999 {
			clock.Advance(time.Millisecond)
		}
		clock.AdvanceTo(at)
		if err := await(t, done); err != nil {
			t.Fatal(err)
		}
		if !fired || sleeper.sleeps != 1 {
			t.Errorf("fired %t after %d sleeps, want true after 1", fired, sleeper.sleeps)
		}
	})
}

// A loop with no timer at all sleeps until something happens, also after it
// has slept until a deadline.
func TestIdleWithoutDeadline(t *testing.T) {
	forEachMode(t, func(t *testing.T, mode WaitMode) {
		l := newLoop(t, WithWaitMode(mode))
		sleeper := &countingWaiter{waiter: l.waiter}
		l.waiter = sleeper
		release := l.Hold()
		fired := make(chan struct{})
		l.NewTimer(func() { close(fired) }).Start(1, false)
		done := start(l, context.Background())
		await(t, fired)
		// Long enough for a loop that spins to be found out.
		time.Sleep(20 * time.Millisecond)
		l.Post(release)
		if err := await(t, done); err != nil {
			t.Fatal(err)
		}
		if sleeper.sleeps > 6 {
			t.Errorf("%d sleeps", sleeper.sleeps)
		}
	})
}

// A sleep that is under way when an earlier timer is started becomes shorter,
// and the next one longer again.
func TestDeadlineChanges(t *testing.T) {
	forEachMode(t, func(t *testing.T, mode WaitMode) {
		l := newLoop(t, WithWaitMode(mode))
		hour := l.NewTimer(func() { t.Error("an hour has passed") })
		hour.Start(time.Hour.Milliseconds(), false)
		done := start(l, context.Background())
		for range 5 {
			fired := make(chan struct{})
			l.Post(func() { l.NewTimer(func() { close(fired) }).Start(2, false) })
			await(t, fired)
		}
		l.Post(hour.Stop)
		if err := await(t, done); err != nil {
			t.Fatal(err)
		}
	})
}

// Stop leaves nothing behind that would cut the next wait short.
func TestStopDoesNotHurryTheNextRun(t *testing.T) {
	tests := map[string]func(l *Loop){
		"stopped while not running": func(l *Loop) { l.Stop() },
		"run was stopped": func(l *Loop) {
			l.NewImmediate(l.Stop)
			if err := l.Run(context.Background()); err != nil {
				panic(err)
			}
		},
	}
	for name, stop := range tests {
		t.Run(name, func(t *testing.T) {
			b := newLab(t)
			stop(b.Loop)
			b.timer("timer", 5)
			b.NewImmediate(b.note("immediate")).Unref()
			run(t, b.Loop)
			b.expect(t, "immediate@5 timer@5")
		})
	}
}
