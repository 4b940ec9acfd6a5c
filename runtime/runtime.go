// Package runtime runs Node-style scripts inside a Go program: a goja engine,
// the event loop, the module loader and the built-in modules. The command
// gonode is a thin main over it.
//
//	rt, err := runtime.New(runtime.WithHost())
//	if err != nil { ... }
//	defer rt.Close()
//	err = rt.RunFile(ctx, "server.js")
//
// # What a script may reach
//
// A runtime made without options is closed: no network, no files, no
// environment variables, no signals, no other processes, and its standard
// streams are empty. Each option opens one of them, to the host's own or to
// something that the embedder brings; WithHost opens all, as the command
// does. The clock and the count of used memory are open.
//
// # Goroutines
//
// A Runtime is driven by the goroutine that is inside RunFile, RunString,
// Serve, Await or Do; only that goroutine may touch goja values. Do, Post,
// Close and the function that Begin returns may be called from any other.
// Many runtimes live in one program and share nothing but compiled scripts.
// An idle runtime holds no thread, and after Close none of its goroutines is
// left.
//
// # Ends of a script
//
// A script ends when nothing is left to wait for, by process.exit, by an
// exception that nothing caught, by the end of its context, or by a Go panic
// in native code; each but the first comes back as an error of its own type
// and leaves a runtime that only Close is good for. After a natural end the
// runtime can run another script in the same global scope.
package runtime

import (
	"fmt"
	"sync"
	"time"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/eventloop"
	"github.com/gonode/gonode/internal/engine"
	"github.com/gonode/gonode/modules/perfhooks"
	"github.com/gonode/gonode/netmodule/stdio"
)

// Runtime is one script environment.
type Runtime struct {
	cfg   config
	e     *engine.Engine
	loop  *eventloop.Loop
	start time.Time

	milestones perfhooks.Milestones // loop goroutine only

	standard // loop goroutine only
	builtins // loop goroutine only

	script     string // process.argv[1]; loop goroutine only
	naturalEnd bool   // the last script's end was its own; loop goroutine only

	mu      sync.Mutex
	idle    *sync.Cond // owner has changed
	owner   owner
	closing bool
	jobs    []*job
}

// New makes a runtime. It starts no goroutine until a script needs one.
func New(opts ...Option) (*Runtime, error) {
	cfg := defaults()
	for _, opt := range opts {
		opt(&cfg)
	}
	if err := cfg.validate(); err != nil {
		return nil, fmt.Errorf("runtime: %w", err)
	}
	rt := &Runtime{cfg: cfg, start: cfg.now()}
	rt.milestones.V8Start = cfg.now()
	rt.e = engine.New()
	rt.idle = sync.NewCond(&rt.mu)
	loop, err := eventloop.New(
		eventloop.WithHook(rt.e), eventloop.WithClock(cfg.clock), eventloop.WithWaitMode(cfg.waitMode))
	if err != nil {
		return nil, fmt.Errorf("runtime: event loop: %w", err)
	}
	rt.loop = loop
	rt.e.Attach(loop)
	rt.setUp()
	rt.milestones.Environment = cfg.now()
	return rt, nil
}

// setUp gives the VM its globals and hooks.
func (rt *Runtime) setUp() {
	rt.e.VM.SetTimeSource(rt.cfg.now)
	rt.made = map[string]goja.Value{}
	rt.stdout, rt.stderr = stdio.NewOutput(rt.cfg.stdio.out), stdio.NewOutput(rt.cfg.stdio.err)
	rt.e.OnUncaught(func(ex *goja.Exception, origin string) { rt.process().Uncaught(ex, origin) })
	rt.e.VM.SetPromiseRejectionTracker(func(p *goja.Promise, op goja.PromiseRejectionOperation) {
		rt.process().TrackRejection(p, op)
	})
	rt.installGlobals()
}

// VM is the goja runtime. Use it inside Do, Post and native functions only.
func (rt *Runtime) VM() *goja.Runtime { return rt.e.VM }

// Close ends a running script, waits until its goroutine has let go of the
// runtime, closes every socket, timer and signal, and frees what the loop
// holds. It must not be called by a callback of the runtime itself; there,
// process.exit or a cancelled context ends the script. Close again does
// nothing.
func (rt *Runtime) Close() error {
	rt.mu.Lock()
	defer rt.mu.Unlock()
	if rt.closing {
		return nil
	}
	rt.closing = true
	for rt.owner != nobody {
		rt.e.Interrupt(ErrClosed)
		rt.loop.Post(func() { rt.e.Halt(ErrClosed) })
		rt.idle.Wait()
	}
	rt.standard.close()
	rt.builtins.close()
	if err := rt.loop.Close(); err != nil {
		return fmt.Errorf("runtime: event loop: %w", err)
	}
	return nil
}
