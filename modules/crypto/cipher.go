package crypto

import (
	"bytes"
	"errors"
	"math"
	"strconv"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/binding"
	"github.com/gonode/gonode/internal/engine"
	"github.com/gonode/gonode/internal/nodeerr"
	"github.com/gonode/gonode/modules/buffer"
	"github.com/gonode/gonode/modules/stringdecoder"
)

// cipherState is the native side of a Cipheriv or a Decipheriv.
type cipherState struct {
	binding.Native
	core      core
	gcm       *gcmCore // core, if that is one
	tagLength int      // options.authTagLength, or 0
	started   bool     // update has been called
	finished  bool
	decoder   *stringdecoder.Decoder // of the output
	options   goja.Value
}

func (s *cipherState) streamOptions() goja.Value { return s.options }

func (m *Module) installCiphers() {
	m.cipherClass = m.newCipherClass("Cipheriv", false,
		binding.Method{Name: "getAuthTag", Length: 0, Fn: m.getAuthTag})
	m.decipherClass = m.newCipherClass("Decipheriv", true,
		binding.Method{Name: "setAuthTag", Length: 2, Fn: m.setAuthTag})
}

func (m *Module) newCipherClass(name string, decrypt bool, tagMethod binding.Method) (class *goja.Object) {
	class = binding.Constructor(m.vm, name, 4, func(c goja.ConstructorCall) *goja.Object {
		obj := c.This
		if c.NewTarget == nil && !m.vm.InstanceOf(obj, class) {
			obj = m.vm.CreateObject(binding.Prototype(class))
		}
		binding.HiddenSymbol(obj, m.state, m.startCipher(c.Arguments, decrypt))
		return obj
	})
	binding.Inherit(class, m.lazyTransform())
	binding.Methods(m.vm, binding.Prototype(class),
		binding.Method{Name: "_transform", Length: 3, Fn: m.cipherTransform},
		binding.Method{Name: "_flush", Length: 1, Fn: m.cipherFlush},
		binding.Method{Name: "update", Length: 3, Fn: m.cipherUpdate},
		binding.Method{Name: "final", Length: 1, Fn: m.cipherFinal},
		binding.Method{Name: "setAutoPadding", Length: 1, Fn: m.setAutoPadding},
		tagMethod,
		binding.Method{Name: "setAAD", Length: 2, Fn: m.setAAD},
	)
	return class
}

// createCipher is crypto.createCipheriv and crypto.createDecipheriv.
func (m *Module) createCipher(decrypt bool) binding.NativeFunc {
	return func(c goja.FunctionCall) goja.Value {
		class := m.cipherClass
		if decrypt {
			class = m.decipherClass
		}
		s := m.startCipher(c.Arguments, decrypt)
		obj := m.vm.CreateObject(binding.Prototype(class))
		binding.HiddenSymbol(obj, m.state, s)
		return obj
	}
}

func (m *Module) startCipher(args []goja.Value, decrypt bool) *cipherState {
	c := goja.FunctionCall{Arguments: args}
	name, options := m.requireString(c.Argument(0), "cipher"), c.Argument(3)
	key := m.secret(c.Argument(1), m.encodingOption(options), keyTypes, true)
	var iv []byte
	if v := c.Argument(2); !goja.IsNull(v) {
		iv = m.input(v, "iv", inputTypes)
	}
	tagLength := m.unsignedOption(options, "authTagLength")
	kind := cipherNamed(name)
	switch {
	case kind == nil:
		panic(m.native("Error", "ERR_CRYPTO_UNKNOWN_CIPHER", "Unknown cipher"))
	case !kind.ivFits(len(iv)):
		panic(m.native("TypeError", "ERR_CRYPTO_INVALID_IV", "Invalid initialization vector"))
	case kind.mode == modeGCM && tagLength >= 0 && !isTagLength(tagLength):
		panic(m.invalidTag(tagLength))
	case len(key) != kind.keySize:
		panic(m.native("RangeError", "ERR_CRYPTO_INVALID_KEYLEN", "Invalid key length"))
	}
	s := &cipherState{Native: binding.NewNative(), core: newCore(kind, key, iv, decrypt), options: options}
	s.gcm, _ = s.core.(*gcmCore)
	s.tagLength = max(tagLength, 0)
	return s
}

// unsignedOption is an option that is a small number, or -1.
func (m *Module) unsignedOption(options goja.Value, name string) int {
	v := option(options, name)
	if goja.IsUndefined(v) || goja.IsNull(v) {
		return -1
	}
	if f := v.ToFloat(); goja.IsNumber(v) && f >= 0 && f <= maxUint32 && f == math.Trunc(f) {
		return int(f)
	}
	panic(nodeerr.ArgValue(m.vm, "options."+name, m.deps.Inspect(v), "is invalid"))
}

// isTagLength reports whether GCM has tags of that size.
func isTagLength(n int) bool { return n == 4 || n == 8 || n >= 12 && n <= gcmTagSize }

func (m *Module) invalidTag(length int) *goja.Object {
	return m.native("TypeError", "ERR_CRYPTO_INVALID_AUTH_TAG", "Invalid authentication tag length: "+strconv.Itoa(length))
}

func (m *Module) cipherOf(this goja.Value, method string) *cipherState {
	if obj, ok := this.(*goja.Object); ok {
		if s, ok := obj.GetSymbol(m.state).(*cipherState); ok {
			return s
		}
	}
	panic(m.vm.NewTypeError("Cannot read properties of undefined (reading '%s')", method))
}

func (m *Module) cipherUpdate(c goja.FunctionCall) goja.Value {
	s := m.cipherOf(c.This, "update")
	data := m.updateData(c.Argument(0), c.Argument(1), "data")
	return m.cipherOutput(s, m.feed(s, data), c.Argument(2), false)
}

