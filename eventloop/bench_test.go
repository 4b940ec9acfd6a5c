package eventloop

import (
	"context"
	"testing"
	"time"
)

// forEachModeBench runs a benchmark under every WaitMode.
func forEachModeBench(b *testing.B, bench func(b *testing.B, l *Loop)) {
	for name, mode := range waitModes {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			bench(b, newLoop(b, WithWaitMode(mode)))
		})
	}
}

// BenchmarkPost posts from another goroutine to a running loop.
func BenchmarkPost(b *testing.B) {
	forEachModeBench(b, func(b *testing.B, l *Loop) {
		release := l.Hold()
		done := start(l, context.Background())
		nothing := func() {}
		for b.Loop() {
			l.Post(nothing)
		}
		release()
		await(b, done)
	})
}

// BenchmarkPostRoundTrip wakes a sleeping loop and waits for its answer.
func BenchmarkPostRoundTrip(b *testing.B) {
	forEachModeBench(b, func(b *testing.B, l *Loop) {
		release := l.Hold()
		done := start(l, context.Background())
		answered := make(chan struct{})
		answer := func() { answered <- struct{}{} }
		for b.Loop() {
			l.Post(answer)
			<-answered
		}
		release()
		await(b, done)
	})
}

// BenchmarkTurn is a turn with nothing in it but one posted function.
func BenchmarkTurn(b *testing.B) {
	forEachModeBench(b, func(b *testing.B, l *Loop) {
		release := l.Hold()
		var again func()
		again = func() {
			if b.Loop() {
				l.Post(again)
			} else {
				release()
			}
		}
		l.Post(again)
		run(b, l)
	})
}

func BenchmarkTimerRefresh(b *testing.B) {
	l := newLoop(b)
	timers := make([]Timer, 1000)
	for i := range timers {
		timers[i].Init(l, func() {})
		timers[i].Start(60_000, false)
	}
	b.ReportAllocs()
	i := 0
	for b.Loop() {
		timers[i].Refresh()
		if i++; i == len(timers) {
			i = 0
		}
	}
}

func BenchmarkTimerStartStop(b *testing.B) {
	l := newLoop(b)
	tm := l.NewTimer(func() {})
	b.ReportAllocs()
	for b.Loop() {
		tm.Start(100, false)
		tm.Stop()
	}
}

// BenchmarkTimerFire starts timers of ten delays and lets them fire.
func BenchmarkTimerFire(b *testing.B) {
	l := newLoop(b, WithClock(&steppingClock{now: time.Now()}))
	var timers [100]Timer
	for i := range timers {
		timers[i].Init(l, func() {})
	}
	b.ReportAllocs()
	for b.Loop() {
		for i := range timers {
			timers[i].Start(int64(1+i%10), false)
		}
		if err := l.Run(context.Background()); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkImmediate(b *testing.B) {
	l := newLoop(b)
	nothing := func() {}
	b.ReportAllocs()
	for b.Loop() {
		for range 100 {
			l.NewImmediate(nothing)
		}
		if err := l.Run(context.Background()); err != nil {
			b.Fatal(err)
		}
	}
}
