package prelude_test

import (
	"runtime"
	"testing"
	"time"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/eventloop"
	"github.com/gonode/gonode/internal/engine"
	"github.com/gonode/gonode/modules/prelude"
)

// newEngine is an engine with the prelude and a loop that runs it.
func newEngine(t testing.TB) (*engine.Engine, *eventloop.Loop) {
	t.Helper()
	e := engine.New()
	loop, err := eventloop.New(eventloop.WithHook(e))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := loop.Close(); err != nil {
			t.Error(err)
		}
	})
	e.Attach(loop)
	prelude.Install(e)
	return e, loop
}

func run(t testing.TB, e *engine.Engine, source string) (v goja.Value) {
	t.Helper()
	e.RunMain(func() {
		var err error
		if v, err = e.VM.RunString(source); err != nil {
			t.Error(err)
		}
	})
	return v
}

// TestFinalizer waits for the collector to find objects, and for the loop to
// run the callbacks, which must happen on its own goroutine.
func TestFinalizer(t *testing.T) {
	e, loop := newEngine(t)
	seen := 0
	done := loop.Hold()
	if err := e.VM.Set("report", func(goja.FunctionCall) goja.Value {
		if seen++; seen == 1 {
			done()
		}
		return goja.Undefined()
	}); err != nil {
		t.Fatal(err)
	}
	run(t, e, `
		const registry = new FinalizationRegistry(report);
		for (let i = 0; i < 50; i++) registry.register({}, i);
	`)
	stop := make(chan struct{})
	finished := make(chan struct{})
	go func() {
		defer close(finished)
		for tick := time.NewTicker(time.Millisecond); ; {
			select {
			case <-stop:
				tick.Stop()
				return
			case <-tick.C:
				runtime.GC()
			}
		}
	}()
	if err := loop.Run(t.Context()); err != nil {
		t.Error(err)
	}
	close(stop)
	<-finished
	if seen == 0 {
		t.Error("no callback")
	}
}

// TestWeakRefKeeps holds the target of a WeakRef until the job has ended.
func TestWeakRefKeeps(t *testing.T) {
	e, _ := newEngine(t)
	if err := e.VM.Set("gc", prelude.CollectGarbage(e.VM)); err != nil {
		t.Fatal(err)
	}
	if v := run(t, e, `
		const ref = new WeakRef({ a: 1 });
		gc();
		gc();
		ref.deref() !== undefined;
	`); !v.ToBoolean() {
		t.Error("the target is gone within the job that made the WeakRef")
	}
}

// TestManyEngines shares the compiled files among engines.
func TestManyEngines(t *testing.T) {
	for range 2 {
		e, _ := newEngine(t)
		if v := run(t, e, `[1, 2, 3].values().map((x) => x * 2).toArray().join() + typeof new DisposableStack()`); v.String() != "2,4,6object" {
			t.Error(v)
		}
	}
}

func BenchmarkInstall(b *testing.B) {
	for range b.N {
		prelude.Install(engine.New())
	}
}

func BenchmarkEngineAlone(b *testing.B) {
	for range b.N {
		engine.New()
	}
}
