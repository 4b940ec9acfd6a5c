package crypto

import (
	"bytes"
	"crypto/subtle"
	_ "embed"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/binding"
	"github.com/gonode/gonode/internal/engine"
	"github.com/gonode/gonode/internal/jsfile"
	"github.com/gonode/gonode/internal/nodeerr"
	"github.com/gonode/gonode/modules/crypto/keys"
)

//go:embed keys.js
var keysSource string

var keysFile = jsfile.New("node:internal/crypto/keys", keysSource)

// keyClasses are the classes of keys.js, made on first use.
func (m *Module) keyClasses() *goja.Object {
	if m.keys == nil {
		toCryptoKey := func(c goja.FunctionCall) goja.Value {
			return m.e.CallMethod(m.web(), "toCryptoKey", c.Arguments...)
		}
		m.keys = keysFile.Call(m.e, m.keyBinding(), m.inspectFunction(),
			binding.Func(m.vm, "toCryptoKey", 4, toCryptoKey)).(*goja.Object)
	}
	return m.keys
}

// keyBinding is what keys.js and webcrypto.js need to make keys and to look
// into them.
func (m *Module) keyBinding() *goja.Object {
	b := jsfile.Errors(m.vm)
	is := func(test func(goja.Value) bool) binding.NativeFunc {
		return func(c goja.FunctionCall) goja.Value { return m.vm.ToValue(test(c.Argument(0))) }
	}
	binding.Methods(m.vm, b,
		binding.Method{Name: "isKeyObject", Length: 1, Fn: is(keys.IsKeyObject)},
		binding.Method{Name: "isCryptoKey", Length: 1, Fn: is(keys.IsCryptoKey)},
		binding.Method{Name: "isHandle", Length: 1, Fn: is(func(v goja.Value) bool {
			_, ok := v.(*keys.Key)
			return ok
		})},
		binding.Method{Name: "attach", Length: 2, Fn: func(c goja.FunctionCall) goja.Value {
			keys.Attach(c.Argument(0).(*goja.Object), c.Argument(1).(*keys.Key))
			return nil
		}},
		binding.Method{Name: "handleOf", Length: 1, Fn: func(c goja.FunctionCall) goja.Value {
			return keys.New(m.requireKey(c.Argument(0)), false)
		}},
		binding.Method{Name: "webHandleOf", Length: 1, Fn: func(c goja.FunctionCall) goja.Value {
			return keys.New(m.requireKey(c.Argument(0)), true)
		}},
		binding.Method{Name: "webHandle", Length: 1, Fn: func(c goja.FunctionCall) goja.Value {
			return keys.New(m.copied(c.Argument(0)), true)
		}},
		binding.Method{Name: "secretOf", Length: 1, Fn: func(c goja.FunctionCall) goja.Value {
			return m.buf.FromBytes(bytes.Clone(m.requireKey(c.Argument(0))))
		}},
		binding.Method{Name: "sameSecret", Length: 2, Fn: func(c goja.FunctionCall) goja.Value {
			one, other := m.requireKey(c.Argument(0)), m.requireKey(c.Argument(1))
			return m.vm.ToValue(subtle.ConstantTimeCompare(one, other) == 1)
		}},
	)
	return b
}

// requireKey is the secret of a receiver.
func (m *Module) requireKey(v goja.Value) []byte {
	key := keys.Of(v)
	if key == nil {
		panic(nodeerr.New(m.vm, "ERR_INVALID_THIS", "KeyObject"))
	}
	return key.Secret
}

// copied are the bytes of a value that surely has some.
func (m *Module) copied(v goja.Value) []byte {
	b, _ := m.bytes(v)
	return bytes.Clone(b)
}

// keyOf is the secret of a KeyObject or a CryptoKey, or nil.
func (m *Module) keyOf(v goja.Value) []byte {
	key := keys.Of(v)
	if key == nil {
		return nil
	}
	if key.Web && !m.warnedWebKey {
		m.warnedWebKey = true
		m.deps.Warn("Passing a CryptoKey to node:crypto functions is deprecated.", "DEP0203")
	}
	if key.Secret == nil {
		return []byte{}
	}
	return key.Secret
}

