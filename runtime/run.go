package runtime

import (
	"context"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/engine"
)

// RunFile runs a file as a program: the script itself, then the event loop
// until nothing is left to wait for, 'beforeExit' and 'exit'. It returns nil
// when the script ended with exit code 0, else an *ExitError,
// *UncaughtError, *PanicError, or ctx.Err() when the context ended it.
//
// The path is resolved against the working directory as Node resolves its
// argument: extensions and directories work.
func (rt *Runtime) RunFile(ctx context.Context, path string) error {
	if rt.cfg.fs == nil {
		return ErrNoFS
	}
	return rt.run(ctx, rt.absolute(path), func() {
		rt.loader().Preload(rt.cfg.preload)
		rt.loader().AfterImports(rt.cfg.imports, func() { rt.loader().RunMain(path) })
	})
}

// RunString runs source text as a program, in the way of `node -e`: as a
// script in the global scope that finds require, module, __filename and
// __dirname there, and every built-in module under its name. It returns the value of the last expression statement; the
// errors are those of RunFile. name stands in stack traces.
func (rt *Runtime) RunString(ctx context.Context, name, src string) (goja.Value, error) {
	var result goja.Value
	err := rt.RunStringThen(ctx, name, src, func(v goja.Value) { result = v })
	return result, err
}

// RunStringThen is RunString that passes the value to then as soon as the
// script itself has run, before ticks, promise jobs and the event loop.
func (rt *Runtime) RunStringThen(ctx context.Context, name, src string, then func(goja.Value)) error {
	return rt.run(ctx, "", func() {
		rt.loader().Preload(rt.cfg.preload)
		rt.exposeBuiltins()
		then(rt.loader().RunString(name, src))
	})
}

// run is the life of one script.
func (rt *Runtime) run(ctx context.Context, script string, main func()) error {
	if err := rt.acquire(ctx, loopOwner); err != nil {
		return err
	}
	defer rt.release()
	defer rt.interruptOn(ctx)()
	rt.script = script
	if rt.started() {
		rt.processModule.Restart(rt.cfg.argv(script))
	}
	rt.milestones.Bootstrap = rt.cfg.now()
	rt.e.RunMain(func() {
		rt.connectParent()
		main()
	})
	for rt.e.Halted() == nil {
		rt.drive(ctx)
		if rt.e.Halted() != nil {
			break
		}
		rt.beforeExit()
		if !rt.loop.Alive() {
			rt.finish()
		}
	}
	return rt.outcome()
}

// beforeExit emits 'beforeExit', for which nobody can listen before the
// process object is there.
func (rt *Runtime) beforeExit() {
	if rt.started() {
		rt.e.RunCallback(rt.processModule.BeforeExit)
	}
}

// drive runs the loop until it is empty or stopped.
func (rt *Runtime) drive(ctx context.Context) {
	if rt.milestones.LoopStart.IsZero() {
		rt.milestones.LoopStart = rt.cfg.now()
	}
	if err := rt.loop.Run(ctx); err != nil {
		rt.e.Halt(err)
	}
}

// finish emits 'exit'. Of what its listeners leave behind only promise jobs
// still run, as on Node.
func (rt *Runtime) finish() {
	code := 0
	rt.milestones.LoopExit = rt.cfg.now()
	if rt.moduleLoader != nil {
		rt.e.RunMain(rt.moduleLoader.Ending)
	}
	if rt.started() {
		rt.e.RunMain(rt.processModule.Finish)
		code = rt.processModule.ExitCode()
	}
	if rt.e.Halted() == nil {
		rt.naturalEnd = true
		rt.e.Halt(&engine.ExitError{Code: code})
	}
}

// outcome is what a run returns. A natural end leaves the runtime ready for
// another one.
func (rt *Runtime) outcome() error {
	reason := rt.e.Halted()
	if rt.naturalEnd {
		rt.naturalEnd = false
		rt.e.Resume()
	}
	return public(reason)
}

// interruptOn makes the end of ctx stop running JavaScript, until the
// function that it returns is called.
func (rt *Runtime) interruptOn(ctx context.Context) (stop func()) {
	done := make(chan struct{})
	cancel := context.AfterFunc(ctx, func() {
		defer close(done)
		rt.e.Interrupt(ctx.Err())
	})
	return func() {
		if !cancel() {
			<-done
			rt.e.ClearInterrupt()
		}
	}
}

// Serve runs the event loop until ctx ends or the runtime is closed, also
// while there is nothing to do, so that Do and Post always find it running.
// It returns ctx.Err(), ErrClosed, or the error with which the script ended
// early.
//
//	go rt.Serve(ctx)
//	rt.Do(ctx, func(vm *goja.Runtime) error { ... })
func (rt *Runtime) Serve(ctx context.Context) error {
	if err := rt.acquire(ctx, loopOwner); err != nil {
		return err
	}
	defer rt.release()
	defer rt.interruptOn(ctx)()
	defer rt.loop.Hold()()
	rt.drive(ctx)
	return public(rt.e.Halted())
}
