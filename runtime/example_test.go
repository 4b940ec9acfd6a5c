package runtime_test

import (
	"context"
	"errors"
	"fmt"
	"net"
	"os"
	"testing/fstest"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/netmodule/transport"
	"github.com/gonode/gonode/runtime"
)

// A runtime without options is closed: this script computes and prints, and
// could do nothing else.
func Example() {
	rt, err := runtime.New(runtime.WithStdio(nil, os.Stdout, os.Stderr))
	if err != nil {
		fmt.Println(err)
		return
	}
	defer rt.Close()
	value, err := rt.RunString(context.Background(), "sum.js", `
		setTimeout(() => console.log('later'), 1);
		console.log('hello from', process.title);
		[1, 2, 3].reduce((a, b) => a + b)
	`)
	fmt.Println(value, err)
	// Output:
	// hello from gonode
	// later
	// 6 <nil>
}

// Each end of a script has its type.
func ExampleRuntime_RunString() {
	for _, src := range []string{"process.exit(3)", "throw new TypeError('bad')", "fetchNothing()"} {
		rt, err := runtime.New()
		if err != nil {
			fmt.Println(err)
			return
		}
		_, err = rt.RunString(context.Background(), "end.js", src)
		var exit *runtime.ExitError
		var uncaught *runtime.UncaughtError
		switch {
		case errors.As(err, &exit):
			fmt.Println("exit code", exit.Code)
		case errors.As(err, &uncaught):
			fmt.Println(uncaught.Message)
		}
		rt.Close()
	}
	// Output:
	// exit code 3
	// TypeError: bad
	// ReferenceError: fetchNothing is not defined
}

// A Go module has the shape of goja_nodejs's.
func ExampleWithModule() {
	rt, err := runtime.New(
		runtime.WithStdio(nil, os.Stdout, os.Stderr),
		runtime.WithModule("greeter", func(vm *goja.Runtime, module *goja.Object) {
			exports := module.Get("exports").(*goja.Object)
			_ = exports.Set("greet", func(name string) string { return "hello " + name })
		}))
	if err != nil {
		fmt.Println(err)
		return
	}
	defer rt.Close()
	_, err = rt.RunString(context.Background(), "main.js", "console.log(require('greeter').greet('Ada'))")
	if err != nil {
		fmt.Println(err)
	}
	// Output: hello Ada
}

// Scripts come from a file tree, such as one that go:embed made.
func ExampleWithFS() {
	scripts := fstest.MapFS{
		"main.js":        {Data: []byte("console.log(require('./lib/double')(21), __filename)")},
		"lib/double.js":  {Data: []byte("module.exports = (n) => n * 2")},
		"lib/unused.txt": {Data: []byte("not code")},
	}
	rt, err := runtime.New(runtime.WithStdio(nil, os.Stdout, os.Stderr), runtime.WithFS(runtime.FromFS(scripts)))
	if err != nil {
		fmt.Println(err)
		return
	}
	defer rt.Close()
	if err := rt.RunFile(context.Background(), "/main.js"); err != nil {
		fmt.Println(err)
	}
	// Output: 42 /main.js
}

// The script's network is a dialer of the program's.
func ExampleWithNetwork() {
	network := transport.Custom(transport.CustomOptions{
		Dial: func(_ context.Context, network, address string) (net.Conn, error) {
			ours, theirs := net.Pipe()
			go func() {
				defer theirs.Close()
				fmt.Fprintf(theirs, "welcome to %s over %s", address, network)
			}()
			return ours, nil
		},
	})
	rt, err := runtime.New(runtime.WithStdio(nil, os.Stdout, os.Stderr), runtime.WithNetwork(network))
	if err != nil {
		fmt.Println(err)
		return
	}
	defer rt.Close()
	_, err = rt.RunString(context.Background(), "client.js", `
		require('net').connect(25, '192.0.2.1').on('data', (b) => console.log(String(b)));
	`)
	if err != nil {
		fmt.Println(err)
	}
	// Output: welcome to 192.0.2.1:25 over tcp4
}

// While one goroutine serves the loop, others use the runtime through Do, which
// waits for its answer, and Post, which does not.
func ExampleRuntime_Serve() {
	rt, err := runtime.New(runtime.WithStdio(nil, os.Stdout, os.Stderr))
	if err != nil {
		fmt.Println(err)
		return
	}
	ctx, stop := context.WithCancel(context.Background())
	served := make(chan error)
	go func() { served <- rt.Serve(ctx) }()

	err = rt.Do(ctx, func(vm *goja.Runtime) error {
		_, err := vm.RunString("let hits = 0; function hit(who) { console.log(who, ++hits) }")
		return err
	})
	if err != nil {
		fmt.Println(err)
	}
	done := make(chan struct{})
	err = rt.Post(func(vm *goja.Runtime) {
		defer close(done)
		hit, _ := goja.AssertFunction(vm.Get("hit"))
		if _, err := hit(goja.Undefined(), vm.ToValue("posted")); err != nil {
			fmt.Println(err)
		}
	})
	if err != nil {
		fmt.Println(err)
	}
	<-done
	stop()
	fmt.Println(<-served)
	fmt.Println(rt.Close())
	// Output:
	// posted 1
	// context canceled
	// <nil>
}
