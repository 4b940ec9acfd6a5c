package eventloop_test

import (
	"context"
	"fmt"
	"time"

	"github.com/gonode/gonode/eventloop"
)

// The phases of a turn, and a result that comes from another goroutine.
func Example() {
	loop, err := eventloop.New()
	if err != nil {
		panic(err)
	}
	defer loop.Close()

	loop.NewTimer(func() { fmt.Println("timer") }).Start(1, false)
	loop.NewImmediate(func() { fmt.Println("immediate") })

	release := loop.Hold() // the loop is alive until the work is done
	go func() {
		time.Sleep(50 * time.Millisecond) // something that takes its time
		loop.Post(func() {
			release()
			loop.RunCallback(func() { fmt.Println("work done") })
		})
	}()

	if err := loop.Run(context.Background()); err != nil {
		panic(err)
	}
	// Output:
	// immediate
	// timer
	// work done
}

// A hook sees every callback: here it keeps a queue of what is to be done
// after each, as a JavaScript runtime does.
func ExampleWithHook() {
	hook := &afterEach{}
	loop, err := eventloop.New(eventloop.WithHook(hook))
	if err != nil {
		panic(err)
	}
	defer loop.Close()

	for _, name := range []string{"first", "second"} {
		loop.NewImmediate(func() {
			fmt.Println(name)
			hook.queue = append(hook.queue, func() { fmt.Println("after", name) })
		})
	}
	if err := loop.Run(context.Background()); err != nil {
		panic(err)
	}
	// Output:
	// first
	// after first
	// second
	// after second
}

type afterEach struct{ queue []func() }

func (h *afterEach) RunCallback(fn func()) {
	fn()
	for len(h.queue) > 0 {
		next := h.queue[0]
		h.queue = h.queue[1:]
		next()
	}
}

// A clock that stands still makes timers testable.
func ExampleManualClock() {
	clock := eventloop.NewManualClock(time.Unix(0, 0))
	loop, err := eventloop.New(eventloop.WithClock(clock))
	if err != nil {
		panic(err)
	}
	defer loop.Close()

	var tick eventloop.Timer
	n := 0
	tick.Init(loop, func() {
		fmt.Println("at", clock.Now().Unix())
		if n++; n == 3 {
			tick.Stop()
		}
	})
	tick.Start(time.Hour.Milliseconds(), true)

	ctx, cancel := context.WithCancel(context.Background())
	go func() {
		for {
			at, err := clock.NextAlarm(ctx)
			if err != nil {
				return
			}
			clock.AdvanceTo(at)
		}
	}()
	if err := loop.Run(ctx); err != nil {
		panic(err)
	}
	cancel()
	// Output:
	// at 3600
	// at 7200
	// at 10800
}
