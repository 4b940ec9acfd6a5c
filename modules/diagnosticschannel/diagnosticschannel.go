// Package diagnosticschannel is Node's `diagnostics_channel` module (Node
// documentation, "Diagnostics Channel"): named channels, their subscribers and
// bound stores, and tracing channels. It is one small JavaScript file, compiled
// when a script first requires the module.
//
// Modules written in Go announce what they do through the engine, which costs
// nothing until a script has asked for the module.
//
// runtime makes one Module for each runtime. It runs on the loop goroutine.
//
// # Differences from Node
//
// A channel lives as long as its runtime: the engine has no weak references,
// so one that nobody holds is not collected.
package diagnosticschannel

import (
	_ "embed"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/binding"
	"github.com/gonode/gonode/internal/engine"
	"github.com/gonode/gonode/internal/jsfile"
)

//go:embed diagnosticschannel.js
var source string

var file = jsfile.New("node:diagnostics_channel", source)

// Module is the module of one runtime.
type Module struct {
	e      *engine.Engine
	obj    *goja.Object
	active map[string]*goja.Object // channels with subscribers or stores
}

// New makes the module; nothing is compiled yet.
func New(e *engine.Engine) *Module {
	return &Module{e: e, active: map[string]*goja.Object{}}
}

// Exports is what require('diagnostics_channel') returns.
func (m *Module) Exports() *goja.Object {
	if m.obj == nil {
		m.obj = file.Call(m.e, m.host()).(*goja.Object)
		m.e.SetChannels(m)
	}
	return m.obj
}

var _ engine.Channels = (*Module)(nil)

// Listens reports whether anybody listens to the channel of that name.
func (m *Module) Listens(name string) bool { return m.active[name] != nil }

// Publish sends a message to the channel of that name.
func (m *Module) Publish(name string, message goja.Value) {
	if channel := m.active[name]; channel != nil {
		m.e.CallMethod(channel, "publish", message)
	}
}

// Trace runs a function as traceSync does.
func (m *Module) Trace(name string, message *goja.Object, run func() goja.Value) goja.Value {
	channels := m.e.CallMethod(m.obj, "tracingChannel", m.e.VM.ToValue(name)).(*goja.Object)
	fn := binding.Func(m.e.VM, "", 0, func(goja.FunctionCall) goja.Value { return run() })
	return m.e.CallMethod(channels, "traceSync", fn, message)
}

// host is what the JavaScript calls.
func (m *Module) host() *goja.Object {
	host := jsfile.Errors(m.e.VM)
	binding.Methods(m.e.VM, host,
		binding.Method{Name: "throwLater", Length: 1, Fn: m.throwLater},
		binding.Method{Name: "activate", Length: 2, Fn: func(c goja.FunctionCall) goja.Value {
			m.active[c.Argument(0).String()] = c.Argument(1).(*goja.Object)
			return nil
		}},
		binding.Method{Name: "deactivate", Length: 1, Fn: func(c goja.FunctionCall) goja.Value {
			delete(m.active, c.Argument(0).String())
			return nil
		}},
	)
	return host
}

// throwLater makes a subscriber's exception an uncaught one in the next tick,
// where it cannot disturb the publisher, nor the ticks behind it.
func (m *Module) throwLater(c goja.FunctionCall) goja.Value {
	err := c.Argument(0)
	m.e.NextTick(func() { m.e.Guard(func() { engine.Throw(err) }) })
	return nil
}
