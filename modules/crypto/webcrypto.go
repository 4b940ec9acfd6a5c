package crypto

import (
	"bytes"
	"crypto/hmac"
	"crypto/subtle"
	_ "embed"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/binding"
	"github.com/gonode/gonode/internal/jsfile"
	"github.com/gonode/gonode/internal/nodeerr"
	"github.com/gonode/gonode/internal/wtf8"
	"github.com/gonode/gonode/modules/buffer"
	"github.com/gonode/gonode/modules/crypto/keys"
)

var (
	//go:embed webglobal.js
	webGlobalSource string
	//go:embed webidl.js
	webIDLSource string
	//go:embed webcrypto.js
	webSource string
)

var (
	webGlobalFile = jsfile.New("node:internal/crypto/webglobal", webGlobalSource)

	webIDLFile = jsfile.New("node:internal/crypto/webidl", webIDLSource)
	webFile    = jsfile.New("node:internal/crypto/webcrypto", webSource)
)

// GlobalClasses are the names that WebClass knows.
func GlobalClasses() []string { return []string{"Crypto", "CryptoKey", "SubtleCrypto"} }

// WebClass is one of the global classes of the Web Cryptography API.
func (m *Module) WebClass(name string) goja.Value {
	if name == "Crypto" {
		return m.webGlobals().Get(name)
	}
	return m.web().Get(name)
}

// WebCrypto is globalThis.crypto, and crypto.webcrypto.
func (m *Module) WebCrypto() *goja.Object { return m.webGlobals().Get("crypto").(*goja.Object) }

// webGlobals is what webglobal.js makes, on first use.
func (m *Module) webGlobals() *goja.Object {
	if m.webGlobal == nil {
		b := jsfile.Errors(m.vm)
		binding.Methods(m.vm, b,
			binding.Method{Name: "typeError", Length: 2, Fn: m.typeError},
			binding.Method{Name: "getRandomValues", Length: 1, Fn: m.getRandomValues},
			binding.Method{Name: "randomUUID", Length: 1, Fn: m.randomUUID},
		)
		subtle := binding.Func(m.vm, "subtle", 0, func(goja.FunctionCall) goja.Value { return m.web().Get("subtle") })
		m.webGlobal = webGlobalFile.Call(m.e, b, subtle).(*goja.Object)
	}
	return m.webGlobal
}

// typeError makes a TypeError with a code and a text.
func (m *Module) typeError(c goja.FunctionCall) goja.Value {
	return nodeerr.WithMessage(m.vm, "TypeError", c.Argument(0).String(), wtf8.Of(c.Argument(1)))
}

// web is what webcrypto.js makes, on first use.
func (m *Module) web() *goja.Object {
	if m.webParts == nil {
		b := m.keyBinding()
		m.webMethods(b)
		m.webJobs(b)
		exception := m.deps.DOMExceptionClass()
		idl := webIDLFile.Call(m.e, b, exception)
		m.webParts = webFile.Call(m.e, b, idl, exception, m.inspectFunction(),
			m.e.SymbolFor("nodejs.util.inspect.custom")).(*goja.Object)
	}
	return m.webParts
}

// webMethods are what the JavaScript needs that takes no time.
func (m *Module) webMethods(b *goja.Object) {
	binding.Methods(m.vm, b,
		binding.Method{Name: "typeError", Length: 2, Fn: m.typeError},
		binding.Method{Name: "copy", Length: 1, Fn: func(c goja.FunctionCall) goja.Value {
			b, ok := m.bytes(c.Argument(0))
			if !ok {
				return nil
			}
			return m.asArrayBuffer(bytes.Clone(b))
		}},
		binding.Method{Name: "exported", Length: 1, Fn: func(c goja.FunctionCall) goja.Value {
			return m.asArrayBuffer(bytes.Clone(m.requireKey(c.Argument(0))))
		}},
		binding.Method{Name: "fromBase64", Length: 1, Fn: func(c goja.FunctionCall) goja.Value {
			return m.asArrayBuffer(buffer.DecodeString(c.Argument(0), buffer.Base64))
		}},
		binding.Method{Name: "equal", Length: 2, Fn: func(c goja.FunctionCall) goja.Value {
			one, other := m.copied(c.Argument(0)), m.copied(c.Argument(1))
			return m.vm.ToValue(subtle.ConstantTimeCompare(one, other) == 1)
		}},
		binding.Method{Name: "warnExperimental", Length: 1, Fn: func(c goja.FunctionCall) goja.Value {
			m.deps.WarnExperimental(c.Argument(0).String())
			return nil
		}},
	)
}

// webJobs are what the JavaScript needs that takes time; each gives a promise
// of an ArrayBuffer. Their arguments have been checked and belong to nobody
// else.
func (m *Module) webJobs(b *goja.Object) {
	text := func(c goja.FunctionCall, i int) string { return c.Argument(i).String() }
	number := func(c goja.FunctionCall, i int) int { return int(c.Argument(i).ToInteger()) }
	jobs := map[string]func(c goja.FunctionCall) func() ([]byte, error){
		"random": func(c goja.FunctionCall) func() ([]byte, error) {
			size := number(c, 0)
			return func() ([]byte, error) { return someBytes(size) }
		},
		"digest": func(c goja.FunctionCall) func() ([]byte, error) {
			d, data, size := digestNamed(text(c, 0)), m.copied(c.Argument(1)), number(c, 2)
			return func() ([]byte, error) {
				h := d.begin()
				must(h.Write(data))
				return h.sum(size), nil
			}
		},
		"hmac": func(c goja.FunctionCall) func() ([]byte, error) {
			d, key, data := digestNamed(text(c, 0)), keys.Of(c.Argument(1)).Secret, m.copied(c.Argument(2))
			return func() ([]byte, error) {
				mac := hmac.New(d.newHash, key)
				mac.Write(data) // never fails
				return mac.Sum(nil), nil
			}
		},
		"pbkdf2": func(c goja.FunctionCall) func() ([]byte, error) {
			return m.pbkdf2Job(pbkdf2Params{
				digest: text(c, 0), password: keys.Of(c.Argument(1)).Secret, salt: m.copied(c.Argument(2)),
				iterations: number(c, 3), length: number(c, 4),
			})
		},
		"hkdf": func(c goja.FunctionCall) func() ([]byte, error) {
			return m.hkdfJob(hkdfParams{
				digest: text(c, 0), key: keys.Of(c.Argument(1)).Secret, salt: m.copied(c.Argument(2)),
				info: m.copied(c.Argument(3)), length: c.Argument(4).ToInteger(),
			})
		},
	}
	for name, prepare := range jobs {
		binding.Value(b, name, binding.Func(m.vm, name, 0, func(c goja.FunctionCall) goja.Value { return m.promise(c, prepare) }))
	}
}

// promise starts a job. What prepare throws rejects it, as what the job
// returns does.
func (m *Module) promise(c goja.FunctionCall, prepare func(goja.FunctionCall) func() ([]byte, error)) goja.Value {
	promise, resolve, reject := m.vm.NewPromise()
	var run func() ([]byte, error)
	if thrown := m.e.Try(func() { run = prepare(c) }); thrown != nil {
		check(reject(thrown.Value()))
		return m.vm.ToValue(promise)
	}
	m.pool.submit(job{kind: "CRYPTOREQUEST", run: run, done: func(result []byte, err error) {
		if err != nil {
			check(reject(m.exception(err)))
		} else {
			check(resolve(m.asArrayBuffer(result)))
		}
	}})
	return m.vm.ToValue(promise)
}
