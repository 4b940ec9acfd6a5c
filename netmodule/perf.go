package netmodule

import (
	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/binding"
)

// Timeline is where performance entries go (Node documentation,
// "Performance measurement APIs").
type Timeline interface {
	// Observed reports whether somebody waits for entries of a type.
	Observed(entryType string) bool
	// Now is in milliseconds.
	Now() float64
	Report(entryType, name string, start float64, detail *goja.Object)
}

// entryType is that of the entries about connects over TCP.
const entryType = "net"

func (m *Module) timeline() Timeline {
	if m.deps.Timeline == nil {
		return nil
	}
	return m.deps.Timeline()
}

// connectBegins is the time at which a connect begins that somebody observes,
// or 0.
func (m *Module) connectBegins(t target) float64 {
	if t.port < 0 {
		return 0
	}
	if timeline := m.timeline(); timeline != nil && timeline.Observed(entryType) {
		return timeline.Now()
	}
	return 0
}

// connectEnds reports a connect that succeeded.
func (m *Module) connectEnds(t target) {
	if t.began == 0 {
		return
	}
	detail := m.vm.NewObject()
	binding.Value(detail, "host", m.vm.ToValue(t.host))
	binding.Value(detail, "port", m.vm.ToValue(t.port))
	m.timeline().Report(entryType, "connect", t.began, detail)
}
