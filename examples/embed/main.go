// Command embed runs a script inside a Go program: the script serves TCP on
// the loopback interface and nothing else, greets with a word from Go, and is
// asked by Go for what it counted.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"os"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/netmodule/transport"
	"github.com/gonode/gonode/runtime"
)

const script = `
const net = require('net');
const { word, listening } = require('host');

let greeted = 0;
const server = net.createServer((socket) => {
  greeted++;
  socket.end(word + ', visitor ' + greeted + '\n');
});
server.listen(0, '127.0.0.1', () => listening(server.address().port));

globalThis.stop = () => {
  server.close();
  return greeted;
};
`

func main() {
	if err := run(os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "embed:", err)
		os.Exit(1)
	}
}

// onlyLoopback is asked about every address, after names are resolved.
func onlyLoopback(_ context.Context, t transport.Target) error {
	if t.Addr.Addr().IsLoopback() {
		return nil
	}
	return errors.New("only the loopback interface is open")
}

func run(out io.Writer) error {
	ports := make(chan int, 1)
	rt, err := runtime.New(
		runtime.WithStdio(nil, out, os.Stderr),
		runtime.WithNetwork(transport.Host(transport.HostOptions{Policy: onlyLoopback})),
		runtime.WithModule("host", func(vm *goja.Runtime, module *goja.Object) {
			exports := vm.NewObject()
			_ = exports.Set("word", "welcome")
			_ = exports.Set("listening", func(port int) { ports <- port })
			_ = module.Set("exports", exports)
		}),
	)
	if err != nil {
		return err
	}
	defer rt.Close()

	ctx := context.Background()
	ended := make(chan error, 1)
	go func() {
		_, err := rt.RunString(ctx, "greeter", script)
		ended <- err
	}()

	port := <-ports
	for range 2 {
		if err := visit(out, port); err != nil {
			return err
		}
	}
	var greeted int64
	err = rt.Do(ctx, func(vm *goja.Runtime) error {
		stop, _ := goja.AssertFunction(vm.Get("stop"))
		v, err := stop(goja.Undefined())
		if err == nil {
			greeted = v.ToInteger()
		}
		return err
	})
	if err != nil {
		return err
	}
	fmt.Fprintf(out, "the script greeted %d visitors\n", greeted)
	return <-ended
}

// visit reads one greeting.
func visit(out io.Writer, port int) error {
	conn, err := net.Dial("tcp", fmt.Sprintf("127.0.0.1:%d", port))
	if err != nil {
		return err
	}
	defer conn.Close()
	_, err = io.Copy(out, conn)
	return err
}
