package process

import (
	_ "embed"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/binding"
	"github.com/gonode/gonode/internal/jsfile"
	"github.com/gonode/gonode/internal/nodeerr"
)

//go:embed finalization.js
var finalizationSource string

var finalizationFile = jsfile.New("node:internal/process/finalization", finalizationSource)

// installInternals defines what tools of Node look for under a leading
// underscore, and the port of the debugger that is not there.
func (m *Module) installInternals() {
	m.lazy("finalization", func() goja.Value {
		return finalizationFile.Call(m.e, m.obj, jsfile.Errors(m.vm))
	})
	m.lazy("moduleLoadList", func() goja.Value { return m.strings(m.deps.Loaded()) })
	m.value("_preload_modules", m.strings(m.cfg.Preload))
	if m.cfg.Eval != nil {
		m.value("_eval", *m.cfg.Eval)
	}
	m.installDebugPort()
	nothing := func(goja.FunctionCall) goja.Value { return nil }
	m.methods(
		binding.Method{Name: "_tickCallback", Fn: func(goja.FunctionCall) goja.Value {
			m.e.RunTicks()
			return nil
		}},
		binding.Method{Name: "_debugProcess", Fn: m.notImplemented("process._debugProcess")},
		binding.Method{Name: "_debugEnd", Fn: nothing},
		binding.Method{Name: "_startProfilerIdleNotifier", Fn: nothing},
		binding.Method{Name: "_stopProfilerIdleNotifier", Fn: nothing},
	)
}

// Limits of process.debugPort.
const (
	defaultDebugPort              = 9229
	leastDebugPort, mostDebugPort = 1024, 65535
)

// installDebugPort defines process.debugPort, which only child processes with
// an inspector would use.
func (m *Module) installDebugPort() {
	port := goja.Value(m.vm.ToValue(defaultDebugPort))
	m.accessor("debugPort", true, func() goja.Value { return port }, func(v goja.Value) {
		n := toInt32(v)
		if n != 0 && (n < leastDebugPort || n > mostDebugPort) {
			panic(nodeerr.WithMessage(m.vm, "RangeError", "ERR_OUT_OF_RANGE",
				"process.debugPort must be 0 or in range 1024 to 65535"))
		}
		port = m.vm.ToValue(n)
	})
}
