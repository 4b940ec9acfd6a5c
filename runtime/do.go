package runtime

import (
	"context"
	"errors"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/modules/process"
)

// owner says who drives a runtime at the moment.
type owner int

const (
	nobody    owner = iota
	loopOwner       // Run*, Serve or Await
	doOwner         // Do on a runtime that nobody runs
)

// A runtime is driven by one goroutine at a time. acquire makes the caller
// that goroutine, for as long as it needs as who. It waits for a Do elsewhere,
// and refuses beside a loop.
func (rt *Runtime) acquire(ctx context.Context, who owner) error {
	stop := context.AfterFunc(ctx, func() {
		rt.mu.Lock()
		defer rt.mu.Unlock()
		rt.idle.Broadcast()
	})
	defer stop()
	rt.mu.Lock()
	defer rt.mu.Unlock()
	for {
		switch {
		case ctx.Err() != nil:
			return ctx.Err()
		case rt.closing:
			return ErrClosed
		case rt.owner == loopOwner:
			return ErrBusy
		case rt.owner == doOwner:
			rt.idle.Wait()
			continue
		case rt.e.Halted() != nil:
			return ErrEnded
		}
		rt.owner = who
		return nil
	}
}

// errMissed tells Do that the loop ended before it came to the job.
var errMissed = errors.New("runtime: missed")

// release gives the runtime free again. What Do has handed over in the
// meantime and the loop did not get to goes back to Do.
func (rt *Runtime) release() {
	rt.mu.Lock()
	rt.owner = nobody
	left := rt.jobs
	rt.jobs = nil
	rt.idle.Broadcast()
	rt.mu.Unlock()
	for _, job := range left {
		job.done <- errMissed
	}
}

// job is a function that Do handed to the goroutine that runs the loop.
type job struct {
	fn   func(*goja.Runtime) error
	done chan error // buffered: the loop never waits for Do
}

// Do runs fn as a macrotask, with ticks and promise jobs after it, and returns
// its error. An exception that leaves fn comes back as an *UncaughtError and
// ends nothing. Do may be called from any goroutine but those that run the
// runtime's own callbacks: while Run*, Serve or Await are running elsewhere fn
// runs there between two callbacks, otherwise at once on this goroutine.
//
//	err := rt.Do(ctx, func(vm *goja.Runtime) error {
//		return vm.Set("answer", 42)
//	})
func (rt *Runtime) Do(ctx context.Context, fn func(vm *goja.Runtime) error) error {
	j := &job{fn: fn, done: make(chan error, 1)}
	for {
		if rt.handOver(j) {
			if err := j.wait(ctx); !errors.Is(err, errMissed) {
				return err
			}
			continue
		}
		err := rt.acquire(ctx, doOwner)
		if err == nil {
			break
		}
		if !errors.Is(err, ErrBusy) {
			return err
		}
	}
	defer rt.release()
	defer rt.interruptOn(ctx)()
	rt.e.RunCallback(func() { rt.runJob(j) })
	if err := rt.e.Halted(); err != nil {
		return public(err)
	}
	return <-j.done
}

// handOver gives j to the goroutine that runs the loop, if there is one.
func (rt *Runtime) handOver(j *job) bool {
	rt.mu.Lock()
	defer rt.mu.Unlock()
	if rt.owner != loopOwner || rt.closing {
		return false
	}
	rt.jobs = append(rt.jobs, j)
	rt.loop.Post(rt.runJobs)
	return true
}

func (j *job) wait(ctx context.Context) error {
	select {
	case err := <-j.done:
		return err
	case <-ctx.Done():
		return ctx.Err()
	}
}

// runJobs runs, on the loop, what Do has handed over.
func (rt *Runtime) runJobs() {
	rt.mu.Lock()
	jobs := rt.jobs
	rt.jobs = nil
	rt.mu.Unlock()
	for i, j := range jobs {
		if rt.e.Halted() != nil {
			rt.requeue(jobs[i:])
			return
		}
		rt.e.RunCallback(func() { rt.runJob(j) })
	}
}

