package crypto

import (
	"math"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/binding"
	"github.com/gonode/gonode/modules/unbuilt"
)

// exportOrder are the enumerable properties of the module as Node orders
// them.
var exportOrder = []string{
	"argon2", "argon2Sync", "checkPrime", "checkPrimeSync", "createCipheriv", "createDecipheriv", "createDiffieHellman",
	"createDiffieHellmanGroup", "createECDH", "createHash", "createHmac", "createPrivateKey", "createPublicKey",
	"createSecretKey", "createSign", "createVerify", "diffieHellman", "generatePrime", "generatePrimeSync", "getCiphers",
	"getCipherInfo", "getCurves", "getDiffieHellman", "getHashes", "hkdf", "hkdfSync", "pbkdf2", "pbkdf2Sync",
	"generateKeyPair", "generateKeyPairSync", "generateKey", "generateKeySync", "privateDecrypt", "privateEncrypt",
	"publicDecrypt", "publicEncrypt", "randomBytes", "randomFill", "randomFillSync", "randomInt", "randomUUID",
	"randomUUIDv7", "scrypt", "scryptSync", "sign", "setEngine", "timingSafeEqual", "getFips", "setFips", "verify", "hash",
	"encapsulate", "decapsulate", "Certificate", "Cipheriv", "Decipheriv", "DiffieHellman", "DiffieHellmanGroup", "ECDH",
	"Hash", "Hmac", "KeyObject", "Sign", "Verify", "X509Certificate", "secureHeapUsed",
}

// Exports is what require('crypto') returns. What is not built yet comes from
// package unbuilt.
func (m *Module) Exports() *goja.Object {
	if m.exports != nil {
		return m.exports
	}
	m.installHash()
	m.installHmac()
	m.installCiphers()
	built := map[string]goja.Value{
		"Hash": m.hashExport, "Hmac": m.hmacExport, "Cipheriv": m.cipherClass, "Decipheriv": m.decipherClass,
		"KeyObject": m.keyClasses().Get("KeyObject"),
	}
	for _, method := range m.functions() {
		built[method.Name] = binding.Func(m.vm, method.Name, method.Length, method.Fn)
	}
	for _, method := range m.makers() {
		built[method.Name] = m.maker(method)
	}
	for name, fn := range m.anonymousFunctions() {
		built[name] = fn
	}
	standIns := unbuilt.New(m.vm, "crypto").(*goja.Object)
	m.exports = m.vm.NewObject()
	for _, name := range exportOrder {
		v := built[name]
		if v == nil {
			v = standIns.Get(name)
		}
		binding.Value(m.exports, name, v)
	}
	m.installProperties(standIns.Get("constants"))
	return m.exports
}

// makers are the functions that return an object; like any plain function of
// that kind they can also be called with new, and some scripts do that.
func (m *Module) makers() []binding.Method {
	return []binding.Method{
		{Name: "createCipheriv", Length: 4, Fn: m.createCipher(false)},
		{Name: "createDecipheriv", Length: 4, Fn: m.createCipher(true)},
		{Name: "createHash", Length: 2, Fn: m.createHash},
		{Name: "createHmac", Length: 3, Fn: m.createHmac},
		{Name: "createSecretKey", Length: 2, Fn: m.createSecretKey},
	}
}

func (m *Module) maker(method binding.Method) *goja.Object {
	return binding.Constructor(m.vm, method.Name, method.Length, func(c goja.ConstructorCall) *goja.Object {
		return method.Fn(goja.FunctionCall{This: c.This, Arguments: c.Arguments}).(*goja.Object)
	})
}

func (m *Module) functions() []binding.Method {
	return []binding.Method{
		{Name: "getCipherInfo", Length: 2, Fn: m.getCipherInfo},
		{Name: "hash", Length: 3, Fn: m.hash},
		{Name: "hkdf", Length: 6, Fn: m.hkdf},
		{Name: "hkdfSync", Length: 5, Fn: m.hkdfSync},
		{Name: "pbkdf2", Length: 6, Fn: m.pbkdf2},
		{Name: "pbkdf2Sync", Length: 5, Fn: m.pbkdf2Sync},
		{Name: "generateKey", Length: 3, Fn: m.generateKey},
		{Name: "generateKeySync", Length: 2, Fn: m.generateKeySync},
		{Name: "randomBytes", Length: 2, Fn: m.randomBytes},
		{Name: "randomFill", Length: 4, Fn: m.randomFill},
		{Name: "randomFillSync", Length: 1, Fn: m.randomFillSync},
		{Name: "randomInt", Length: 3, Fn: m.randomInt},
		{Name: "randomUUID", Length: 1, Fn: m.randomUUID},
		{Name: "randomUUIDv7", Length: 1, Fn: m.randomUUIDv7},
		{Name: "scrypt", Length: 4, Fn: m.scrypt},
		{Name: "scryptSync", Length: 3, Fn: m.scryptSync},
		{Name: "getFips", Length: 0, Fn: m.getFips},
		{Name: "secureHeapUsed", Length: 0, Fn: m.secureHeapUsed},
	}
}

