package eventloop

import (
	"testing"
	"time"
)

// A turn is poll, immediates, closing, timers; timers run once before the
// first one.
func TestPhaseOrder(t *testing.T) {
	clock := newJumpClock()
	l := newLoop(t, WithClock(clock))
	var j journal
	l.QueueClose(j.adds("close"))
	l.NewImmediate(j.adds("immediate"))
	l.Post(j.adds("posted"))
	l.NewTimer(j.adds("timer")).Start(1, false)
	l.NewTimer(j.adds("later")).Start(5, false)
	clock.busy(1)
	run(t, l)
	j.expect(t, "timer posted immediate close later")
}

// What a callback queues for the phase that is running, or one that is over,
// waits for the next turn.
func TestQueuedForTheNextTurn(t *testing.T) {
	clock := newJumpClock()
	l := newLoop(t, WithClock(clock))
	var j journal
	queueAll := func(from string) func() {
		return func() {
			l.NewImmediate(j.adds(from + "-immediate"))
			l.QueueClose(j.adds(from + "-close"))
			l.Post(j.adds(from + "-posted"))
			l.NewTimer(j.adds(from+"-timer")).Start(1, false)
			clock.busy(1)
		}
	}
	tests := []struct {
		from  string
		queue func(fn func())
		want  string
	}{
		{"timer", func(fn func()) { l.NewTimer(fn).Start(1, false) },
			"timer timer-posted timer-immediate timer-close timer-timer"},
		{"posted", func(fn func()) { l.Post(fn); l.NewImmediate(func() {}) },
			"posted posted-immediate posted-close posted-timer"},
		{"immediate", func(fn func()) { l.NewImmediate(fn) },
			"immediate immediate-close immediate-timer immediate-posted immediate-immediate"},
		{"close", func(fn func()) { l.QueueClose(fn) },
			"close close-timer close-posted close-immediate close-close"},
	}
	for _, tt := range tests {
		t.Run(tt.from, func(t *testing.T) {
			tt.queue(j.adds(tt.from, queueAll(tt.from)))
			clock.busy(1)
			run(t, l)
			run(t, l)
			if tt.from == "posted" {
				// Nothing kept the loop alive for it.
				l.NewImmediate(func() {})
				run(t, l)
				tt.want += " posted-posted"
			}
			j.expect(t, tt.want)
		})
	}
}

// libuv calls back closed handles from the youngest to the oldest; what
// belongs to one handle keeps its order.
func TestCloseOrder(t *testing.T) {
	l := newLoop(t)
	var j journal
	l.QueueClose(j.adds("a-write"), j.adds("a"))
	l.QueueClose(j.adds("b", func() { l.QueueClose(j.adds("d"), j.adds("e")) }))
	l.QueueClose(j.adds("c-write"), j.adds("c-shutdown"), j.adds("c"))
	if !l.Alive() {
		t.Error("a pending close callback does not keep the loop alive")
	}
	run(t, l)
	j.expect(t, "c-write c-shutdown c b a-write a d e")
}

// A burst does not leave the queue with room for another one.
func TestCloseGivesMemoryBack(t *testing.T) {
	l := newLoop(t)
	n := 0
	for range 2 {
		for range 10 * maxSpare {
			l.QueueClose(func() { n++ })
		}
		run(t, l)
	}
	if n != 20*maxSpare {
		t.Errorf("%d functions ran", n)
	}
	if c := cap(l.closing.queued) + cap(l.closing.running); c > 2*maxSpare {
		t.Errorf("the empty queue has room for %d functions", c)
	}
}

// countingHook counts the callbacks that it runs.
type countingHook int

func (h *countingHook) RunCallback(fn func()) { *h++; fn() }

