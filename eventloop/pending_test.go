package eventloop

import (
	"context"
	"strings"
	"testing"
	"time"
)

// What a callback of each phase puts off runs at the end of the poll phase:
// of the same turn, if that is still to come or under way.
func TestPendingOrder(t *testing.T) {
	tests := []struct {
		from  string
		queue func(l *Loop, fn func())
		want  string
	}{
		{"main", func(_ *Loop, fn func()) { fn() },
			"main pending posted immediate close timer"},
		{"posted", func(l *Loop, fn func()) { l.Post(fn) },
			"posted posted pending immediate close timer"},
		{"immediate", func(l *Loop, fn func()) { l.NewImmediate(fn) },
			"posted immediate immediate close pending timer"},
		{"close", func(l *Loop, fn func()) { l.QueueClose(fn) },
			"posted immediate close close pending timer"},
		{"timer", func(l *Loop, fn func()) { l.NewTimer(fn).Start(1, false) },
			"posted immediate close timer timer pending"},
	}
	for _, tt := range tests {
		t.Run(tt.from, func(t *testing.T) {
			l := newLoop(t, WithClock(newJumpClock()))
			var j journal
			tt.queue(l, j.adds(tt.from, func() { l.QueuePending(j.adds("pending")) }))
			l.Post(j.adds("posted"))
			l.NewImmediate(j.adds("immediate"))
			l.QueueClose(j.adds("close"))
			l.NewTimer(j.adds("timer")).Start(1, false)
			run(t, l)
			j.expect(t, tt.want)
		})
	}
}

// After a poll the queue is emptied again and again, but no more than eight
// times; before it, once.
func TestPendingRounds(t *testing.T) {
	l := newLoop(t)
	var j journal
	left := 0
	var again func()
	again = func() {
		j.add("pending")
		if left--; left > 0 {
			l.QueuePending(again)
		}
	}
	tests := []struct {
		n    int
		want string
	}{
		{3, "pendingx3 immediate"},
		{pendingRounds, "pendingx8 immediate"},
		{pendingRounds + 1, "pendingx8 immediate pending immediate"},
		{2*pendingRounds + 3, "pendingx8 immediate pendingx9 immediate pendingx2 immediate"},
	}
	for _, tt := range tests {
		left = tt.n
		l.Post(func() { l.QueuePending(again) })
		var turn func()
		turn = j.adds("immediate", func() {
			if left > 0 {
				l.NewImmediate(turn)
			}
		})
		l.NewImmediate(turn)
		run(t, l)
		j.expect(t, unfold(tt.want))
	}

	left = 3
	l.QueuePending(again)
	l.Post(j.adds("posted"))
	run(t, l)
	j.expect(t, "pending posted pending pending")
}

// unfold writes "ax3" as "a a a".
func unfold(entries string) string {
	var out []string
	for entry := range strings.FieldsSeq(entries) {
		name, count, _ := strings.Cut(entry, "x")
		n := 1
		if count != "" {
			n = int(count[0] - '0')
		}
		for range n {
			out = append(out, name)
		}
	}
	return strings.Join(out, " ")
}

// What has been put off keeps the loop alive and lets it not wait.
func TestPendingKeepsLoopAlive(t *testing.T) {
	clock := newJumpClock()
	l := newLoop(t, WithClock(clock))
	var j journal
	l.QueuePending(j.adds("one", func() { l.NewImmediate(j.adds("immediate")) }))
	if !l.Alive() {
		t.Error("a pending function does not keep the loop alive")
	}
	run(t, l)
	j.expect(t, "one immediate")

	l.NewTimer(j.adds("timer", func() { l.QueuePending(j.adds("last")) })).Start(5, false)
	run(t, l)
	j.expect(t, "timer last")
	if len(clock.waits) != 1 || clock.waits[0] != 5*time.Millisecond {
		t.Errorf("waits: %v, want one of 5 ms", clock.waits)
	}
	if l.Alive() {
		t.Error("loop is alive after all has run")
	}
}

// A stopped run, or one that a panic has left, is taken up where it was.
func TestPendingOfAStoppedRun(t *testing.T) {
	l := newLoop(t)
	var j journal
	boom := func() { panic("boom") }
	l.Post(func() {
		l.QueuePending(j.adds("stop", l.Stop))
		l.QueuePending(j.adds("boom", func() {
			l.QueuePending(j.adds("second-round"))
			boom()
		}))
		l.QueuePending(j.adds("third"))
	})
	l.NewImmediate(j.adds("immediate"))
	run(t, l)
	j.expect(t, "stop")
	func() {
		defer func() {
			if x := recover(); x != "boom" {
				t.Errorf("recovered %v", x)
			}
		}()
		run(t, l)
	}()
	j.expect(t, "boom")
	run(t, l)
	j.expect(t, "third second-round immediate")
}

// A burst does not leave the queue with room for another one.
func TestPendingGivesMemoryBack(t *testing.T) {
	l := newLoop(t)
	n := 0
	for range 2 {
		for range 10 * maxSpare {
			l.QueuePending(func() { n++ })
		}
		run(t, l)
	}
	if n != 20*maxSpare {
		t.Errorf("%d functions ran", n)
	}
	if c := cap(l.pending.queued) + cap(l.pending.running); c > 2*maxSpare {
		t.Errorf("the empty queue has room for %d functions", c)
	}
}

func TestPendingDoesNotAllocate(t *testing.T) {
	l := newLoop(t)
	nothing := func() {}
	more := func() { l.QueuePending(nothing) }
	allocations := testing.AllocsPerRun(100, func() {
		l.QueuePending(more)
		if err := l.Run(context.Background()); err != nil {
			t.Fatal(err)
		}
	})
	if allocations > 0 {
		t.Errorf("%v allocations for two pending functions and a run", allocations)
	}
}
