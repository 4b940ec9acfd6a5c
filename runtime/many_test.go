package runtime_test

import (
	"context"
	"errors"
	"fmt"
	"runtime/pprof"
	"strings"
	"sync"
	"testing"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/netmodule/transport"
	"github.com/gonode/gonode/runtime"
)

const (
	manyRuntimes = 1000
	maxThreads   = 50
)

// TestManyIdleRuntimes: a thousand runtimes that wait, each for a timer and for
// connections to a server of its own, need hardly any threads.
func TestManyIdleRuntimes(t *testing.T) {
	host := transport.Host(transport.HostOptions{})
	ctx, cancel := context.WithCancel(deadline(t))
	defer cancel()
	rts := make([]*runtime.Runtime, manyRuntimes)
	var running, ended sync.WaitGroup
	for i := range rts {
		rt, err := runtime.New(runtime.WithNetwork(host))
		if err != nil {
			t.Fatal(err)
		}
		rts[i] = rt
		running.Add(1)
		ended.Go(func() {
			err := rt.RunStringThen(ctx, "idle.js", `
				setTimeout(() => {}, 1e9);
				(ready) => require('net').createServer().listen(0, '127.0.0.1', ready);
			`, func(listen goja.Value) {
				call, _ := goja.AssertFunction(listen)
				if _, err := call(goja.Undefined(), rt.VM().ToValue(running.Done)); err != nil {
					panic(err)
				}
			})
			if !errors.Is(err, runtime.ErrClosed) {
				t.Errorf("a run ended with %v", err)
			}
		})
	}
	running.Wait()
	// One of them still answers.
	if err := rts[manyRuntimes/2].Do(ctx, func(vm *goja.Runtime) error { return vm.Set("x", 1) }); err != nil {
		t.Error(err)
	}
	// The profile has one entry for each thread that was ever made.
	if n := pprof.Lookup("threadcreate").Count(); n >= maxThreads {
		t.Errorf("%d threads", n)
	}
	for _, rt := range rts {
		if err := rt.Close(); err != nil {
			t.Errorf("Close: %v", err)
		}
	}
	ended.Wait()
}

// TestConcurrentRuntimes: runtimes on their own goroutines do not get into each
// other's way, also while they use the same compiled files.
func TestConcurrentRuntimes(t *testing.T) {
	host := transport.Host(transport.HostOptions{})
	var group sync.WaitGroup
	for i := range 16 {
		group.Go(func() {
			var out strings.Builder
			rt, err := runtime.New(runtime.WithStdio(nil, &out, nil), runtime.WithNetwork(host),
				runtime.WithFS(runtime.FromFS(tree)), runtime.WithArgs(fmt.Sprint(i)))
			if err != nil {
				t.Error(err)
				return
			}
			defer rt.Close()
			_, err = rt.RunString(deadline(t), "x.js", roundTrip+`
				require('/app/main.js');
				const e = new (require('events'))();
				e.on('x', (n) => { globalThis.sum = (globalThis.sum || 0) + n });
				for (let i = 0; i < 1000; i++) e.emit('x', i);
				process.on('exit', () => console.log(sum, process.argv[1], require('util').inspect({ a: [1, { b: 2 }] })));
			`)
			if err != nil {
				t.Error(err)
			}
			want := fmt.Sprintf("lib in /app/lib default 5 /app/main.js\nfrom the server\n499500 %d { a: [ 1, { b: 2 } ] }\n", i)
			if out.String() != want {
				t.Errorf("runtime %d: %q", i, out.String())
			}
		})
	}
	group.Wait()
}

// TestRuntimesShareNothing: what one script changes, another does not see.
func TestRuntimesShareNothing(t *testing.T) {
	const spoil = `
		globalThis.leak = 1;
		Object.prototype.leak = 1;
		Array.prototype.map = null;
		process.env.LEAK = '1';
		process.title = 'leak';
		process.exitCode = 0;
		process.umask(0o777);
		require('events').prototype.leak = 1;
		require('events').defaultMaxListeners = 99;
		require('net').leak = 1;
		require('util').inspect.defaultOptions.depth = 0;
		require('/app/lib').leak = 1;
		require('buffer').INSPECT_MAX_BYTES = 1;
		require.extensions['.js'] = null;
		Symbol.for('shared').leak;
		Error.stackTraceLimit = 0;
		Date.now = () => 0;
		process.on('uncaughtException', () => {});
	`
	const look = `
		const seen = [typeof leak, {}.leak, [1].map((x) => x)[0], process.env.LEAK, process.title,
			new (require('events'))().leak, require('events').defaultMaxListeners, require('net').leak,
			require('util').inspect({ a: { b: { c: {} } } }), require('/app/lib').leak,
			require('buffer').INSPECT_MAX_BYTES, typeof require.extensions['.js'], Error.stackTraceLimit,
			Date.now() > 0, process.listenerCount('uncaughtException')];
		console.log(seen.join());
	`
	const want = "undefined,,1,,gonode,,10,,{ a: { b: { c: {} } } },,50,function,10,true,0\n"
	files := runtime.WithFS(runtime.FromFS(tree))
	first, second := newRuntime(t, files), newRuntime(t, files)
	if _, err := second.RunString(deadline(t), "before.js", "require('events'); require('/app/lib')"); err != nil {
		t.Fatal(err)
	}
	if _, err := first.RunString(deadline(t), "spoil.js", spoil); err != nil {
		t.Fatal(err)
	}
	expect(t, "a new runtime", output(t, look, files), want)
	v, err := second.RunString(deadline(t), "look.js", look+"seen.join()")
	if err != nil {
		t.Fatal(err)
	}
	expect(t, "an older one", v.String()+"\n", want)
}
