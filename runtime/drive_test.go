package runtime_test

import (
	"context"
	"errors"
	"sync"
	"testing"
	"time"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/runtime"
)

func TestDo(t *testing.T) {
	rt := newRuntime(t)
	ctx := deadline(t)
	if err := rt.Do(ctx, func(vm *goja.Runtime) error { return vm.Set("answer", 42) }); err != nil {
		t.Fatal(err)
	}
	v, err := rt.RunString(ctx, "x.js", "answer")
	if err != nil || v.ToInteger() != 42 {
		t.Errorf("answer = %v, %v", v, err)
	}
	want := errors.New("mine")
	if err := rt.Do(ctx, func(*goja.Runtime) error { return want }); err != want {
		t.Errorf("Do = %v", err)
	}
	err = rt.Do(ctx, func(vm *goja.Runtime) error { panic(vm.NewTypeError("thrown")) })
	var uncaught *runtime.UncaughtError
	if !errors.As(err, &uncaught) || uncaught.Message != "TypeError: thrown" {
		t.Errorf("Do = %v", err)
	}
	if _, err := rt.RunString(ctx, "x.js", "answer"); err != nil {
		t.Errorf("an exception in Do ended the runtime: %v", err)
	}
}

// TestDoRunsTicks: Do is a macrotask with ticks and promise jobs after it.
func TestDoRunsTicks(t *testing.T) {
	rt := newRuntime(t)
	var order string
	err := rt.Do(deadline(t), func(vm *goja.Runtime) error {
		_ = vm.Set("note", func(s string) { order += s })
		_, err := vm.RunString("Promise.resolve().then(() => note('p')); process.nextTick(note, 't'); note('s')")
		return err
	})
	if err != nil || order != "stp" {
		t.Errorf("order %q, %v", order, err)
	}
}

// TestServe: while Serve runs the loop on one goroutine, others use the
// runtime through Do and Post.
func TestServe(t *testing.T) {
	rt := newRuntime(t)
	ctx, stop := context.WithCancel(deadline(t))
	served := make(chan error, 1)
	go func() { served <- rt.Serve(ctx) }()
	var group sync.WaitGroup
	for range 8 {
		group.Go(func() {
			for range 100 {
				err := rt.Do(deadline(t), func(vm *goja.Runtime) error {
					_, err := vm.RunString("globalThis.n = (globalThis.n || 0) + 1")
					return err
				})
				if err != nil {
					t.Errorf("Do: %v", err)
				}
			}
		})
	}
	group.Wait()
	posted := make(chan int64, 1)
	if err := rt.Post(func(vm *goja.Runtime) { posted <- vm.Get("n").ToInteger() }); err != nil {
		t.Fatal(err)
	}
	if n := <-posted; n != 800 {
		t.Errorf("n = %d", n)
	}
	stop()
	if err := <-served; !errors.Is(err, context.Canceled) {
		t.Errorf("Serve = %v", err)
	}
}

// TestDoNeverMissed: a Do that arrives while a run ends is carried out.
func TestDoNeverMissed(t *testing.T) {
	rt := newRuntime(t)
	ctx := deadline(t)
	done := make(chan struct{})
	go func() {
		defer close(done)
		for range 200 {
			if err := rt.Do(ctx, func(*goja.Runtime) error { return nil }); err != nil && !errors.Is(err, runtime.ErrBusy) {
				t.Errorf("Do: %v", err)
				return
			}
		}
	}()
	for running := true; running; {
		select {
		case <-done:
			running = false
		default:
			if _, err := rt.RunString(ctx, "x.js", "setImmediate(() => {})"); err != nil && !errors.Is(err, runtime.ErrBusy) {
				t.Errorf("RunString: %v", err)
				running = false
			}
		}
	}
	<-done
}

