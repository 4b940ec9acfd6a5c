// Package crypto is Node's `crypto` module (Node documentation, "Crypto" and
// "Web Crypto API"), the part that network scripts load: hashes and HMACs,
// random numbers and UUIDs, PBKDF2, scrypt and HKDF, secret keys, and of the
// Web Cryptography API what works with those. All algorithms are Go's own or
// those of golang.org/x/crypto.
//
// runtime makes a Module for each VM; it belongs to the loop goroutine. What
// takes time runs on a small pool of other goroutines, which get copies of
// their input and never touch the VM.
//
// # Differences from Node
//
//   - There is no OpenSSL, and process.versions.openssl is absent. Errors that
//     Node passes on from it have its texts and codes; only those of ciphers
//     have an opensslErrorStack.
//   - Ciphers are AES in ECB, CBC, CTR and GCM. GCM keeps a message in memory
//     until its end.
//   - Signatures, asymmetric keys, key agreement, certificates and primes are
//     not built: their functions throw ERR_METHOD_NOT_IMPLEMENTED, and
//     getCurves returns an empty list. SubtleCrypto rejects their algorithms
//     and ciphers as a platform without them does, with NotSupportedError.
//   - The digest sm3 is missing.
//   - _options of Hash and Hmac is an accessor of their prototype.
//   - A Hash that is used as a stream after digest gives the digest again,
//     where Node gives memory that was never written.
package crypto

import (
	"time"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/binding"
	"github.com/gonode/gonode/internal/engine"
	"github.com/gonode/gonode/modules/buffer"
	"github.com/gonode/gonode/modules/stream"
)

// Deps is what the module needs from the rest of the platform.
type Deps struct {
	// Streams is called when the module itself is loaded, not for the Web API.
	Streams func() *stream.Module
	// Warn is process.emitWarning(text, 'DeprecationWarning', code).
	Warn func(text, code string)
	// WarnExperimental is process.emitWarning(text, 'ExperimentalWarning').
	WarnExperimental func(text string)
	// Inspect prints a value as util.inspect does, with its options.
	Inspect func(v goja.Value) string
	// InspectWith is util.inspect(v, options).
	InspectWith func(v goja.Value, options *goja.Object) string
	// DOMException makes an error of the Web API.
	DOMException func(message, name string) *goja.Object
	// DOMExceptionClass is the constructor.
	DOMExceptionClass func() *goja.Object
	// PendingDeprecation is the option --pending-deprecation.
	PendingDeprecation bool
	// Now is the time.
	Now func() time.Time
}

// Module is the `crypto` module of one runtime.
type Module struct {
	e    *engine.Engine
	vm   *goja.Runtime
	buf  *buffer.Module
	deps Deps
	pool pool

	state   *goja.Symbol // of a hashState
	exports *goja.Object

	lazy                  *goja.Object // LazyTransform
	hashClass, hashExport *goja.Object
	hmacClass, hmacExport *goja.Object
	cipherClass           *goja.Object
	decipherClass         *goja.Object
	keys                  *goja.Object // what keys.js makes
	webGlobal             *goja.Object // what webglobal.js makes
	webParts              *goja.Object // what webcrypto.js makes

	warnedWebKey, warnedFips, warnedTag, warnedRandom bool
}

// New makes the module; nothing of it is built yet.
func New(e *engine.Engine, buf *buffer.Module, deps Deps) *Module {
	return &Module{e: e, vm: e.VM, buf: buf, deps: deps, pool: pool{e: e}, state: goja.NewSymbol("kState")}
}

// Close waits for work under way.
func (m *Module) Close() { m.pool.close() }

// inspectFunction is util.inspect for the JavaScript parts.
func (m *Module) inspectFunction() *goja.Object {
	return binding.Func(m.vm, "inspect", 2, func(c goja.FunctionCall) goja.Value {
		options, _ := c.Argument(1).(*goja.Object)
		return m.vm.ToValue(m.deps.InspectWith(c.Argument(0), options))
	})
}

// check is for what can only fail by a mistake of ours.
func check(err error) {
	if err != nil {
		panic(err)
	}
}