// feed gives data to the cipher.
func (m *Module) feed(s *cipherState, data []byte) []byte {
	if s.finished {
		panic(nodeerr.Plain(m.vm, "Error", "Trying to add data in unsupported state"))
	}
	s.started = true
	return s.core.update(data)
}

func (m *Module) cipherFinal(c goja.FunctionCall) goja.Value {
	s := m.cipherOf(c.This, "final")
	return m.cipherOutput(s, m.finish(s), c.Argument(0), true)
}

func (m *Module) finish(s *cipherState) []byte {
	if s.finished {
		panic(m.native("Error", "ERR_CRYPTO_INVALID_STATE", "Invalid state"))
	}
	s.finished = true
	out, err := s.core.final()
	var x *openSSLError
	switch {
	case errors.As(err, &x):
		panic(m.openSSL(x))
	case err != nil:
		panic(nodeerr.Plain(m.vm, "Error", err.Error()))
	}
	return out
}

// cipherOutput is a piece of the result as a Buffer, or as text. All pieces of
// text have to be in the same encoding, and characters are not cut.
func (m *Module) cipherOutput(s *cipherState, out []byte, encoding goja.Value, last bool) goja.Value {
	if !encoding.ToBoolean() || goja.IsString(encoding) && encoding.String() == "buffer" {
		return m.buf.FromBytes(out)
	}
	enc, ok := buffer.ParseEncoding(encoding.String())
	switch {
	case !ok:
		panic(nodeerr.New(m.vm, "ERR_UNKNOWN_ENCODING", encoding.String()))
	case s.decoder == nil:
		s.decoder = stringdecoder.NewDecoder(enc)
	case s.decoder.Encoding() != enc:
		panic(nodeerr.ArgValue(m.vm, "outputEncoding", m.deps.Inspect(encoding),
			"cannot be changed from '"+s.decoder.Encoding().String()+"'"))
	}
	if last {
		return s.decoder.End(out)
	}
	return s.decoder.Write(out)
}

func (m *Module) wrongState(operation string) *goja.Object {
	return nodeerr.New(m.vm, "ERR_CRYPTO_INVALID_STATE", operation)
}

func (m *Module) setAutoPadding(c goja.FunctionCall) goja.Value {
	s := m.cipherOf(c.This, "setAutoPadding")
	if s.finished {
		panic(m.wrongState("setAutoPadding"))
	}
	if b, ok := s.core.(*blockCore); ok {
		b.padding = c.Argument(0).ToBoolean()
	}
	return c.This
}

func (m *Module) getAuthTag(c goja.FunctionCall) goja.Value {
	s := m.cipherOf(c.This, "getAuthTag")
	if s.gcm == nil || s.gcm.tag == nil {
		panic(m.wrongState("getAuthTag"))
	}
	tag := s.gcm.tag
	if s.tagLength > 0 {
		tag = tag[:s.tagLength]
	}
	return m.buf.FromBytes(bytes.Clone(tag))
}

func (m *Module) setAuthTag(c goja.FunctionCall) goja.Value {
	s := m.cipherOf(c.This, "setAuthTag")
	tag := m.encodedInput(c.Argument(0), c.Argument(1), "buffer")
	if s.gcm == nil || s.gcm.tag != nil || s.finished {
		panic(m.wrongState("setAuthTag"))
	}
	if !isTagLength(len(tag)) || s.tagLength > 0 && len(tag) != s.tagLength {
		panic(m.invalidTag(len(tag)))
	}
	if s.tagLength == 0 && len(tag) < gcmTagSize && !m.warnedTag {
		m.warnedTag = true
		m.deps.Warn("Using AES-GCM authentication tags of less than 128 bits without specifying the authTagLength option "+
			"when initializing decryption is deprecated.", "DEP0182")
	}
	s.gcm.tag = tag
	return c.This
}

// encodedInput is a string in an encoding, or a copy of bytes.
func (m *Module) encodedInput(v, encoding goja.Value, name string) []byte {
	if goja.IsString(v) {
		return m.encoded(v, encoding)
	}
	return m.input(v, name, inputTypes)
}

func (m *Module) setAAD(c goja.FunctionCall) goja.Value {
	s := m.cipherOf(c.This, "setAAD")
	encoding := m.encodingOption(c.Argument(1))
	m.unsignedOption(c.Argument(1), "plaintextLength")
	aad := m.encodedInput(c.Argument(0), encoding, "aadbuf")
	if s.gcm == nil || s.started || s.finished {
		panic(m.wrongState("setAAD"))
	}
	s.gcm.aad = append(s.gcm.aad, aad...)
	return c.This
}

// cipherTransform is _transform.
func (m *Module) cipherTransform(c goja.FunctionCall) goja.Value {
	s := m.cipherOf(c.This, "update")
	out := m.feed(s, m.updateData(c.Argument(0), c.Argument(1), "data"))
	m.e.CallMethod(c.This.(*goja.Object), "push", m.buf.FromBytes(out))
	done, _ := engine.Callable(c.Argument(2))
	m.e.Call(done, goja.Undefined())
	return nil
}

// cipherFlush is _flush: an error goes to the callback.
func (m *Module) cipherFlush(c goja.FunctionCall) goja.Value {
	s := m.cipherOf(c.This, "final")
	done, _ := engine.Callable(c.Argument(0))
	thrown := m.e.Try(func() {
		m.e.CallMethod(c.This.(*goja.Object), "push", m.buf.FromBytes(m.finish(s)))
	})
	if thrown != nil {
		m.e.Call(done, goja.Undefined(), thrown.Value())
		return nil
	}
	m.e.Call(done, goja.Undefined())
	return nil
}
