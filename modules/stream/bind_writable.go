package stream

import (
	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/binding"
	"github.com/gonode/gonode/internal/engine"
	"github.com/gonode/gonode/internal/nodeerr"
	"github.com/gonode/gonode/modules/buffer"
)

func (m *Module) bindWritable() {
	m.Writable = binding.Constructor(m.vm, "Writable", 1, func(c goja.ConstructorCall) *goja.Object {
		if obj := m.fresh(c, m.Writable); obj != nil {
			return obj
		}
		m.constructWritable(c.This, m.options(c.Argument(0)))
		return nil
	})
	m.writableProto = binding.Prototype(m.Writable)
	binding.Inherit(m.Writable, m.Legacy)
	m.bindHasInstance()
	m.writableMethods()
	m.writableAccessors()
}

// bindHasInstance makes Duplex instances instances of Writable too.
func (m *Module) bindHasInstance() {
	fnProto := m.e.Intrinsics.Function.Get("prototype").(*goja.Object)
	base, _ := engine.Callable(fnProto.GetSymbol(goja.SymHasInstance))
	has := m.method("[Symbol.hasInstance]", 1, func(c goja.FunctionCall) goja.Value {
		if m.e.Call(base, c.This, c.Argument(0)).ToBoolean() {
			return m.vm.ToValue(true)
		}
		s := m.Of(c.Argument(0))
		return m.vm.ToValue(c.This == goja.Value(m.Writable) && s != nil && s.W != nil)
	})
	if err := m.Writable.DefineDataPropertySymbol(goja.SymHasInstance, has, goja.FLAG_FALSE, goja.FLAG_FALSE, goja.FLAG_FALSE); err != nil {
		panic(err)
	}
}

func (m *Module) constructWritable(obj *goja.Object, o options) *Stream {
	s := m.own(obj)
	s.initWritable(o, false)
	o.adopt(obj, [2]string{"write", "_write"}, [2]string{"writev", "_writev"}, [2]string{"destroy", "_destroy"},
		[2]string{"final", "_final"}, [2]string{"construct", "_construct"})
	m.addSignal(s, o)
	m.ev.Configure(&s.State, o.get("captureRejections"))
	s.construct(s.writableConstructed)
	return s
}

// writableConstructed goes on with the writes that waited for construction.
func (s *Stream) writableConstructed() {
	if !s.W.writing {
		s.clearBuffer()
	}
	s.finishMaybe(false)
}

// writable returns the stream behind `this`, which must have a writable half.
func (m *Module) writable(this goja.Value) *Stream {
	if s := m.Of(this); s != nil && s.W != nil {
		return s
	}
	panic(m.vm.NewTypeError("Cannot read properties of undefined (reading '_writableState')"))
}

func (m *Module) writableMethods() {
	p := m.writableProto
	m.anonymous(p, "pipe", 0, func(c goja.FunctionCall) goja.Value {
		m.Of(c.This).errorOrDestroy(nodeerr.New(m.vm, "ERR_STREAM_CANNOT_PIPE"), false)
		return nil
	})
	write := m.anonymous(p, "write", 3, func(c goja.FunctionCall) goja.Value {
		s := m.writable(c.This)
		enc, cb := m.writeArgs(s, c.Argument(1), c.Argument(2))
		ok, _ := s.write(ValueChunk(c.Argument(0)), enc, cb)
		return m.vm.ToValue(ok)
	})
	m.natives.write[write] = func(s *Stream, c Chunk) bool {
		enc, _ := m.writeArgs(s, goja.Undefined(), goja.Undefined())
		ok, _ := s.write(c, enc, nil)
		return ok
	}
	m.anonymous(p, "cork", 0, func(c goja.FunctionCall) goja.Value { m.writable(c.This).cork(); return nil })
	m.anonymous(p, "uncork", 0, func(c goja.FunctionCall) goja.Value { m.writable(c.This).uncork(); return nil })
	binding.Value(p, "setDefaultEncoding", m.method("setDefaultEncoding", 1, m.jsSetDefaultEncoding))
	m.anonymous(p, "_write", 3, m.jsUnderWrite)
	binding.Value(p, "_writev", goja.Null())
	end := m.anonymous(p, "end", 3, m.jsEnd)
	m.natives.end[end] = func(s *Stream) { s.end(Chunk{}, goja.Undefined(), nil) }
	destroy := m.anonymous(p, "destroy", 2, m.jsDestroy)
	m.natives.destroy[destroy] = func(s *Stream, err goja.Value) { s.destroyChecked(orUndefined(err), nil) }
	binding.Value(p, "_undestroy", m.readableProto.Get("_undestroy"))
	underDestroy := m.anonymous(p, "_destroy", 2, func(c goja.FunctionCall) goja.Value {
		fn, _ := engine.Callable(c.Argument(1))
		return m.e.Call(fn, goja.Undefined(), c.Argument(0))
	})
	m.natives.destroy1[underDestroy] = func(_ *Stream, err goja.Value, done Done) { done(err) }
	binding.HiddenSymbol(p, m.ev.RejectionSymbol(), m.method("", 1, func(c goja.FunctionCall) goja.Value {
		m.Of(c.This).Destroy(c.Argument(0))
		return nil
	}))
}

