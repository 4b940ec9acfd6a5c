package eventloop

import (
	"strconv"
	"testing"
)

// RunNext by itself, phase by phase. What it amounts to after exceptions is in
// TestTranscripts.
func TestRunNext(t *testing.T) {
	tests := []struct {
		name string
		// do begins with a main script; next calls RunNext as the hook does
		// after a callback, nextTick as it does after a tick.
		do   func(b *lab, next, nextTick func())
		want string
	}{
		{"nothing to run", func(b *lab, next, _ func()) {
			next()
		}, "false"},
		{"the main script begins the first turn with a timer that is due", func(b *lab, next, _ func()) {
			b.timer("a", 1)
			b.timer("b", 1)
			b.NewImmediate(b.adds("immediate"))
			b.clock.busy(1)
			next()
		}, "a@1 true b@1 immediate"},
		{"a pending function counts", func(b *lab, next, _ func()) {
			b.QueuePending(b.adds("pending"))
			b.Post(b.adds("posted"))
			next()
		}, "pending true posted"},
		{"a posted function counts", func(b *lab, next, _ func()) {
			b.Post(b.adds("posted"))
			b.Post(b.adds("posted2"))
			b.NewImmediate(b.adds("immediate"))
			next()
		}, "posted true posted2 immediate"},
		{"ticks come before the immediates", func(b *lab, next, _ func()) {
			b.NewImmediate(b.adds("immediate"))
			next()
			next()
		}, "false immediate true"},
		{"what those ticks queue is for the same phase", func(b *lab, next, nextTick func()) {
			b.NewImmediate(b.adds("a"))
			next()
			b.NewImmediate(b.adds("b")) // by a tick, which then throws
			nextTick()
			b.timer("timer", 1)
			b.clock.busy(1)
		}, "false a true b timer@1"},
		{"it never waits for a timer", func(b *lab, next, _ func()) {
			b.timer("timer", 100)
			next()
			if len(b.clock.waits) > 0 {
				b.add("waited")
			}
		}, "false timer@100"},
		{"the rest of the immediates", func(b *lab, next, _ func()) {
			b.NewImmediate(b.adds("a", next))
			b.NewImmediate(b.adds("b"))
			b.NewImmediate(b.adds("c"))
		}, "a b true c"},
		{"immediates made since, after the last one", func(b *lab, next, _ func()) {
			b.NewImmediate(b.adds("a", func() { b.NewImmediate(b.adds("b")) }, next))
			b.QueueClose(b.adds("close"))
		}, "a b true close"},
		{"not after a tick of the last one", func(b *lab, _, nextTick func()) {
			b.NewImmediate(b.adds("a", func() { b.NewImmediate(b.adds("b")) }, nextTick))
			b.QueueClose(b.adds("close"))
		}, "a close true b"},
		{"close callbacks", func(b *lab, next, _ func()) {
			b.QueueClose(b.adds("a", next), b.adds("b"), b.adds("c"))
		}, "a b true c"},
		{"a timer after the last close callback", func(b *lab, next, _ func()) {
			b.timer("timer", 1)
			b.QueueClose(b.adds("close", func() { b.clock.busy(1) }, next))
		}, "close timer@1 true"},
		{"timers of the same delay", func(b *lab, next, _ func()) {
			b.timer("a", 1, next)
			b.timer("b", 1)
			b.timer("c", 1)
		}, "a@1 b@1 true c@1"},
		{"ticks come before timers of another delay", func(b *lab, next, _ func()) {
			b.timer("a", 1, next)
			b.timer("b", 2)
			b.clock.busy(2)
		}, "a@2 false b@2"},
		{"unless one of them has thrown", func(b *lab, _, nextTick func()) {
			b.timer("a", 1, nextTick)
			b.timer("b", 2)
			b.clock.busy(2)
		}, "a@2 b@2 true"},
		{"ticks come after the last timer", func(b *lab, next, _ func()) {
			b.timer("a", 1, next)
			b.Post(b.adds("posted"))
			b.clock.busy(1)
		}, "a@1 false posted"},
		{"unless one of those has thrown", func(b *lab, _, nextTick func()) {
			b.timer("a", 1, nextTick)
			b.Post(b.adds("posted"))
			b.clock.busy(1)
		}, "a@1 posted true"},
		{"nothing after Stop", func(b *lab, next, _ func()) {
			b.NewImmediate(b.adds("a", b.Stop, next))
			b.NewImmediate(b.adds("b"))
		}, "a false"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			b := newLab(t)
			next := func(afterCallback bool) func() {
				return func() { b.add(strconv.FormatBool(b.RunNext(afterCallback))) }
			}
			b.RunCallback(func() { tt.do(b, next(true), next(false)) })
			run(t, b.Loop)
			b.expect(t, tt.want)
		})
	}
}

// A hook may go on with RunNext until there is nothing left: a whole turn in
// the middle of a callback, none of it twice.
func TestRunNextToTheEnd(t *testing.T) {
	b := newLab(t)
	b.NewImmediate(b.adds("a", func() {
		for idle := 0; idle < 10; {
			if !b.RunNext(false) {
				idle++
			}
		}
		b.add("end")
	}))
	b.NewImmediate(b.adds("b", func() { b.QueuePending(b.adds("pending")) }))
	b.QueueClose(b.adds("close"))
	b.timer("timer", 1)
	b.clock.busy(1)
	run(t, b.Loop)
	b.expect(t, "timer@1 a b close pending end")
}