// Timers, immediates and close callbacks go through the hook; posted functions
// decide for themselves.
func TestHookRunsUserCode(t *testing.T) {
	var hook countingHook
	l := newLoop(t, WithHook(&hook), WithClock(newJumpClock()))
	tests := []struct {
		name  string
		queue func()
		want  countingHook
	}{
		{"timer", func() { l.NewTimer(func() {}).Start(1, false) }, 1},
		{"immediate", func() { l.NewImmediate(func() {}) }, 1},
		{"close", func() { l.QueueClose(func() {}, func() {}) }, 2},
		{"posted", func() { l.Post(l.Hold()) }, 0},
		{"posted for the user", func() {
			release := l.Hold()
			l.Post(func() {
				release()
				l.RunCallback(func() {})
				l.RunCallback(func() {})
			})
		}, 2},
	}
	for _, tt := range tests {
		hook = 0
		tt.queue()
		run(t, l)
		if hook != tt.want {
			t.Errorf("%s: the hook ran %d callbacks, want %d", tt.name, hook, tt.want)
		}
	}
}

// The wait is as long as timers allow, and no time at all when something else
// is pending.
func TestHowLongToWait(t *testing.T) {
	tests := []struct {
		name string
		do   func(l *Loop, clock *jumpClock)
		want []time.Duration
	}{
		{"timer", func(l *Loop, _ *jumpClock) {
			l.NewTimer(func() {}).Start(7, false)
		}, []time.Duration{7 * time.Millisecond}},
		{"two timers", func(l *Loop, _ *jumpClock) {
			l.NewTimer(func() {}).Start(7, false)
			l.NewTimer(func() {}).Start(3, false)
		}, []time.Duration{3 * time.Millisecond, 4 * time.Millisecond}},
		{"time has passed since the timer was started", func(l *Loop, clock *jumpClock) {
			l.NewTimer(func() {}).Start(7, false)
			clock.now = clock.now.Add(2600 * time.Microsecond)
		}, []time.Duration{4400 * time.Microsecond}},
		{"a callback has taken long", func(l *Loop, clock *jumpClock) {
			l.NewTimer(func() {}).Start(7, false)
			l.NewImmediate(func() { clock.busy(5) })
		}, []time.Duration{2 * time.Millisecond}},
		{"a callback of the same pass has taken long", func(l *Loop, clock *jumpClock) {
			l.NewTimer(func() { clock.busy(30) }).Start(10, false)
			l.NewTimer(func() {}).Start(20, false)
		}, []time.Duration{10 * time.Millisecond, -20 * time.Millisecond}},
		{"immediate", func(l *Loop, _ *jumpClock) {
			l.NewTimer(func() {}).Start(7, false)
			l.NewImmediate(func() {})
		}, []time.Duration{7 * time.Millisecond}}, // not in the first turn
		{"unreferenced immediate", func(l *Loop, _ *jumpClock) {
			l.NewTimer(func() {}).Start(7, false)
			l.NewImmediate(func() {}).Unref()
		}, []time.Duration{7 * time.Millisecond}},
		{"close callback", func(l *Loop, _ *jumpClock) {
			l.NewTimer(func() {}).Start(7, false)
			l.QueueClose(func() {})
		}, []time.Duration{7 * time.Millisecond}},
		{"posted function", func(l *Loop, _ *jumpClock) {
			l.NewTimer(func() {}).Start(7, false)
			l.Post(func() {})
		}, []time.Duration{7 * time.Millisecond}},
		{"unreferenced timer", func(l *Loop, _ *jumpClock) {
			l.NewTimer(func() {}).Start(7, false)
			tm := l.NewTimer(func() {})
			tm.Start(5, false)
			tm.Unref()
		}, []time.Duration{5 * time.Millisecond, 2 * time.Millisecond}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			clock := newJumpClock()
			l := newLoop(t, WithClock(clock))
			tt.do(l, clock)
			run(t, l)
			if len(clock.waits) != len(tt.want) {
				t.Fatalf("waits: %v, want %v", clock.waits, tt.want)
			}
			for i, d := range clock.waits {
				if d != tt.want[i] {
					t.Errorf("waits: %v, want %v", clock.waits, tt.want)
				}
			}
		})
	}
}

// An unreferenced immediate runs in the turn that something else brings about.
func TestUnreferencedImmediateWaits(t *testing.T) {
	clock := newJumpClock()
	l := newLoop(t, WithClock(clock))
	var j journal
	l.NewTimer(j.adds("timer")).Start(5, false)
	l.NewImmediate(func() { j.add("immediate@" + l.Clock().Now().Format(".000")) }).Unref()
	run(t, l)
	j.expect(t, "immediate@.005 timer")
}
