package eventloop

import "testing"

// FuzzTimers does whatever the input says to a few timers, some of it in their
// callbacks, and checks what holds for any program.
func FuzzTimers(f *testing.F) {
	f.Add([]byte{0, 3, 1, 8, 3, 2, 16, 5, 0, 5, 2, 2})
	f.Add([]byte("start, stop, refresh; and once more from the callbacks"))
	f.Add([]byte{0, 1, 0, 1, 1, 0, 2, 1, 0, 3, 1, 0, 6, 9, 9, 5, 0, 1, 4, 1, 1, 3, 2, 2})
	f.Fuzz(func(t *testing.T, program []byte) {
		g := &timerGame{lab: newLab(t), t: t, program: program}
		for i := range g.timers {
			g.timers[i].Init(g.Loop, func() { g.fired(i) })
		}
		for range 1 + len(program)/6 {
			g.play()
		}
		run(t, g.Loop)
		for i := range g.timers {
			if tm := &g.timers[i]; tm.Active() && tm.HasRef() {
				t.Errorf("timer %d is active after the run", i)
			}
			g.timers[i].Stop()
		}
		g.check()
	})
}

// timerGame is a program of FuzzTimers under way.
type timerGame struct {
	*lab
	t       *testing.T
	program []byte
	timers  [6]Timer
	started [6]int // when each was started or refreshed last, as a serial number
	serial  int
}

func (g *timerGame) next() int {
	if len(g.program) == 0 {
		return 0
	}
	b := g.program[0]
	g.program = g.program[1:]
	return int(b)
}

// play does the program's next three bytes: what, to which timer, and how long.
func (g *timerGame) play() {
	what, n, delay := g.next(), g.next()%len(g.timers), 1+g.next()%5
	tm := &g.timers[n]
	g.serial++
	switch what % 8 {
	case 0, 1, 2:
		tm.Start(int64(delay), false)
		g.started[n] = g.serial
	case 3:
		tm.Stop()
	case 4:
		tm.Refresh()
		g.started[n] = g.serial
	case 5:
		tm.Unref()
	case 6:
		tm.Ref()
	case 7:
		g.clock.busy(delay)
	}
	g.check()
}

// fired is the callback of every timer.
func (g *timerGame) fired(n int) {
	tm := &g.timers[n]
	if tm.Active() {
		g.t.Errorf("timer %d is active in its own callback", n)
	}
	if passed := g.UpdateTime() - tm.start; passed < int64(tm.delay) {
		g.t.Errorf("timer %d of %d ms fired after %d", n, tm.delay, passed)
	}
	for i := range g.timers {
		if other := &g.timers[i]; other.Active() && other.delay == tm.delay && g.started[i] < g.started[n] {
			g.t.Errorf("timer %d fired before %d, which was started earlier", n, i)
		}
	}
	if len(g.program) > 0 {
		g.play()
	}
}

// check compares the queue's books with the timers.
func (g *timerGame) check() {
	active, refs := 0, 0
	for i := range g.timers {
		if tm := &g.timers[i]; tm.Active() {
			active++
			if tm.HasRef() {
				refs++
			}
		}
	}
	q := &g.Loop.timers
	listed := 0
	for i, list := range q.heap {
		if list.index != i || i > 0 && q.heap.less(i, (i-1)/2) {
			g.t.Errorf("the heap is out of order at %d", i)
		}
		for tm := list.head; tm != nil; tm = tm.next {
			if listed++; tm.list != list || tm.delay != list.delay {
				g.t.Errorf("a timer of %d ms is in the list of %d ms", tm.delay, list.delay)
			}
			if q.alarm > tm.Due() && q.alarm > g.Now()+1 && !q.inPass {
				g.t.Errorf("the alarm is set for %d, a timer is due at %d", q.alarm, tm.Due())
			}
		}
	}
	if listed != active || q.refs != refs {
		g.t.Errorf("%d timers listed, %d referenced; want %d, %d", listed, q.refs, active, refs)
	}
}
