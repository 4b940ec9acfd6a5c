package runtime

import (
	"github.com/dop251/goja"

	"github.com/gonode/gonode/modules/crypto"
)

func (rt *Runtime) crypto() *crypto.Module {
	if rt.cryptoModule == nil {
		rt.cryptoModule = crypto.New(rt.e, rt.buffers(), crypto.Deps{
			Streams:           rt.streams,
			Warn:              rt.deprecate,
			WarnExperimental:  func(text string) { rt.process().WarnText(text, "ExperimentalWarning") },
			Inspect:           func(v goja.Value) string { return rt.inspectWith(v, nil) },
			InspectWith:       rt.inspectWith,
			DOMException:      rt.domException,
			DOMExceptionClass: func() *goja.Object { return rt.eventTarget().Get("DOMException") },
			Now:               rt.cfg.now,

			PendingDeprecation: rt.cfg.warnings.Pending,
		})
	}
	return rt.cryptoModule
}

// cryptoGlobals defines the globals of the Web Cryptography API. crypto itself
// is an accessor without a setter, as on Node.
func (rt *Runtime) cryptoGlobals() {
	rt.fixedGlobal("crypto", func() goja.Value { return rt.crypto().WebCrypto() })
	for _, name := range crypto.GlobalClasses() {
		rt.lazyGlobal(name, false, func() goja.Value { return rt.crypto().WebClass(name) })
	}
}

// fixedGlobal defines a global that scripts can redefine, but not assign to.
func (rt *Runtime) fixedGlobal(name string, get func() goja.Value) {
	vm := rt.e.VM
	fn := vm.ToValue(func(goja.FunctionCall) goja.Value { return get() }).(*goja.Object)
	must(fn.DefineDataProperty("name", vm.ToValue("get "+name), goja.FLAG_FALSE, goja.FLAG_TRUE, goja.FLAG_FALSE))
	must(vm.GlobalObject().DefineAccessorProperty(name, fn, nil, goja.FLAG_TRUE, goja.FLAG_TRUE))
}