func TestAwait(t *testing.T) {
	rt := newRuntime(t)
	ctx := deadline(t)
	v, err := rt.RunString(ctx, "x.js", "5")
	if err != nil {
		t.Fatal(err)
	}
	if v, err = rt.Await(ctx, v); err != nil || v.ToInteger() != 5 {
		t.Errorf("a plain value: %v, %v", v, err)
	}
	await := func(src string) (goja.Value, error) {
		var promise goja.Value
		err := rt.Do(ctx, func(vm *goja.Runtime) (err error) {
			promise, err = vm.RunString(src)
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
		return rt.Await(ctx, promise)
	}
	if v, err := await("new Promise((resolve) => setTimeout(resolve, 2, 'late'))"); err != nil || v.String() != "late" {
		t.Errorf("late: %v, %v", v, err)
	}
	var uncaught *runtime.UncaughtError
	if _, err := await("new Promise((_, reject) => setTimeout(reject, 2, new Error('no')))"); !errors.As(err, &uncaught) ||
		uncaught.Message != "Error: no" {
		t.Errorf("rejected: %v", err)
	}
	if _, err := await("new Promise(() => {})"); err == nil {
		t.Error("a promise that nothing can settle was awaited")
	}
}

// TestBegin: announced work keeps the loop alive until its end arrives from
// another goroutine.
func TestBegin(t *testing.T) {
	var rt *runtime.Runtime
	rt = newRuntime(t, runtime.WithModule("work", func(vm *goja.Runtime, module *goja.Object) {
		_ = module.Get("exports").(*goja.Object).Set("start", func(goja.FunctionCall) goja.Value {
			promise, resolve, _ := vm.NewPromise()
			end := rt.Begin()
			go end(func(*goja.Runtime) { _ = resolve("done") })
			return vm.ToValue(promise)
		})
	}))
	v, err := rt.RunString(deadline(t), "x.js", "var result = {}; require('work').start().then((v) => { result.v = v }); result")
	if err != nil || v.(*goja.Object).Get("v").String() != "done" {
		t.Errorf("%v, %v", v, err)
	}
}

func TestBusy(t *testing.T) {
	rt := newRuntime(t)
	ctx, stop := context.WithCancel(deadline(t))
	served := make(chan error, 1)
	go func() { served <- rt.Serve(ctx) }()
	serving := make(chan struct{})
	if err := rt.Post(func(*goja.Runtime) { close(serving) }); err != nil {
		t.Fatal(err)
	}
	<-serving
	if _, err := rt.RunString(deadline(t), "x.js", "1"); !errors.Is(err, runtime.ErrBusy) {
		t.Errorf("RunString beside Serve = %v", err)
	}
	stop()
	<-served
}

// TestClose ends whatever runs, from another goroutine, and the runtime
// answers ErrClosed from then on.
func TestClose(t *testing.T) {
	for _, src := range []string{
		"setInterval(() => {}, 1e9)", "for (;;);", "Promise.resolve().then(() => { for (;;); })",
		"const f = () => setImmediate(f); f()",
	} {
		rt, err := runtime.New()
		if err != nil {
			t.Fatal(err)
		}
		started := make(chan struct{})
		ran := make(chan error, 1)
		go func() {
			ran <- rt.RunStringThen(deadline(t), "x.js", "note => note()", func(v goja.Value) {
				fn, _ := goja.AssertFunction(v)
				_, _ = fn(goja.Undefined(), rt.VM().ToValue(func() { close(started) }))
				if _, err := rt.VM().RunString(src); err != nil {
					panic(err)
				}
			})
		}()
		<-started
		if err := rt.Close(); err != nil {
			t.Errorf("%s: Close: %v", src, err)
		}
		if err := <-ran; !errors.Is(err, runtime.ErrClosed) {
			t.Errorf("%s: the run ended with %v", src, err)
		}
		if err := rt.Close(); err != nil {
			t.Errorf("%s: second Close: %v", src, err)
		}
		if err := rt.Do(deadline(t), func(*goja.Runtime) error { return nil }); !errors.Is(err, runtime.ErrClosed) {
			t.Errorf("%s: Do = %v", src, err)
		}
		if err := rt.Post(func(*goja.Runtime) {}); !errors.Is(err, runtime.ErrClosed) {
			t.Errorf("%s: Post = %v", src, err)
		}
	}
}

// TestCloseFreesSockets: open servers and connections, timers and a pending
// read of standard input leave nothing behind; goleak looks for it at the end.
func TestCloseFreesSockets(t *testing.T) {
	rt, err := runtime.New(runtime.WithHost(), runtime.WithStdio(nil, nil, nil))
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithTimeout(context.Background(), 200*time.Millisecond)
	defer cancel()
	_, err = rt.RunString(ctx, "x.js", `
		const server = require('net').createServer((c) => c.resume()).listen(0, '127.0.0.1', () => {
			require('net').connect(server.address().port, '127.0.0.1');
		});
		process.on('SIGUSR2', () => {});
		setInterval(() => {}, 10);
	`)
	if !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("got %v", err)
	}
	if err := rt.Close(); err != nil {
		t.Errorf("Close: %v", err)
	}
}
