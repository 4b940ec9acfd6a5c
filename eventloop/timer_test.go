package eventloop

import (
	"context"
	"fmt"
	"math"
	"testing"
	"time"
)

func TestDelay(t *testing.T) {
	tests := []struct {
		ms   float64
		want int64
	}{
		{0, 1}, {-5, 1}, {0.9, 1}, {1, 1}, {1.9, 1}, {2, 2}, {10.5, 10},
		{MaxDelay, MaxDelay}, {MaxDelay + 0.5, 1}, {MaxDelay + 1, 1},
		{math.NaN(), 1}, {math.Inf(1), 1}, {math.Inf(-1), 1},
	}
	for _, tt := range tests {
		if got := Delay(tt.ms); got != tt.want {
			t.Errorf("Delay(%v) = %d, want %d", tt.ms, got, tt.want)
		}
	}
}

func TestStartClampsDelay(t *testing.T) {
	l := newLoop(t, WithClock(newJumpClock()))
	tm := l.NewTimer(func() {})
	for delay, want := range map[int64]int64{
		-1: 1, 0: 1, 1: 1, 50: 50, MaxDelay: MaxDelay, MaxDelay + 1: 1, math.MaxInt64: 1, math.MinInt64: 1,
	} {
		tm.Start(delay, false)
		if tm.Due() != want {
			t.Errorf("Start(%d): due after %d ms, want %d", delay, tm.Due(), want)
		}
	}
}

// lab is a loop on a jumpClock with a journal that notes the time too.
type lab struct {
	*Loop
	clock *jumpClock
	journal
}

func newLab(t *testing.T) *lab {
	clock := newJumpClock()
	return &lab{Loop: newLoop(t, WithClock(clock)), clock: clock}
}

// note returns a callback that notes name and the time.
func (b *lab) note(name string, then ...func()) func() {
	return func() {
		b.add(fmt.Sprintf("%s@%d", name, b.clock.now.Sub(b.epoch).Milliseconds()))
		for _, fn := range then {
			fn()
		}
	}
}

func (b *lab) timer(name string, delay int64, then ...func()) *Timer {
	tm := b.NewTimer(b.note(name, then...))
	tm.Start(delay, false)
	return tm
}

// TestTimerRules has one case for each rule. Whole programs, compared with
// Node, are in TestTranscripts.
func TestTimerRules(t *testing.T) {
	tests := []struct {
		name string
		do   func(b *lab)
		want string
	}{
		{"equal delays in the order of their start", func(b *lab) {
			b.timer("a", 5)
			b.timer("b", 5)
			b.clock.busy(2)
			b.timer("c", 5)
		}, "a@5 b@5 c@7"},
		{"different delays by their lists", func(b *lab) {
			b.timer("10a", 10)
			b.timer("5a", 5)
			b.clock.busy(3)
			b.timer("10b", 10)
			b.timer("5b", 5)
			b.timer("1", 1)
			b.timer("2", 2)
			b.clock.busy(40)
		}, "1@43 5a@43 5b@43 2@43 10a@43 10b@43"},
		{"lists of equal expiry by age", func(b *lab) {
			b.timer("5", 5)
			b.clock.busy(2)
			b.timer("3", 3)
			b.clock.busy(2)
			b.timer("1", 1)
		}, "5@5 3@5 1@5"},
		{"time that passes in a pass makes no timer due in it", func(b *lab) {
			b.timer("a", 10, func() {
				b.NewImmediate(b.note("immediate"))
				b.clock.busy(30)
			})
			b.clock.busy(5)
			b.timer("same delay", 10)
			b.timer("other delay", 20)
		}, "a@10 immediate@40 same delay@40 other delay@40"},
		{"a timer started by a timer is for a later pass", func(b *lab) {
			b.timer("a", 5, func() {
				b.timer("a2", 5)
				b.clock.busy(8)
			})
			b.timer("b", 6, func() { b.NewImmediate(b.note("immediate")) })
			b.clock.busy(10)
		}, "a@10 b@18 immediate@18 a2@18"},
		{"stop", func(b *lab) {
			var second *Timer
			b.timer("first", 5, func() { second.Stop() })
			second = b.timer("second", 5)
			b.timer("third", 5)
			fourth := b.timer("fourth", 3)
			fourth.Stop()
			fourth.Refresh() // has nothing to go by any more
		}, "first@5 third@5"},
		{"start again", func(b *lab) {
			a := b.timer("a", 5)
			b.timer("b", 5)
			a.Start(5, false)
			b.timer("c", 5)
			a.Start(9, false)
		}, "b@5 c@5 a@9"},
		{"refresh moves behind those of equal delay", func(b *lab) {
			a := b.timer("a", 5)
			b.timer("b", 5)
			a.Refresh()
		}, "b@5 a@5"},
		{"refresh starts the delay over", func(b *lab) {
			a := b.timer("a", 5)
			b.timer("b", 3, a.Refresh)
		}, "b@3 a@8"},
		{"refresh after firing", func(b *lab) {
			a := b.timer("a", 5)
			b.timer("b", 8, a.Refresh)
		}, "a@5 b@8 a@13"},
		{"refresh in the callback", func(b *lab) {
			var a *Timer
			n := 0
			a = b.timer("a", 5, func() {
				if n++; n < 3 {
					a.Refresh()
				}
			})
		}, "a@5 a@10 a@15"},
		{"a list that lost its only timer goes", func(b *lab) {
			b.timer("stopped", 5).Stop()
			b.clock.busy(6)
			b.timer("7", 7)
			b.clock.busy(4)
			b.timer("5", 5)
			b.clock.busy(10)
		}, "7@20 5@20"},
		{"an unreferenced one leaves its list in place", func(b *lab) {
			stopped := b.timer("stopped", 5)
			stopped.Unref()
			stopped.Stop()
			b.clock.busy(6)
			b.timer("7", 7)
			b.clock.busy(4)
			b.timer("5", 5)
			b.clock.busy(10)
		}, "5@20 7@20"},
		{"a list that is emptied in its own callback begins anew", func(b *lab) {
			var second *Timer
			b.timer("first", 5, func() {
				second.Stop()
				b.timer("5", 5)
				b.clock.busy(1)
				b.timer("4", 4)
				b.clock.busy(9)
			})
			second = b.timer("second", 5)
		}, "first@5 5@15 4@15"},
		{"start from a time in the past", func(b *lab) {
			b.clock.busy(10)
			b.NewTimer(b.note("a")).StartFrom(4, 8)
			b.NewTimer(b.note("b")).StartFrom(4, 2)
		}, "b@10 a@12"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			b := newLab(t)
			tt.do(b)
			run(t, b.Loop)
			if got := fmt.Sprint(b.entries); got != "["+tt.want+"]" {
				t.Errorf("got %s, want [%s]", got, tt.want)
			}
			if b.Alive() || len(b.timers.heap) > 0 || len(b.timers.lists) != b.timers.idle {
				t.Error("something is left")
			}
		})
	}
}

