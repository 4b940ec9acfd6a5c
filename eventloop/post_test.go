package eventloop

import (
	"context"
	"testing"
)

func TestPostRunsInOrder(t *testing.T) {
	forEachMode(t, func(t *testing.T, mode WaitMode) {
		l := newLoop(t, WithWaitMode(mode))
		release := l.Hold()
		done := start(l, context.Background())
		got := make(chan int, 1000)
		for i := range cap(got) {
			l.Post(func() { got <- i })
		}
		for want := range cap(got) {
			if n := await(t, got); n != want {
				t.Fatalf("function %d ran in place of %d", n, want)
			}
		}
		release()
		await(t, done)
	})
}

// A posted function does not keep the loop alive, and waits for the next run.
func TestPostKeepsNothingAlive(t *testing.T) {
	l := newLoop(t)
	var j journal
	l.Post(j.adds("posted"))
	run(t, l)
	j.expect(t, "")
	l.NewImmediate(j.adds("immediate"))
	run(t, l)
	j.expect(t, "posted immediate")
}

// What is posted while posted functions run has to wait a turn, or immediates
// and timers would starve.
func TestPostFromPosted(t *testing.T) {
	forEachMode(t, func(t *testing.T, mode WaitMode) {
		l := newLoop(t, WithWaitMode(mode))
		var j journal
		release := l.Hold()
		l.Post(j.adds("one", func() {
			l.Post(j.adds("three", release))
			l.NewImmediate(j.adds("immediate"))
		}))
		l.Post(j.adds("two"))
		run(t, l)
		j.expect(t, "one two immediate three")
	})
}

// A burst does not leave the queue with room for another one.
func TestPostGivesMemoryBack(t *testing.T) {
	l := newLoop(t)
	n := 0
	for range 10 * maxSpare {
		l.Post(func() { n++ })
	}
	l.NewImmediate(func() {})
	run(t, l)
	if n != 10*maxSpare {
		t.Errorf("%d functions ran", n)
	}
	if c := cap(l.batch.fns) + cap(l.inbox.posted); c > 2*maxSpare {
		t.Errorf("the empty queue has room for %d functions", c)
	}
}

func TestPostDoesNotAllocate(t *testing.T) {
	l := newLoop(t)
	nothing, stop := func() {}, l.Stop
	defer l.Hold()()
	allocations := testing.AllocsPerRun(100, func() {
		l.Post(nothing)
		l.Post(stop)
		if err := l.Run(context.Background()); err != nil {
			t.Fatal(err)
		}
	})
	if allocations > 0 {
		t.Errorf("%v allocations for two posts and a run", allocations)
	}
}
