package perfhooks

import (
	"time"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/eventloop"
	"github.com/gonode/gonode/internal/binding"
	"github.com/gonode/gonode/modules/perfhooks/hdr"
)

// The range of an event loop's delays, in nanoseconds, and how exactly they
// are kept.
const (
	leastDelay   = 1000
	mostDelay    = 3600e9
	delayFigures = 3
)

// delayMonitor samples the event loop with a timer: what lies between two of
// its calls is the resolution and the delay.
type delayMonitor struct {
	binding.Native
	timer      *eventloop.Timer
	resolution int64
	enabled    bool
}

var delaySymbol = goja.NewSymbol("monitor")

// monitorEventLoopDelay is monitorEventLoopDelay([options]).
func (m *Module) monitorEventLoopDelay(c goja.FunctionCall) goja.Value {
	resolution := m.integer(m.options(c.Argument(0)), "resolution", 10, 1, maxSafeInteger)
	values, err := hdr.New(leastDelay, mostDelay, delayFigures)
	must(err)
	obj, h := m.newHistogram(m.histogramClasses().delay, values)
	monitor := &delayMonitor{Native: binding.NewNative(), resolution: eventloop.Delay(float64(resolution))}
	monitor.timer = m.e.Loop.NewTimer(func() { h.recordDelta(m.deps.Now()) })
	monitor.timer.Unref()
	must(obj.DefineDataPropertySymbol(delaySymbol, monitor, goja.FLAG_FALSE, goja.FLAG_FALSE, goja.FLAG_FALSE))
	return obj
}

func (m *Module) defineDelay(proto *goja.Object) {
	enable := func(c goja.FunctionCall) goja.Value {
		return m.vm.ToValue(m.monitor(c.This).enable(histogramOf(c.This)))
	}
	disable := func(c goja.FunctionCall) goja.Value { return m.vm.ToValue(m.monitor(c.This).disable()) }
	binding.HiddenMethods(m.vm, proto,
		binding.Method{Name: "enable", Fn: enable},
		binding.Method{Name: "disable", Fn: disable},
	)
	if dispose := m.e.WellKnownSymbol("dispose"); dispose != nil {
		binding.HiddenSymbol(proto, dispose, binding.Func(m.vm, "[Symbol.dispose]", 0, func(c goja.FunctionCall) goja.Value {
			m.monitor(c.This).disable()
			return nil
		}))
	}
}

// monitor finds the monitor that a method is called on.
func (m *Module) monitor(v goja.Value) *delayMonitor {
	if obj, ok := v.(*goja.Object); ok {
		if monitor, ok := obj.GetSymbol(delaySymbol).(*delayMonitor); ok {
			return monitor
		}
	}
	panic(m.invalidThis("ELDHistogram"))
}

// enable starts the timer, and reports whether that was news.
func (d *delayMonitor) enable(h *histogram) bool {
	if d.enabled {
		return false
	}
	d.enabled = true
	h.last = time.Time{}
	d.timer.Start(d.resolution, true)
	return true
}

func (d *delayMonitor) disable() bool {
	if !d.enabled {
		return false
	}
	d.enabled = false
	d.timer.Stop()
	return true
}