func TestIntervals(t *testing.T) {
	tests := []struct {
		name string
		busy int                            // how long the callback takes
		do   func(b *lab, n int, tm *Timer) // in the nth callback
		want string
	}{
		{"period", 0, func(*lab, int, *Timer) {}, "a@10 a@20 a@30"},
		{"a callback's time is part of the period", 7, func(*lab, int, *Timer) {}, "a@10 a@20 a@30"},
		{"a callback longer than the period", 15, func(*lab, int, *Timer) {}, "a@10 a@25 a@40"},
		{"stop in the callback", 0, func(_ *lab, n int, tm *Timer) {
			if n == 2 {
				tm.Stop()
			}
		}, "a@10 a@20"},
		{"refresh in the callback changes nothing", 3, func(_ *lab, _ int, tm *Timer) { tm.Refresh() },
			"a@10 a@20 a@30"},
		{"another delay from the callback on", 0, func(_ *lab, n int, tm *Timer) {
			if n == 1 {
				tm.Start(4, true)
			}
		}, "a@10 a@14 a@18"},
		{"once more from the callback on", 0, func(_ *lab, n int, tm *Timer) {
			if n == 1 {
				tm.Start(4, false)
			}
		}, "a@10 a@14"},
		{"its place is behind timers started by the callback", 0, func(b *lab, n int, _ *Timer) {
			if n == 1 {
				b.timer("b", 10)
			}
		}, "a@10 b@20 a@20 a@30"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			b := newLab(t)
			var tm *Timer
			n := 0
			tm = b.NewTimer(b.note("a", func() {
				n++
				tt.do(b, n, tm)
				b.clock.busy(tt.busy)
				if n == 3 {
					tm.Stop()
				}
			}))
			tm.Start(10, true)
			run(t, b.Loop)
			b.expect(t, tt.want)
		})
	}
}

// An interval goes on when its callback panics, as Node's does when it throws.
func TestIntervalSurvivesPanic(t *testing.T) {
	b := newLab(t)
	tm := b.NewTimer(b.note("a", func() { panic("boom") }))
	tm.Start(10, true)
	for range 3 {
		func() {
			defer func() { recover() }()
			run(t, b.Loop)
		}()
	}
	if tm.Stop(); b.Alive() {
		t.Error("loop is alive after Stop")
	}
	b.expect(t, "a@10 a@20 a@30")
}

func TestTimerStates(t *testing.T) {
	b := newLab(t)
	var tm *Timer
	check := func(when string, active, hasRef, alive bool) {
		t.Helper()
		if tm.Active() != active || tm.HasRef() != hasRef || b.Alive() != alive {
			t.Errorf("%s: Active %t, HasRef %t, Alive %t; want %t, %t, %t",
				when, tm.Active(), tm.HasRef(), b.Alive(), active, hasRef, alive)
		}
	}
	tm = b.NewTimer(func() { check("running", false, true, false) })
	check("new", false, true, false)
	tm.Refresh()
	check("refreshed before the first start", false, true, false)
	tm.Start(5, false)
	check("started", true, true, true)
	tm.Unref()
	tm.Unref()
	check("unreferenced", true, false, false)
	tm.Refresh()
	tm.Start(9, false)
	check("unreferenced and restarted", true, false, false)
	tm.Ref()
	tm.Ref()
	check("referenced again", true, true, true)
	if tm.StartedAt() != 0 || tm.Due() != 9 {
		t.Errorf("StartedAt %d, Due %d; want 0, 9", tm.StartedAt(), tm.Due())
	}
	run(t, b.Loop)
	check("fired", false, true, false)
	tm.Unref()
	tm.Start(5, false)
	tm.Stop()
	tm.Stop()
	check("stopped", false, false, false)
}

