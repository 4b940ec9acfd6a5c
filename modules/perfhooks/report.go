package perfhooks

import (
	"github.com/dop251/goja"
)

// Observed reports whether an observer waits for entries of a type.
func (m *Module) Observed(entryType string) bool {
	if m.lazy == nil {
		return false
	}
	return m.e.Call(m.lazy.observed, goja.Undefined(), m.vm.ToValue(entryType)).ToBoolean()
}

// Now is performance.now(): milliseconds since the process began.
func (m *Module) Now() float64 { return m.now() }

// Report gives observers an entry about something that began at the time start
// and is over now.
func (m *Module) Report(entryType, name string, start float64, detail *goja.Object) {
	m.e.Call(m.lazy.report, goja.Undefined(), m.vm.ToValue(entryType), m.vm.ToValue(name),
		m.vm.ToValue(start), m.vm.ToValue(m.now()-start), detail)
}
