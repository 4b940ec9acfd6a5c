package netmodule

import (
	"math"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/binding"
	"github.com/gonode/gonode/internal/engine"
	"github.com/gonode/gonode/internal/nodeerr"
	"github.com/gonode/gonode/modules/stream"
)

// reader reads a constructor's options object; a nil obj has none.
type reader struct {
	m   *Module
	obj *goja.Object
}

func (o reader) get(name string) goja.Value {
	if o.obj == nil {
		return goja.Undefined()
	}
	return orUndefined(o.obj.Get(name))
}

func (o reader) truthy(name string) bool { return o.get(name).ToBoolean() }

// isFalse reports whether the option is the value false itself.
func (o reader) isFalse(name string) bool {
	b, ok := o.get(name).Export().(bool)
	return ok && !b
}

// keepAliveDelay is keepAliveInitialDelay, given in milliseconds, in seconds.
func (o reader) keepAliveDelay() int {
	v := o.get("keepAliveInitialDelay")
	if goja.IsUndefined(v) {
		return 0
	}
	return int(max(0, o.m.checkNumber(v, "options.keepAliveInitialDelay")) / 1000)
}

// highWaterMark is the option, in bytes, or the default of streams.
func (o reader) highWaterMark() int {
	v := o.get("highWaterMark")
	if goja.IsUndefined(v) {
		return o.m.st.DefaultHWM()
	}
	n := o.m.checkNumber(v, "options.highWaterMark")
	if n < 0 || math.IsNaN(n) {
		panic(nodeerr.OutOfRange(o.m.vm, "options.highWaterMark", "a non-negative number", v))
	}
	return int(min(n, maxInt32))
}

// socketOptions are the options of new net.Socket(options).
type socketOptions struct {
	reader
	fd       int // -1 when not given
	readable bool
	writable bool
	manual   bool // manualStart: reading starts when the script asks
	signal   goja.Value
	onread   *onread
	delay    int

	handle, blockList *goja.Object
}

func (m *Module) socketOptions(arg goja.Value) socketOptions {
	o := socketOptions{reader: reader{m: m}, fd: -1}
	if goja.IsNumber(arg) {
		// The oldest form: new net.Socket(fd).
		o.fd = m.checkFD(arg)
	} else {
		o.obj = m.ownOptions(arg)
	}
	o.refuseObjectMode()
	o.delay = o.keepAliveDelay()
	if v := o.get("fd"); !goja.IsUndefined(v) {
		o.fd = m.checkFD(v)
	}
	o.handle, _ = o.get("handle").(*goja.Object)
	o.readable = !o.isFalse("readable")
	o.writable = !o.isFalse("writable")
	o.manual = o.truthy("manualStart")
	o.signal = o.get("signal")
	o.onread = m.onreadOption(o.get("onread"))
	o.blockList = m.blockListOption(o.get("blockList"))
	return o
}

// ownOptions: new net.Socket() looks at own enumerable properties only. Plain
// objects have no others, which spares a copy.
func (m *Module) ownOptions(arg goja.Value) *goja.Object {
	obj, ok := arg.(*goja.Object)
	if !ok || obj.Prototype() == nil || obj.Prototype() == m.objectProto {
		return obj
	}
	copied := m.vm.NewObject()
	for _, name := range obj.Keys() {
		binding.Value(copied, name, obj.Get(name))
	}
	return copied
}

func (m *Module) checkFD(v goja.Value) int { return m.checkInt32(v, "fd", 0, maxInt32) }

// refuseObjectMode: sockets carry bytes.
func (o socketOptions) refuseObjectMode() {
	for _, name := range []string{"objectMode", "readableObjectMode", "writableObjectMode"} {
		if v := o.get(name); v.ToBoolean() {
			panic(nodeerr.ArgValue(o.m.vm, "options."+name, o.m.describe(v), "is not supported"))
		}
	}
}

func (o socketOptions) duplex() stream.DuplexOptions {
	return stream.DuplexOptions{
		Script: o.obj, KeepStrings: true, NoEmitClose: true, NoHalfOpen: !o.truthy("allowHalfOpen"),
	}
}

// apply stores what takes effect once there is a connection.
func (o socketOptions) apply(s *Socket) {
	s.noDelay = o.truthy("noDelay")
	if v := o.get("typeOfService"); !goja.IsUndefined(v) {
		s.tos = o.m.checkTypeOfService(v, "options.typeOfService")
	}
	s.keepAlive = o.truthy("keepAlive")
	s.keepAliveDelay = o.delay
	s.onread = o.onread
	s.blockList = o.blockList
	// Halves that the caller excluded are over before they begin.
	if !o.readable {
		s.R.Exclude()
	}
	if !o.writable {
		s.W.Exclude()
	}
}

func (m *Module) describe(v goja.Value) string {
	return m.deps.Describe(v, 2)
}

// addSignal destroys the socket when the signal aborts.
func (m *Module) addSignal(s *Socket, signal goja.Value) {
	fn, ok := engine.Callable(m.st.Exports().Get("addAbortSignal"))
	if ok {
		m.e.Call(fn, goja.Undefined(), signal, s.Object())
	}
}

// onread is the onread option: data goes into the script's own buffer instead
// of 'data' events.
type onread struct {
	buffer   goja.Value
	generate engine.Func // makes the buffer, when it is a function
	callback engine.Func
	rest     []byte // read already when the script stopped reading
	m        *Module
}

func (m *Module) onreadOption(v goja.Value) *onread {
	obj, ok := v.(*goja.Object)
	if !ok {
		return nil
	}
	r := &onread{m: m}
	buf := orUndefined(obj.Get("buffer"))
	if fn, ok := engine.Callable(buf); ok {
		r.generate = fn
	} else if _, ok := m.buf.Bytes(buf); ok {
		r.buffer = buf
	} else {
		return nil
	}
	r.callback, ok = engine.Callable(obj.Get("callback"))
	if !ok {
		return nil
	}
	return r
}

// deliver copies b piece by piece into the buffer and calls back; false stops
// the reading.
func (r *onread) deliver(s *Socket, b []byte) bool {
	for len(b) > 0 {
		if r.buffer == nil {
			r.next()
		}
		dst, ok := r.m.buf.Bytes(r.buffer)
		if !ok || len(dst) == 0 {
			return true
		}
		n := copy(dst, b)
		b = b[n:]
		ret := r.m.e.Call(r.callback, s.Object(), r.m.vm.ToValue(n), r.buffer)
		r.next()
		if more, ok := ret.Export().(bool); ok && !more || !s.reading {
			r.rest = append([]byte(nil), b...)
			return false
		}
	}
	return true
}

// next asks a generating function for the buffer of the next read.
func (r *onread) next() {
	if r.generate != nil {
		r.buffer = r.m.e.Call(r.generate, goja.Undefined())
	}
}
