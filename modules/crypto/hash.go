package crypto

import (
	"slices"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/binding"
	"github.com/gonode/gonode/internal/engine"
	"github.com/gonode/gonode/internal/nodeerr"
	"github.com/gonode/gonode/modules/buffer"
)

// hashState is the native side of a Hash or an Hmac.
type hashState struct {
	binding.Native
	digest    *digest
	hasher    hasher
	size      int
	result    []byte     // once there is one
	finalized bool       // digest has been called
	options   goja.Value // for the stream part
}

// streamed is the state of an object that may be used as a stream.
type streamed interface {
	goja.Value
	streamOptions() goja.Value
}

var (
	_ streamed = (*hashState)(nil)
	_ streamed = (*cipherState)(nil)
)

func (s *hashState) streamOptions() goja.Value { return s.options }

// sum ends the hash; the result stays the same from then on.
func (s *hashState) sum() []byte {
	if s.result == nil {
		s.result = s.hasher.sum(s.size)
	}
	return s.result
}

// newClass makes a class of hash objects: what it is to scripts, and the
// constructor that crypto exports, which works but is deprecated.
func (m *Module) newClass(name string, length int, start func(c goja.ConstructorCall) *hashState, warning, code string) (class, exported *goja.Object) {
	construct := func(c goja.ConstructorCall) *goja.Object {
		obj := c.This
		if c.NewTarget == nil && !m.vm.InstanceOf(obj, class) {
			obj = m.vm.CreateObject(binding.Prototype(class))
		}
		binding.HiddenSymbol(obj, m.state, start(c))
		if obj == c.This {
			return nil
		}
		return obj
	}
	class = binding.Constructor(m.vm, name, length, construct)
	binding.Inherit(class, m.lazyTransform())
	warned := false
	exported = binding.Constructor(m.vm, "deprecated", length, func(c goja.ConstructorCall) *goja.Object {
		if !warned {
			warned = true
			m.deps.Warn(warning, code)
		}
		return construct(c)
	})
	proto := binding.Prototype(class)
	check(exported.DefineDataProperty("prototype", proto, goja.FLAG_TRUE, goja.FLAG_FALSE, goja.FLAG_FALSE))
	check(exported.SetPrototype(class))
	return class, exported
}

// lazyTransform is the class that hashes and ciphers inherit from.
func (m *Module) lazyTransform() *goja.Object {
	if m.lazy != nil {
		return m.lazy
	}
	m.lazy = m.deps.Streams().LazyTransform(func(obj *goja.Object) (goja.Value, bool) {
		s, ok := obj.GetSymbol(m.state).(streamed)
		if !ok {
			return nil, false
		}
		return s.streamOptions(), true
	})
	binding.Accessors(m.vm, binding.Prototype(m.lazy), true, binding.Accessor{
		Name: "_options",
		Get: func(this goja.Value) goja.Value {
			if obj, ok := this.(*goja.Object); ok {
				if s, ok := obj.GetSymbol(m.state).(streamed); ok {
					return s.streamOptions()
				}
			}
			return goja.Undefined()
		},
	})
	return m.lazy
}

// hashOf is the state of a receiver.
func (m *Module) hashOf(this goja.Value) *hashState {
	if obj, ok := this.(*goja.Object); ok {
		if s, ok := obj.GetSymbol(m.state).(*hashState); ok {
			return s
		}
	}
	property := "kFinalized"
	if goja.IsUndefined(this) {
		property = "kState"
	}
	panic(m.vm.NewTypeError("Cannot read properties of undefined (reading 'Symbol(%s)')", property))
}

// open is hashOf while digest has not been called.
func (m *Module) open(this goja.Value) *hashState {
	s := m.hashOf(this)
	if s.finalized {
		panic(nodeerr.New(m.vm, "ERR_CRYPTO_HASH_FINALIZED"))
	}
	return s
}

func (m *Module) installHash() {
	m.hashClass, m.hashExport = m.newClass("Hash", 2, func(c goja.ConstructorCall) *hashState {
		return m.startHash(c.Argument(0), c.Argument(1))
	}, "crypto.Hash constructor is deprecated.", "DEP0179")
	binding.Methods(m.vm, binding.Prototype(m.hashClass),
		binding.Method{Name: "copy", Length: 1, Fn: m.hashCopy},
		binding.Method{Name: "_transform", Length: 3, Fn: m.transform},
		binding.Method{Name: "_flush", Length: 1, Fn: m.flush},
		binding.Method{Name: "update", Length: 2, Fn: m.update},
		binding.Method{Name: "digest", Length: 1, Fn: m.hashDigest},
	)
}

// createHash is crypto.createHash.
func (m *Module) createHash(c goja.FunctionCall) goja.Value {
	return m.hashObject(m.hashClass, m.startHash(c.Argument(0), c.Argument(1)))
}

func (m *Module) hashObject(class *goja.Object, s *hashState) *goja.Object {
	obj := m.vm.CreateObject(binding.Prototype(class))
	binding.HiddenSymbol(obj, m.state, s)
	return obj
}