// An unreferenced timer fires while something else keeps the loop alive, and
// not after.
func TestUnreferencedTimer(t *testing.T) {
	b := newLab(t)
	b.timer("early", 5).Unref()
	b.timer("late", 50).Unref()
	b.timer("kept", 10)
	run(t, b.Loop)
	b.expect(t, "early@5 kept@10")
}

// The loop's time is what the clock showed when the loop last looked.
func TestNow(t *testing.T) {
	b := newLab(t)
	b.clock.busy(7)
	if b.Now() != 0 {
		t.Errorf("Now = %d before the loop looked", b.Now())
	}
	b.clock.now = b.clock.now.Add(900 * time.Microsecond)
	if got := b.UpdateTime(); got != 7 || b.Now() != 7 {
		t.Errorf("UpdateTime = %d, Now = %d; want 7", got, b.Now())
	}
}

// With the system's clock a timer never fires early, and not much too late.
func TestRealTimers(t *testing.T) {
	forEachMode(t, func(t *testing.T, mode WaitMode) {
		l := newLoop(t, WithWaitMode(mode))
		worst := time.Duration(0)
		for _, delay := range []int64{1, 2, 3, 7, 20} {
			var begin time.Time
			var startedAt int64
			tm := l.NewTimer(func() {
				if passed := l.UpdateTime() - startedAt; passed < delay {
					t.Errorf("timer of %d ms fired after %d", delay, passed)
				}
				worst = max(worst, time.Since(begin)-time.Duration(delay)*time.Millisecond)
			})
			tm.Start(delay, false)
			begin, startedAt = time.Now(), tm.StartedAt()
			run(t, l)
		}
		if worst > 500*time.Millisecond {
			t.Errorf("a timer fired %v late", worst)
		}
	})
}

// watchedClock is the system's clock, with a count of how often it is asked.
type watchedClock struct {
	systemClock
	asked int
}

func (c *watchedClock) Now() time.Time { c.asked++; return c.systemClock.Now() }

// A loop that waits for the last fraction of a millisecond does not spin.
func TestWaitDoesNotSpin(t *testing.T) {
	forEachMode(t, func(t *testing.T, mode WaitMode) {
		for name, clock := range map[string]*watchedClock{"system clock": nil, "own clock": {}} {
			opts := []Option{WithWaitMode(mode)}
			if clock != nil {
				opts = append(opts, WithClock(clock))
			}
			l := newLoop(t, opts...)
			sleeper := &countingWaiter{waiter: l.waiter}
			l.waiter = sleeper
			for range 10 {
				l.NewTimer(func() {}).Start(1, false)
				run(t, l)
			}
			// One sleep for each timer, a few more where a sleep may end early.
			if sleeper.sleeps > 30 {
				t.Errorf("%s: %d sleeps for 10 timers", name, sleeper.sleeps)
			}
			if clock != nil && clock.asked > 200 {
				t.Errorf("%s: asked %d times for 10 timers", name, clock.asked)
			}
		}
	})
}

// countingWaiter counts the sleeps.
type countingWaiter struct {
	waiter
	sleeps int
}

func (w *countingWaiter) sleep(deadline time.Time) (bool, error) {
	w.sleeps++
	return w.waiter.sleep(deadline)
}

// Starting, stopping and refreshing timers allocates nothing, nor does firing.
func TestTimersDoNotAllocate(t *testing.T) {
	l := newLoop(t, WithClock(&steppingClock{now: time.Now()}))
	timers := make([]Timer, 50)
	for i := range timers {
		timers[i].Init(l, func() {})
	}
	run := func() {
		for i := range timers {
			timers[i].Start(int64(i%10), false)
		}
		for i := range timers {
			switch i % 3 {
			case 0:
				timers[i].Stop()
			case 1:
				timers[i].Refresh()
			}
		}
		if err := l.Run(context.Background()); err != nil {
			t.Fatal(err)
		}
	}
	run()
	if n := testing.AllocsPerRun(100, run); n > 0 {
		t.Errorf("%v allocations", n)
	}
}

// steppingClock goes on by a millisecond whenever it is asked, so that a loop
// never waits for a timer. It allocates nothing.
type steppingClock struct{ now time.Time }

func (c *steppingClock) Now() time.Time {
	c.now = c.now.Add(time.Millisecond)
	return c.now
}

func (c *steppingClock) SetAlarm(at time.Time, ring func()) (cancel func()) {
	ring()
	return func() {}
}
