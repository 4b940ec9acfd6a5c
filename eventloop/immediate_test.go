package eventloop

import (
	"context"
	"testing"
)

func TestImmediateOrder(t *testing.T) {
	l := newLoop(t)
	var j journal
	var second, fourth *Immediate
	l.NewImmediate(j.adds("first", func() {
		l.NewImmediate(j.adds("next-turn"))
		fourth.Clear()
	}))
	second = l.NewImmediate(j.adds("second"))
	l.NewImmediate(j.adds("third"))
	fourth = l.NewImmediate(j.adds("fourth"))
	l.NewImmediate(j.adds("fifth"))
	second.Clear()
	second.Clear()
	run(t, l)
	j.expect(t, "first third fifth next-turn")
}

func TestImmediateStates(t *testing.T) {
	l := newLoop(t)
	var im *Immediate
	check := func(when string, active, hasRef, alive bool) {
		t.Helper()
		if im.Active() != active || im.HasRef() != hasRef || l.Alive() != alive {
			t.Errorf("%s: Active %t, HasRef %t, Alive %t; want %t, %t, %t",
				when, im.Active(), im.HasRef(), l.Alive(), active, hasRef, alive)
		}
	}
	im = l.NewImmediate(func() { check("running", false, false, false) })
	check("queued", true, true, true)
	im.Unref()
	im.Unref()
	check("unreferenced", true, false, false)
	im.Ref()
	im.Ref()
	check("referenced again", true, true, true)
	run(t, l)
	check("run", false, false, false)
	im.Ref()
	im.Unref()
	im.Clear()
	check("used after it has run", false, false, false)
	im = l.NewImmediate(func() {})
	im.Unref()
	im.Clear()
	check("cleared", false, false, false)
}

// One that a stopped run has left behind can still be cleared, and runs before
// those that came later.
func TestImmediatesOfAStoppedRun(t *testing.T) {
	l := newLoop(t)
	var j journal
	l.NewImmediate(j.adds("first", l.Stop))
	second := l.NewImmediate(j.adds("second"))
	l.NewImmediate(j.adds("third"))
	run(t, l)
	second.Clear()
	l.NewImmediate(j.adds("fourth"))
	run(t, l)
	j.expect(t, "first third fourth")
}

func TestImmediateAllocations(t *testing.T) {
	l := newLoop(t)
	nothing := func() {}
	n := testing.AllocsPerRun(100, func() {
		l.NewImmediate(nothing)
		if err := l.Run(context.Background()); err != nil {
			t.Fatal(err)
		}
	})
	if n > 1 {
		t.Errorf("%v allocations for an immediate and a run", n)
	}
}