// requeue leaves jobs to release.
func (rt *Runtime) requeue(jobs []*job) {
	rt.mu.Lock()
	rt.jobs = append(jobs, rt.jobs...)
	rt.mu.Unlock()
}

// runJob answers Do also when the script ends inside fn.
func (rt *Runtime) runJob(j *job) {
	err := ErrEnded
	defer func() { j.done <- err }()
	if ex := rt.e.Try(func() { err = j.fn(rt.e.VM) }); ex != nil {
		err = rt.uncaught(process.Failure{Exception: ex, Code: 1})
	}
}

// Post queues fn to run as a macrotask of its own, from any goroutine and
// without waiting for it. It does not keep a loop alive that has nothing else
// to do; what was posted then runs in the next Run*, Serve or Await.
func (rt *Runtime) Post(fn func(vm *goja.Runtime)) error {
	if !rt.loop.Post(func() { rt.e.RunCallback(func() { fn(rt.e.VM) }) }) {
		return ErrClosed
	}
	return nil
}

// Begin announces work that goes on outside the loop: until the function that
// it returns is called, the loop stays alive. That function, called once, runs
// fn on the loop; nil only ends the announcement. Both may be called from any
// goroutine.
//
//	func fetch(call goja.FunctionCall) goja.Value {
//		promise, resolve, reject := vm.NewPromise()
//		end := rt.Begin()
//		go func() {
//			body, err := download()
//			end(func(vm *goja.Runtime) { ... resolve(body) ... })
//		}()
//		return vm.ToValue(promise)
//	}
func (rt *Runtime) Begin() (end func(fn func(vm *goja.Runtime))) {
	release := rt.loop.Hold()
	return func(fn func(vm *goja.Runtime)) {
		rt.loop.Post(func() {
			release()
			if fn != nil {
				rt.e.RunCallback(func() { fn(rt.e.VM) })
			}
		})
	}
}

// errPending is what Await's wait ends with when nothing is left to run.
var errPending = errors.New("runtime: the promise is still pending and nothing is left to run")

// Await runs the event loop until value, when it is a promise, has settled,
// and returns its result; a rejection comes back as an *UncaughtError. Any
// other value comes back as it is. When the loop runs empty before, nothing
// can settle the promise any more and Await says so with an error.
//
// Like Run*, Await drives the runtime itself: it is for the goroutine that
// owns it, not for callbacks.
func (rt *Runtime) Await(ctx context.Context, value goja.Value) (goja.Value, error) {
	obj, ok := value.(*goja.Object)
	if !ok {
		return value, nil
	}
	promise, ok := obj.Export().(*goja.Promise)
	if !ok {
		return value, nil
	}
	if err := rt.acquire(ctx, loopOwner); err != nil {
		return nil, err
	}
	defer rt.release()
	defer rt.interruptOn(ctx)()
	rt.e.RunCallback(func() { rt.stopWhenSettled(obj) })
	for promise.State() == goja.PromiseStatePending && rt.e.Halted() == nil {
		if !rt.loop.Alive() {
			return nil, errPending
		}
		rt.drive(ctx)
	}
	if err := rt.e.Halted(); err != nil {
		return nil, public(err)
	}
	return rt.settled(promise)
}

// stopWhenSettled stops the loop when the promise settles, and counts as its
// handler.
func (rt *Runtime) stopWhenSettled(promise *goja.Object) {
	stop := rt.e.VM.ToValue(func(goja.FunctionCall) goja.Value {
		rt.loop.Stop()
		return goja.Undefined()
	})
	rt.e.CallMethod(promise, "then", stop, stop)
}

func (rt *Runtime) settled(promise *goja.Promise) (goja.Value, error) {
	result := promise.Result()
	if promise.State() == goja.PromiseStateFulfilled {
		return result, nil
	}
	thrown := rt.e.VM.Try(func() { panic(result) })
	return nil, rt.uncaught(process.Failure{Exception: thrown, FromPromise: true, Code: 1})
}
