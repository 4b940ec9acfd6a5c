package stream

import (
	"math"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/binding"
	"github.com/gonode/gonode/internal/engine"
	"github.com/gonode/gonode/internal/nodeerr"
	"github.com/gonode/gonode/modules/buffer"
	"github.com/gonode/gonode/modules/events"
)

// options reads a constructor's options object; a nil obj has none.
type options struct {
	m   *Module
	obj *goja.Object
}

func (m *Module) options(v goja.Value) options {
	obj, _ := v.(*goja.Object)
	return options{m, obj}
}

// get is options[name], undefined when there are no options.
func (o options) get(name string) goja.Value {
	if o.obj == nil {
		return goja.Undefined()
	}
	return orUndefined(o.obj.Get(name))
}

func (o options) truthy(name string) bool { return o.get(name).ToBoolean() }

// isFalse reports whether the option is the value false itself.
func (o options) isFalse(name string) bool {
	b, ok := o.get(name).Export().(bool)
	return ok && !b
}

// maxSafeInteger is Number.MAX_SAFE_INTEGER.
const maxSafeInteger = 1<<53 - 1

// highWaterMark is Node's getHighWaterMark; key is the name of the option of
// a Duplex's half, or empty.
func (o options) highWaterMark(key string, objectMode bool) int {
	name := "highWaterMark"
	v := o.get(name)
	if isNil(v) && key != "" {
		name = key
		v = o.get(key)
	}
	if isNil(v) {
		if objectMode {
			return o.m.defaultObjectHWM
		}
		return o.m.defaultHWM
	}
	n := v.ToFloat()
	if !goja.IsNumber(v) || n < 0 || n != math.Floor(n) || n > maxSafeInteger {
		if key != "" {
			name = key
		}
		panic(nodeerr.ArgValue(o.m.vm, "options."+name, o.m.describe(v), "is invalid"))
	}
	return int(n)
}

func (m *Module) describe(v goja.Value) string {
	if m.deps.Describe == nil {
		return v.String()
	}
	return m.deps.Describe(v, 2)
}

func (o options) encoding(name string, fallback buffer.Encoding) buffer.Encoding {
	v := o.get(name)
	if isNil(v) || !v.ToBoolean() {
		return fallback
	}
	enc, ok := buffer.ParseEncoding(v.String())
	if !ok {
		nodeerr.Throw(o.m.vm, "ERR_UNKNOWN_ENCODING", v.String())
	}
	return enc
}

// adopt makes the methods that options bring methods of the instance.
func (o options) adopt(obj *goja.Object, names ...[2]string) {
	for _, n := range names {
		if v := o.get(n[0]); engine.IsCallable(v) {
			binding.Value(obj, n[1], v)
		}
	}
}

func (c *common) init(o options) {
	c.noEmitClose = o.isFalse("emitClose")
	c.noAutoDestroy = o.isFalse("autoDestroy")
}

// initReadable is new ReadableState(options).
func (s *Stream) initReadable(o options, isDuplex bool) {
	r := &Readable{sync: true}
	r.common.init(o)
	key := ""
	r.objectMode = o.truthy("objectMode")
	if isDuplex {
		key = "readableHighWaterMark"
		r.objectMode = r.objectMode || o.truthy("readableObjectMode")
	}
	r.highWaterMark = o.highWaterMark(key, r.objectMode)
	r.defaultEncoding = o.encoding("defaultEncoding", buffer.UTF8)
	s.R = r
	if o.truthy("encoding") {
		s.setEncoding(o.encoding("encoding", buffer.UTF8))
	}
}

// initWritable is new WritableState(options).
func (s *Stream) initWritable(o options, isDuplex bool) {
	w := &Writable{sync: true}
	w.common.init(o)
	key := ""
	w.objectMode = o.truthy("objectMode")
	if isDuplex {
		key = "writableHighWaterMark"
		w.objectMode = w.objectMode || o.truthy("writableObjectMode")
	}
	w.highWaterMark = o.highWaterMark(key, w.objectMode)
	w.keepStrings = o.isFalse("decodeStrings")
	w.defaultEncoding = o.encoding("defaultEncoding", buffer.UTF8)
	s.W = w
}

// own returns the Stream that hangs on obj itself, made on first use. An
// object that was an emitter before keeps its listeners.
func (m *Module) own(obj *goja.Object) *Stream {
	st := m.ev.Lookup(obj)
	if st != nil && st.Object() == obj {
		if o, ok := st.Owner.(Owner); ok {
			return o.StreamState()
		}
	}
	s := &Stream{}
	m.adoptStream(obj, s, s, st)
	return s
}

// adoptStream hangs s on obj with the listeners that an earlier state had.
func (m *Module) adoptStream(obj *goja.Object, s *Stream, owner Owner, old *events.State) {
	s.m = m
	if old != nil && old.Object() == obj {
		s.State = *old
	}
	s.State.Shape(obj)
	s.State.Owner = owner
	m.ev.Attach(obj, &s.State)
}