// anonymousFunctions are those that have no name on Node.
func (m *Module) anonymousFunctions() map[string]*goja.Object {
	return map[string]*goja.Object{
		"getHashes":       m.list(hashNames()),
		"getCiphers":      m.list(cipherNames()),
		"getCurves":       m.list(nil),
		"timingSafeEqual": binding.Func(m.vm, "", 0, m.timingSafeEqual),
	}
}

// list is a function that returns names.
func (m *Module) list(names []string) *goja.Object {
	return binding.Func(m.vm, "", 0, func(goja.FunctionCall) goja.Value {
		values := make([]any, len(names))
		for i, name := range names {
			values[i] = name
		}
		return m.vm.NewArray(values...)
	})
}

// getFips: there is no FIPS provider to switch on.
func (m *Module) getFips(goja.FunctionCall) goja.Value { return m.vm.ToValue(0) }

// secureHeapUsed: there is no secure heap, as on Node without --secure-heap.
func (m *Module) secureHeapUsed(goja.FunctionCall) goja.Value {
	usage := m.vm.NewObject()
	binding.Value(usage, "total", m.vm.ToValue(0))
	binding.Value(usage, "used", m.vm.ToValue(0))
	binding.Value(usage, "utilization", m.vm.ToValue(math.NaN()))
	binding.Value(usage, "min", m.vm.ToValue(2))
	return usage
}

// installProperties defines what is no plain property: the Web API, which is
// made on first use, constants and old names.
func (m *Module) installProperties(constants goja.Value) {
	vm := m.vm
	binding.FixedAccessors(vm, m.exports, false, binding.Accessor{
		Name: "fips",
		Get: func(goja.Value) goja.Value {
			m.warnFips()
			return vm.ToValue(0)
		},
		Set: func(_, v goja.Value) {
			m.warnFips()
			m.e.CallMethod(m.exports, "setFips", v)
		},
	})
	frozen := m.vm.CreateObject(nil)
	for _, name := range constants.(*goja.Object).Keys() {
		v := constants.(*goja.Object).Get(name)
		check(frozen.DefineDataProperty(name, v, goja.FLAG_FALSE, goja.FLAG_FALSE, goja.FLAG_TRUE))
	}
	check(m.exports.DefineDataProperty("constants", frozen, goja.FLAG_FALSE, goja.FLAG_FALSE, goja.FLAG_TRUE))
	random := binding.Func(vm, "getRandomValues", 1, m.getRandomValues)
	binding.FixedAccessors(vm, m.exports, true,
		binding.Accessor{Name: "webcrypto", Plain: true, Get: func(goja.Value) goja.Value { return m.WebCrypto() }},
		binding.Accessor{Name: "subtle", Plain: true, Get: func(goja.Value) goja.Value { return m.WebCrypto().Get("subtle") }},
		binding.Accessor{Name: "getRandomValues", Plain: true, Get: func(goja.Value) goja.Value { return random }},
	)
	for _, name := range []string{"prng", "pseudoRandomBytes", "rng"} {
		binding.Hidden(m.exports, name, m.oldRandomBytes(name))
	}
}

// oldRandomBytes is randomBytes by one of its old names, of which only the
// first that is used is worth a warning.
func (m *Module) oldRandomBytes(name string) goja.Value {
	if !m.deps.PendingDeprecation {
		return m.exports.Get("randomBytes")
	}
	return binding.Func(m.vm, "deprecated", 2, func(c goja.FunctionCall) goja.Value {
		if !m.warnedRandom {
			m.warnedRandom = true
			m.deps.Warn("crypto."+name+" is deprecated.", "DEP0115")
		}
		return m.randomBytes(c)
	})
}

func (m *Module) warnFips() {
	if !m.warnedFips {
		m.warnedFips = true
		m.deps.Warn("The crypto.fips is deprecated. Please use crypto.getFips()", "DEP0093")
	}
}