func (m *Module) startHash(algorithm, options goja.Value) *hashState {
	name := m.requireString(algorithm, "algorithm")
	length := m.outputLength(options)
	d := digestNamed(name)
	switch {
	case d != nil:
	case isLegacyDigest(name):
		panic(m.openSSL(&errUnsupported))
	default:
		panic(nodeerr.Plain(m.vm, "Error", "Digest method not supported"))
	}
	s := &hashState{digest: d, hasher: d.begin(), options: options}
	m.setSize(s, length)
	return s
}

// outputLength is options.outputLength, or a negative number.
func (m *Module) outputLength(options goja.Value) int64 {
	length := option(options, "outputLength")
	if goja.IsUndefined(length) {
		return -1
	}
	return m.requireInteger(length, "options.outputLength", 0, maxUint32)
}

func (m *Module) setSize(s *hashState, length int64) {
	s.Native = binding.NewNative()
	s.size = s.digest.size
	if length < 0 || length == int64(s.size) {
		return
	}
	if !s.digest.extendable() {
		panic(m.openSSL(&errNotXOF))
	}
	s.size = int(length)
}

func (m *Module) hashCopy(c goja.FunctionCall) goja.Value {
	s := m.open(c.This)
	length := m.outputLength(c.Argument(0))
	clone := &hashState{digest: s.digest, hasher: s.hasher.clone(), options: c.Argument(0)}
	m.setSize(clone, length)
	return m.hashObject(m.hashClass, clone)
}

// update is Hash.prototype.update and Hmac.prototype.update.
func (m *Module) update(c goja.FunctionCall) goja.Value {
	s := m.open(c.This)
	must(s.hasher.Write(m.updateData(c.Argument(0), c.Argument(1), "data")))
	return c.This
}

func (m *Module) hashDigest(c goja.FunctionCall) goja.Value {
	s := m.open(c.This)
	v := m.output(s.sum(), c.Argument(0))
	s.finalized = true
	return v
}

// transform is _transform: chunks are strings or views.
func (m *Module) transform(c goja.FunctionCall) goja.Value {
	s := m.hashOf(c.This)
	done, _ := engine.Callable(c.Argument(2))
	if s.result != nil {
		m.e.Call(done, goja.Undefined(), nodeerr.New(m.vm, "ERR_CRYPTO_HASH_UPDATE_FAILED"))
		return nil
	}
	chunk := c.Argument(0)
	if goja.IsString(chunk) {
		must(s.hasher.Write(buffer.DecodeString(chunk, lenientEncoding(c.Argument(1)))))
	} else {
		must(s.hasher.Write(m.updateData(chunk, c.Argument(1), "data")))
	}
	m.e.Call(done, goja.Undefined())
	return nil
}

// flush is _flush: the result is the one chunk of the readable side.
func (m *Module) flush(c goja.FunctionCall) goja.Value {
	s := m.hashOf(c.This)
	m.e.CallMethod(c.This.(*goja.Object), "push", m.buf.FromBytes(slices.Clone(s.sum())))
	done, _ := engine.Callable(c.Argument(0))
	m.e.Call(done, goja.Undefined())
	return nil
}

// hash is crypto.hash, all in one call.
func (m *Module) hash(c goja.FunctionCall) goja.Value {
	name := m.requireString(c.Argument(0), "algorithm")
	data := m.updateData(c.Argument(1), goja.Undefined(), "input")
	encoding, length := m.hashOptions(c.Argument(2))
	d := digestNamed(name)
	if d == nil {
		panic(nodeerr.Plain(m.vm, "Error", "Digest method "+name+" is not supported"))
	}
	size := d.size
	if length >= 0 && length != int64(size) {
		if !d.extendable() {
			panic(nodeerr.Plain(m.vm, "Error", "Output length "+m.vm.ToValue(length).String()+
				" is invalid for "+name+", which does not support XOF"))
		}
		size = int(length)
	}
	h := d.begin()
	must(h.Write(data))
	return m.output(h.sum(size), encoding)
}

// hashOptions are the encoding and the length of the one-shot hash; a
// negative length is none.
func (m *Module) hashOptions(v goja.Value) (encoding goja.Value, length int64) {
	encoding, length = v, -1
	if !goja.IsString(v) && !goja.IsUndefined(v) {
		obj := m.requireObject(v, "options")
		encoding = option(obj, "outputEncoding")
		if n := option(obj, "outputLength"); !goja.IsUndefined(n) {
			length = m.requireInteger(n, "outputLength", 0, maxUint32)
		}
	}
	if goja.IsUndefined(encoding) {
		return m.vm.ToValue("hex"), length
	}
	if m.requireString(encoding, "outputEncoding") == "" {
		return m.vm.ToValue("utf8"), length
	}
	if _, ok := buffer.ParseEncoding(encoding.String()); !ok && encoding.String() != "buffer" {
		panic(nodeerr.ArgValue(m.vm, "outputEncoding", m.deps.Inspect(encoding), "is invalid"))
	}
	return encoding, length
}