// writeArgs sorts out write's encoding and callback.
func (m *Module) writeArgs(s *Stream, enc, cb goja.Value) (goja.Value, *callback) {
	if engine.IsCallable(enc) {
		enc, cb = goja.Null(), enc
	}
	if s.W.objectMode {
		return enc, m.callbackOf(cb)
	}
	if !enc.ToBoolean() {
		enc = m.encodingName(s.W.defaultEncoding)
	} else if name := enc.String(); name != "buffer" {
		if _, ok := buffer.ParseEncoding(name); !ok {
			nodeerr.Throw(m.vm, "ERR_UNKNOWN_ENCODING", name)
		}
	}
	return enc, m.callbackOf(cb)
}

// encodingName is the name of an encoding; every write without one asks for it.
func (m *Module) encodingName(enc buffer.Encoding) goja.Value {
	name := m.encodingNames[enc]
	if name == nil {
		name = m.vm.ToValue(enc.String())
		m.encodingNames[enc] = name
	}
	return name
}

// bufferWord is the encoding of what is bytes.
func (m *Module) bufferWord() goja.Value { return m.buffersEncoding }

func (m *Module) jsSetDefaultEncoding(c goja.FunctionCall) goja.Value {
	s := m.writable(c.This)
	v := c.Argument(0)
	enc, ok := buffer.UTF8, false
	if goja.IsString(v) {
		enc, ok = buffer.ParseEncoding(v.String())
	}
	if !ok {
		name := v.String()
		if !goja.IsString(v) {
			name = m.describe(v)
		}
		nodeerr.Throw(m.vm, "ERR_UNKNOWN_ENCODING", name)
	}
	if s.W.defaultEncoding == buffer.UTF8 && enc != buffer.UTF8 {
		s.W.extras.add(extraDefaultEncoding)
	}
	s.W.defaultEncoding = enc
	return c.This
}

// jsUnderWrite is Writable.prototype._write: one _writev for one chunk.
func (m *Module) jsUnderWrite(c goja.FunctionCall) goja.Value {
	obj := c.This.ToObject(m.vm)
	fn, ok := engine.Callable(obj.Get("_writev"))
	if !ok {
		panic(nodeerr.New(m.vm, "ERR_METHOD_NOT_IMPLEMENTED", "_write()"))
	}
	req := m.vm.NewObject()
	binding.Value(req, "chunk", c.Argument(0))
	binding.Value(req, "encoding", c.Argument(1))
	m.e.Call(fn, obj, m.vm.NewArray(req), c.Argument(2))
	return nil
}

// jsEnd is Writable.prototype.end(chunk, encoding, cb).
func (m *Module) jsEnd(c goja.FunctionCall) goja.Value {
	s := m.writable(c.This)
	chunk, enc, cb := c.Argument(0), c.Argument(1), c.Argument(2)
	switch {
	case engine.IsCallable(chunk):
		chunk, enc, cb = goja.Null(), goja.Null(), c.Argument(0)
	case engine.IsCallable(enc):
		enc, cb = goja.Null(), c.Argument(1)
	}
	var done Done
	if fn, ok := engine.Callable(cb); ok {
		done = func(err goja.Value) { m.e.Call(fn, goja.Undefined(), doneArgs(err)...) }
	}
	last := Chunk{}
	if !isNil(chunk) {
		last = ValueChunk(chunk)
		enc, _ = m.writeArgs(s, enc, goja.Undefined())
	}
	s.end(last, enc, done)
	return c.This
}

// onwriteFunction is state.onwrite as JavaScript's _write gets it.
func (s *Stream) onwriteFunction() *goja.Object {
	if s.W.onwriteFn == nil {
		s.W.onwriteFn = s.m.method("", 1, func(c goja.FunctionCall) goja.Value {
			s.onwrite(c.Argument(0))
			return nil
		})
	}
	return s.W.onwriteFn
}

// writevArray is the first argument of _writev.
func (m *Module) writevArray(reqs []WriteReq, allBuffers bool) *goja.Object {
	items := make([]any, len(reqs))
	for i := range reqs {
		items[i] = m.writeReqObject(&reqs[i])
	}
	arr := m.vm.NewArray(items...)
	binding.Value(arr, "allBuffers", m.vm.ToValue(allBuffers))
	return arr
}

func (m *Module) writeReqObject(req *WriteReq) *goja.Object {
	obj := m.vm.NewObject()
	binding.Value(obj, "chunk", req.Chunk.Value(m))
	binding.Value(obj, "encoding", req.Encoding)
	binding.Value(obj, "callback", m.callbackFunction(req.cb))
	return obj
}