// secret is an argument that is a secret key in any form: key objects only
// where objects is set.
func (m *Module) secret(v, encoding goja.Value, types []string, objects bool) []byte {
	if objects {
		if key := m.keyOf(v); key != nil {
			return key
		}
	}
	if goja.IsString(v) {
		return m.encoded(v, encoding)
	}
	b, ok := m.bytes(v)
	if !ok {
		panic(nodeerr.ArgType(m.vm, "key", v, types...))
	}
	return bytes.Clone(b)
}

func (m *Module) createSecretKey(c goja.FunctionCall) goja.Value {
	return m.secretKeyObject(m.secret(c.Argument(0), c.Argument(1), bytesTypes, false))
}

func (m *Module) secretKeyObject(secret []byte) goja.Value {
	obj, err := m.vm.New(m.keyClasses().Get("SecretKeyObject"), keys.New(secret, false))
	if err != nil {
		panic(err)
	}
	return obj
}

// Clone is the structured clone of a KeyObject or a CryptoKey; it reports
// false for anything else.
func (m *Module) Clone(obj *goja.Object) (goja.Value, bool) {
	key := keys.Of(obj)
	switch {
	case key == nil:
		return nil, false
	case key.Web:
		return m.e.CallMethod(m.web(), "clone", obj), true
	}
	return m.secretKeyObject(key.Secret), true
}

func (m *Module) generateKeySync(c goja.FunctionCall) goja.Value {
	size := m.keyLength(c)
	return m.now(func() ([]byte, error) { return someBytes(size) }, m.secretKeyObject)
}

func (m *Module) generateKey(c goja.FunctionCall) goja.Value {
	callback := c.Argument(2)
	if engine.IsCallable(c.Argument(1)) {
		callback, c.Arguments = c.Argument(1), c.Arguments[:1]
	}
	fn := m.requireFunction(callback, "callback")
	size := m.keyLength(c)
	m.start("SECRETKEYGENREQUEST", func() ([]byte, error) { return someBytes(size) }, m.secretKeyObject, fn)
	return nil
}

// keyLength is the length of a key to generate, in bytes.
func (m *Module) keyLength(c goja.FunctionCall) int {
	kind := m.requireString(c.Argument(0), "type")
	options := m.requireObject(c.Argument(1), "options")
	length := option(options, "length")
	switch kind {
	case "hmac":
		return int(m.requireInteger(length, "options.length", 8, maxInt32) / 8)
	case "aes":
		if goja.IsNumber(length) {
			switch n := length.ToFloat(); n {
			case 128, 192, 256:
				return int(n) / 8
			}
		}
		panic(nodeerr.ArgValue(m.vm, "options.length", m.deps.Inspect(length), "must be one of: 128, 192, 256"))
	}
	panic(nodeerr.ArgValue(m.vm, "type", m.deps.Inspect(c.Argument(0)), "must be a supported key type"))
}

// timingSafeEqual is crypto.timingSafeEqual.
func (m *Module) timingSafeEqual(c goja.FunctionCall) goja.Value {
	one, other := m.comparable(c.Argument(0), "buf1"), m.comparable(c.Argument(1), "buf2")
	if len(one) != len(other) {
		panic(m.native("RangeError", "ERR_CRYPTO_TIMING_SAFE_EQUAL_LENGTH", "Input buffers must have the same byte length"))
	}
	return m.vm.ToValue(subtle.ConstantTimeCompare(one, other) == 1)
}

func (m *Module) comparable(v goja.Value, name string) []byte {
	b, ok := m.bytes(v)
	if !ok {
		panic(m.native("TypeError", "ERR_INVALID_ARG_TYPE",
			"The \""+name+"\" argument must be an instance of ArrayBuffer, Buffer, TypedArray, or DataView."))
	}
	return b
}
