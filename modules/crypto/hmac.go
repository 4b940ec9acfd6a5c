package crypto

import (
	"crypto/hmac"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/binding"
	"github.com/gonode/gonode/internal/nodeerr"
)

func (m *Module) installHmac() {
	m.hmacClass, m.hmacExport = m.newClass("Hmac", 3, func(c goja.ConstructorCall) *hashState {
		return m.startHmac(c.Argument(0), c.Argument(1), c.Argument(2))
	}, "crypto.Hmac constructor is deprecated.", "DEP0181")
	hash := binding.Prototype(m.hashClass)
	proto := binding.Prototype(m.hmacClass)
	binding.Value(proto, "update", hash.Get("update"))
	binding.Methods(m.vm, proto, binding.Method{Name: "digest", Length: 1, Fn: m.hmacDigest})
	binding.Value(proto, "_flush", hash.Get("_flush"))
	binding.Value(proto, "_transform", hash.Get("_transform"))
}

// createHmac is crypto.createHmac.
func (m *Module) createHmac(c goja.FunctionCall) goja.Value {
	return m.hashObject(m.hmacClass, m.startHmac(c.Argument(0), c.Argument(1), c.Argument(2)))
}

func (m *Module) startHmac(algorithm, key, options goja.Value) *hashState {
	name := m.requireString(algorithm, "hmac")
	secret := m.secret(key, m.encodingOption(options), keyTypes, true)
	d := digestNamed(name)
	if d == nil {
		panic(m.invalidDigest(name))
	}
	if d.extendable() {
		panic(nodeerr.Plain(m.vm, "Error", "error:00000000:lib(0)::reason(0)"))
	}
	return &hashState{
		Native:  binding.NewNative(),
		digest:  d,
		hasher:  fixed{hmac.New(d.newHash, secret)},
		size:    d.size,
		options: options,
	}
}

// encodingOption is options.encoding.
func (m *Module) encodingOption(options goja.Value) goja.Value {
	encoding := option(options, "encoding")
	if goja.IsUndefined(encoding) || goja.IsNull(encoding) {
		return goja.Undefined()
	}
	m.requireString(encoding, "options.encoding")
	return encoding
}

// hmacDigest gives nothing when it is called again.
func (m *Module) hmacDigest(c goja.FunctionCall) goja.Value {
	s := m.hashOf(c.This)
	var result []byte
	if !s.finalized {
		result = s.sum()
	}
	v := m.output(result, c.Argument(0))
	s.finalized = true
	return v
}
