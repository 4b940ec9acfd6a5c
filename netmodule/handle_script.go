package netmodule

import (
	"math"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/binding"
	"github.com/gonode/gonode/internal/engine"
	"github.com/gonode/gonode/internal/nodeerr"
	"github.com/gonode/gonode/netmodule/transport"
)

// scriptConn is a connection that a script has made up: an object with the
// methods of a handle, given to new net.Socket({handle}). As on Node it can be
// written to and closed, but brings no data.
type scriptConn struct {
	m   *Module
	obj *goja.Object
}

var _ transport.Conn = (*scriptConn)(nil)

// call calls a method that the object need not have; without it the answer is
// undefined.
func (c *scriptConn) call(name string, args ...goja.Value) goja.Value {
	fn, ok := engine.Callable(c.obj.Get(name))
	if !ok {
		return goja.Undefined()
	}
	return c.m.e.Call(fn, c.obj, args...)
}

// failure is the error of a method that answered with a number.
func failure(answer goja.Value, syscall string) error {
	errno := int(answer.ToInteger())
	if errno == 0 {
		return nil
	}
	return nodeerr.FromCode(nodeerr.ErrnoName(errno), syscall, nil)
}

func (c *scriptConn) Start(transport.Handler) {}
func (c *scriptConn) ReadStart()              { c.m.e.CallMethod(c.obj, "readStart") }
func (c *scriptConn) ReadStop()               { c.call("readStop") }

// Write gives the object one buffer, or all of them.
func (c *scriptConn) Write(bufs [][]byte, _ func(error)) (bool, error) {
	req := c.m.vm.NewObject()
	if len(bufs) == 1 {
		return true, failure(c.m.e.CallMethod(c.obj, "writeBuffer", req, c.m.buf.FromBytes(bufs[0])), "write")
	}
	list := make([]any, len(bufs))
	for i, b := range bufs {
		list[i] = c.m.buf.FromBytes(b)
	}
	all := c.m.vm.ToValue(true)
	return true, failure(c.m.e.CallMethod(c.obj, "writev", req, c.m.vm.NewArray(list...), all), "write")
}

func (c *scriptConn) Shutdown(done func(error)) {
	req := c.m.vm.NewObject()
	binding.Value(req, "oncomplete", binding.Func(c.m.vm, "", 1, func(call goja.FunctionCall) goja.Value {
		done(failure(call.Argument(0), "shutdown"))
		return nil
	}))
	if answer := c.m.e.CallMethod(c.obj, "shutdown", req); answer.ToInteger() != 0 {
		c.m.loop.QueuePending(func() { done(failure(answer, "shutdown")) })
	}
}

func (c *scriptConn) Close(done func()) {
	c.m.e.CallMethod(c.obj, "close", binding.Func(c.m.vm, "", 0, func(goja.FunctionCall) goja.Value {
		if done != nil {
			done()
		}
		return nil
	}))
}

func (c *scriptConn) Reset(done func()) error {
	return failure(c.m.e.CallMethod(c.obj, "reset", binding.Func(c.m.vm, "", 0, func(goja.FunctionCall) goja.Value {
		if done != nil {
			done()
		}
		return nil
	})), "reset")
}

func (c *scriptConn) SetNoDelay(on bool) error {
	return failure(c.call("setNoDelay", c.m.vm.ToValue(on)), "setNoDelay")
}

func (c *scriptConn) SetKeepAlive(on bool, k transport.KeepAlive) error {
	return failure(c.call("setKeepAlive", c.m.vm.ToValue(on), c.m.vm.ToValue(int(k.Delay.Seconds()))), "setKeepAlive")
}

func (c *scriptConn) SetTypeOfService(tos int) error {
	return failure(c.call("setTypeOfService", c.m.vm.ToValue(tos)), "setTypeOfService")
}

func (c *scriptConn) TypeOfService() (int, error) {
	return int(c.call("getTypeOfService").ToInteger()), nil
}

func (c *scriptConn) LocalAddr() (transport.Addr, error)  { return c.name("getsockname") }
func (c *scriptConn) RemoteAddr() (transport.Addr, error) { return c.name("getpeername") }

func (c *scriptConn) name(method string) (transport.Addr, error) {
	out := c.m.vm.NewObject()
	if err := failure(c.call(method, out), method); err != nil {
		return transport.Addr{}, err
	}
	addr := transport.Addr{Port: int(orUndefined(out.Get("port")).ToInteger())}
	if ip := out.Get("address"); !isNil(ip) {
		addr.IP = ip.String()
	}
	if family := out.Get("family"); !isNil(family) {
		addr.Family = family.String()
	}
	return addr, nil
}

func (c *scriptConn) number(name string) float64 {
	n := orUndefined(c.obj.Get(name)).ToFloat()
	if math.IsNaN(n) || n < 0 {
		return 0
	}
	return n
}

func (c *scriptConn) QueuedBytes() int     { return int(c.number("writeQueueSize")) }
func (c *scriptConn) BytesRead() uint64    { return uint64(c.number("bytesRead")) }
func (c *scriptConn) BytesWritten() uint64 { return uint64(c.number("bytesWritten")) }

func (c *scriptConn) Ref()   { c.call("ref") }
func (c *scriptConn) Unref() { c.call("unref") }

func (c *scriptConn) HasRef() bool { return c.call("hasRef").ToBoolean() }

// FD is the object's own word for it.
func (c *scriptConn) FD() int {
	if v := c.obj.Get("fd"); !isNil(v) && goja.IsNumber(v) {
		return int(v.ToInteger())
	}
	return -1
}
