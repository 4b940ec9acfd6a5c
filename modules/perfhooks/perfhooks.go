// Package perfhooks is Node's `perf_hooks` module and the globals that belong
// to it: performance and the Performance* classes (Node documentation,
// "Performance measurement APIs").
//
// The performance object is Go: reading the global and calling now() costs no
// more than that. The timeline (marks, measures, observers, timerify) is
// JavaScript that is compiled when one of its functions is first used;
// histograms are Go.
//
// runtime makes one Module for each runtime. It runs on the loop goroutine.
//
// # Differences from Node
//
// The engine reports no garbage collections, and no module makes entries of
// the types dns, http, http2 and quic: supportedEntryTypes leaves all of them
// out. nodeTiming has no uvMetricsInfo. An exception in one observer's callback
// does not keep the others from their entries.
package perfhooks

import (
	_ "embed"
	"time"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/binding"
	"github.com/gonode/gonode/internal/engine"
	"github.com/gonode/gonode/internal/jsfile"
	"github.com/gonode/gonode/internal/nodeerr"
)

//go:embed timeline.js
var timelineSource string

//go:embed observer.js
var observerSource string

//go:embed resource.js
var resourceSource string

var (
	timelineFile = jsfile.New("node:internal/perf/usertiming", timelineSource)
	observerFile = jsfile.New("node:internal/perf/observe", observerSource)
	resourceFile = jsfile.New("node:internal/perf/resource_timing", resourceSource)
)

// Milestones are the times that nodeTiming shows. What has not happened yet is
// the zero time.
type Milestones struct {
	V8Start     time.Time // the engine was about to be made
	Environment time.Time // globals were there
	Bootstrap   time.Time // the first script was about to run
	LoopStart   time.Time // the event loop began
	LoopExit    time.Time // and ended by itself
}

// EventTarget is what performance inherits from.
type EventTarget interface {
	// Get returns the class of that name.
	Get(name string) *goja.Object
	// Adopt makes an object that no constructor made an event target.
	Adopt(obj *goja.Object)
}

// Deps is what the module needs from the rest of the platform.
type Deps struct {
	Start        time.Time // when the process began
	Now          func() time.Time
	Milestones   func() Milestones
	Idle         func() time.Duration // what the loop has waited
	EventTarget  func() EventTarget
	Clone        func() goja.Value // structuredClone
	SetImmediate func() goja.Value
	Inspect      func(v goja.Value) string
}

// GlobalClasses are the names of the classes that are globals.
func GlobalClasses() []string {
	return []string{
		"Performance", "PerformanceEntry", "PerformanceMark", "PerformanceMeasure", "PerformanceObserver",
		"PerformanceObserverEntryList", "PerformanceResourceTiming",
	}
}

// Module is the module of one runtime.
type Module struct {
	e    *engine.Engine
	vm   *goja.Runtime
	deps Deps

	performance *goja.Object
	class       *goja.Object // Performance
	utilization *goja.Object // eventLoopUtilization
	timerify    *goja.Object
	target      bool // performance is an event target
	exports     *goja.Object
	histograms  *histograms
	lazy        *timeline
}

// New makes the module; nothing is compiled yet.
func New(e *engine.Engine, deps Deps) *Module { return &Module{e: e, vm: e.VM, deps: deps} }

// Exports is what require('perf_hooks') returns.
func (m *Module) Exports() *goja.Object {
	if m.exports != nil {
		return m.exports
	}
	m.exports = m.vm.NewObject()
	for _, name := range GlobalClasses() {
		binding.Value(m.exports, name, m.Class(name))
	}
	m.Performance()
	binding.Methods(m.vm, m.exports, binding.Method{Name: "monitorEventLoopDelay", Fn: m.monitorEventLoopDelay})
	binding.Value(m.exports, "eventLoopUtilization", m.utilization)
	binding.Value(m.exports, "timerify", m.timerify)
	binding.Methods(m.vm, m.exports, binding.Method{Name: "createHistogram", Fn: m.createHistogram})
	binding.Value(m.exports, "performance", m.performance)
	constants := m.constants()
	if err := m.exports.DefineDataProperty("constants", constants, goja.FLAG_FALSE, goja.FLAG_FALSE, goja.FLAG_TRUE); err != nil {
		panic(err)
	}
	return m.exports
}

// Class returns a class by its name in GlobalClasses.
func (m *Module) Class(name string) goja.Value {
	if name == "Performance" {
		m.Performance()
		m.becomeEventTarget()
		return m.class
	}
	return m.timeline().classes[name]
}

// constants are the names of kinds of garbage collection.
func (m *Module) constants() *goja.Object {
	obj := m.vm.NewObject()
	for _, c := range []struct {
		name  string
		value int
	}{
		{"MAJOR", 4}, {"MINOR", 1}, {"MINOR_MARK_SWEEP", 2}, {"INCREMENTAL", 8}, {"WEAKCB", 16},
		{"FLAGS_NO", 0}, {"FLAGS_CONSTRUCT_RETAINED", 2}, {"FLAGS_FORCED", 4},
		{"FLAGS_SYNCHRONOUS_PHANTOM_PROCESSING", 8}, {"FLAGS_ALL_AVAILABLE_GARBAGE", 16},
		{"FLAGS_ALL_EXTERNAL_MEMORY", 32}, {"FLAGS_SCHEDULE_IDLE", 64},
	} {
		binding.Value(obj, "NODE_PERFORMANCE_GC_"+c.name, m.vm.ToValue(c.value))
	}
	return obj
}

// now is the time since the process began, in milliseconds.
func (m *Module) now() float64 { return m.since(m.deps.Now()) }

func (m *Module) since(t time.Time) float64 {
	return float64(t.Sub(m.deps.Start)) / float64(time.Millisecond)
}

// milestone is one property of nodeTiming.
func (m *Module) milestone(name string) float64 {
	at := m.deps.Milestones()
	switch name {
	case "nodeStart":
		return 0
	case "v8Start":
		return m.reached(at.V8Start)
	case "environment":
		return m.reached(at.Environment)
	case "bootstrapComplete":
		return m.reached(at.Bootstrap)
	case "loopStart":
		return m.reached(at.LoopStart)
	case "loopExit":
		return m.reached(at.LoopExit)
	default:
		return float64(m.deps.Idle()) / float64(time.Millisecond)
	}
}

// reached is the time of a milestone; before it, -1.
func (m *Module) reached(t time.Time) float64 {
	if t.IsZero() {
		return -1
	}
	return m.since(t)
}

func (m *Module) invalidThis(class string) *goja.Object {
	return nodeerr.New(m.vm, "ERR_INVALID_THIS", class)
}
