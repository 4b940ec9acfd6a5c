package runtime

import (
	_ "embed"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/binding"
	"github.com/gonode/gonode/internal/engine"
	"github.com/gonode/gonode/internal/jsfile"
	"github.com/gonode/gonode/internal/nodeerr"
	"github.com/gonode/gonode/netmodule/stdio"
)

//go:embed stdio.js
var stdioSource string

var stdioFile = jsfile.New("node:internal/bootstrap/stdio", stdioSource)

// standard holds the runtime's side of the standard streams.
type standard struct {
	stdout, stderr *stdio.Output
	stdin          *stdinSource  // for a stdin that is no socket
	inputs         []*stdio.Conn // what reads standard input
	classes        *goja.Object  // what stdio.js returns
}

// close stops reading standard input.
func (s *standard) close() {
	for _, conn := range s.inputs {
		conn.Close(nil)
	}
}

// streamType is `stream._type`.
func streamType(kind stdio.Kind) string {
	switch kind {
	case stdio.Pipe:
		return "pipe"
	case stdio.TTY:
		return "tty"
	}
	return "fs"
}

// output is the runtime's side of standard output or standard error.
func (rt *Runtime) output(fd int) *stdio.Output {
	if fd == 1 {
		return rt.stdout
	}
	return rt.stderr
}

// stdioStream makes process.stdin, stdout or stderr.
func (rt *Runtime) stdioStream(fd int) goja.Value {
	vm := rt.e.VM
	var from any = rt.cfg.stdio.in
	if fd > 0 {
		from = rt.output(fd).Writer()
	}
	kind := stdio.KindOf(from)
	if rt.standard.classes == nil {
		rt.standard.classes = stdioFile.Call(rt.e, rt.streams().Exports(), rt.stdioHost()).(*goja.Object)
	}
	maker := binding.Func(vm, "", 1, func(goja.FunctionCall) goja.Value { return rt.stdioSocket(fd, kind) })
	if fd == 0 {
		return rt.e.CallMethod(rt.standard.classes, "input", vm.ToValue(streamType(kind)), maker)
	}
	return rt.e.CallMethod(rt.standard.classes, "output", vm.ToValue(fd), vm.ToValue(streamType(kind)), maker)
}

// stdioHost is what stdio.js calls.
func (rt *Runtime) stdioHost() *goja.Object {
	host := rt.e.VM.NewObject()
	binding.Methods(rt.e.VM, host,
		binding.Method{Name: "write", Length: 2, Fn: func(c goja.FunctionCall) goja.Value {
			b, _ := rt.buffers().Bytes(c.Argument(1))
			if _, err := rt.output(int(c.Argument(0).ToInteger())).Write(b); err != nil {
				return nodeerr.FromGo(err, "write").Object(rt.e.VM)
			}
			return goja.Null()
		}},
		binding.Method{Name: "read", Length: 1, Fn: func(c goja.FunctionCall) goja.Value {
			fn, _ := engine.Callable(c.Argument(0))
			rt.stdinReader().read(fn)
			return nil
		}},
		binding.Method{Name: "stop", Fn: func(goja.FunctionCall) goja.Value {
			rt.stdinReader().conn.Close(nil)
			return nil
		}},
	)
	return host
}

// stdioSocket makes the stream of a pipe or a terminal.
func (rt *Runtime) stdioSocket(fd int, kind stdio.Kind) goja.Value {
	vm := rt.e.VM
	if kind == stdio.TTY {
		name := "WriteStream"
		if fd == 0 {
			name = "ReadStream"
		}
		return rt.instance(rt.tty().Exports().Get(name).(*goja.Object), vm.ToValue(fd))
	}
	opts := vm.NewObject()
	binding.Value(opts, "fd", vm.ToValue(fd))
	binding.Value(opts, "readable", vm.ToValue(fd == 0))
	binding.Value(opts, "writable", vm.ToValue(fd != 0))
	binding.Value(opts, "manualStart", vm.ToValue(true))
	return rt.instance(rt.net().SocketConstructor(), opts)
}

func (rt *Runtime) instance(ctor *goja.Object, args ...goja.Value) goja.Value {
	obj, err := rt.e.VM.New(ctor, args...)
	if err != nil {
		panic(err)
	}
	return obj
}

// writeStderr writes to standard error past the stream. What cannot be
// written there has nowhere to go.
func (rt *Runtime) writeStderr(text string) { _, _ = rt.stderr.Write([]byte(text)) }

// stdinSource feeds a standard input that is no socket.
type stdinSource struct {
	rt   *Runtime
	conn *stdio.Conn
	done engine.Func // of the read under way
}

func (rt *Runtime) stdinReader() *stdinSource {
	if rt.standard.stdin == nil {
		s := &stdinSource{rt: rt, conn: stdio.NewInput(rt.loop, rt.cfg.stdio.in, 0)}
		s.conn.Start(s)
		rt.standard.inputs = append(rt.standard.inputs, s.conn)
		rt.standard.stdin = s
	}
	return rt.standard.stdin
}

// read calls back once with an error, with data or, at the end, with null.
func (s *stdinSource) read(done engine.Func) {
	s.done = done
	s.conn.ReadStart()
}

func (s *stdinSource) finish(err, chunk goja.Value) {
	s.conn.ReadStop()
	done := s.done
	s.rt.e.RunCallback(func() { s.rt.e.Call(done, goja.Undefined(), err, chunk) })
}

// OnRead brings data, which becomes the memory of a Buffer.
func (s *stdinSource) OnRead(b []byte) bool {
	s.finish(goja.Null(), s.rt.buffers().FromBytes(b))
	return true
}

// OnReadError brings the error that ended reading.
func (s *stdinSource) OnReadError(err error) {
	s.finish(nodeerr.FromGo(err, "read").Object(s.rt.e.VM), goja.Null())
}

// OnEOF brings the end.
func (s *stdinSource) OnEOF() { s.finish(goja.Null(), goja.Null()) }
