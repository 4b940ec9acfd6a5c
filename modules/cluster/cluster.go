// Package cluster is Node's `cluster` module (Node documentation, "Cluster"):
// processes that run the same script and listen on the same ports.
//
// A primary starts workers with child_process.fork and binds ports for them.
// In a worker a server of net listens through the primary, for which Module
// implements netmodule.Primary. Either the primary accepts and hands each
// connection to one worker (roundrobin.js), or the workers get the descriptor
// that listens (shared.js). What both sides say to each other travels on the
// IPC channel as messages that scripts do not see (line.js).
//
// runtime makes one Module for each runtime: New for the first use of a
// script, and in a worker before the script, with Join. Everything is small
// JavaScript on the loop goroutine.
//
// # Differences from Node
//
// Servers of workers need descriptors to be sent, which loops that poll
// sockets can, on Linux; with others listen fails with ENOTSUP unless it is
// exclusive. A handle
// that workers share listens from the moment that the primary has bound it, so
// that connections wait for the first worker instead of being refused.
// inspectPort means nothing.
package cluster

import (
	_ "embed"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/binding"
	"github.com/gonode/gonode/internal/engine"
	"github.com/gonode/gonode/internal/jsfile"
	"github.com/gonode/gonode/internal/nodeerr"
	"github.com/gonode/gonode/netmodule"
)

//go:embed worker_class.js
var workerClassSource string

//go:embed line.js
var lineSource string

//go:embed roundrobin.js
var roundRobinSource string

//go:embed shared.js
var sharedSource string

//go:embed primary.js
var primarySource string

//go:embed worker.js
var workerSource string

var (
	workerClassFile = jsfile.New("node:internal/cluster/worker", workerClassSource)
	lineFile        = jsfile.New("node:internal/cluster/utils", lineSource)
	roundRobinFile  = jsfile.New("node:internal/cluster/round_robin_handle", roundRobinSource)
	sharedFile      = jsfile.New("node:internal/cluster/shared_handle", sharedSource)
	primaryFile     = jsfile.New("node:internal/cluster/primary", primarySource)
	workerFile      = jsfile.New("node:internal/cluster/child", workerSource)
)

// Deps is what the module needs from the rest of the platform. Its functions
// are called when something is needed for the first time.
type Deps struct {
	// Builtin is the exports of another module.
	Builtin func(name string) goja.Value
	// Emitter is the class EventEmitter.
	Emitter func() *goja.Object
	// Process is the process object.
	Process func() *goja.Object
}

// Module is the `cluster` module of one runtime.
type Module struct {
	e       *engine.Engine
	deps    Deps
	exports *goja.Object
	worker  bool
}

var _ netmodule.Primary = (*Module)(nil)

// New makes the module of a process that is no worker. Nothing is built before
// Exports.
func New(e *engine.Engine, deps Deps) *Module { return &Module{e: e, deps: deps} }

// Join makes the module of a worker and tells its primary that it is there. id
// is its number, the value of NODE_UNIQUE_ID. The channel to the primary is
// open.
func Join(e *engine.Engine, deps Deps, id string) *Module {
	m := New(e, deps)
	m.worker = true
	host := m.host()
	m.exports = workerFile.Call(e, host, workerClassFile.Call(e, host), lineFile.Call(e), e.VM.ToValue(id)).(*goja.Object)
	e.CallMethod(m.exports, "_setupWorker")
	return m
}

// IsWorker reports whether Join has made the module.
func (m *Module) IsWorker() bool { return m.worker }

// Exports is what require('cluster') returns.
func (m *Module) Exports() *goja.Object {
	if m.exports == nil {
		m.exports = m.primary()
	}
	return m.exports
}

func (m *Module) primary() *goja.Object {
	host := m.host()
	// The two ways to listen are for the first worker that does.
	listeners := m.e.VM.NewObject()
	lazily := func(name string, file *jsfile.File) binding.Accessor {
		var made goja.Value
		return binding.Accessor{Name: name, Get: func(goja.Value) goja.Value {
			if made == nil {
				made = file.Call(m.e, host)
			}
			return made
		}}
	}
	binding.Accessors(m.e.VM, listeners, false, lazily("RoundRobin", roundRobinFile), lazily("Shared", sharedFile))
	return primaryFile.Call(m.e, host, workerClassFile.Call(m.e, host), lineFile.Call(m.e), listeners).(*goja.Object)
}

// host is what the JavaScript files call.
func (m *Module) host() *goja.Object {
	h := m.e.VM.NewObject()
	binding.Value(h, "errors", jsfile.Errors(m.e.VM))
	binding.Value(h, "EventEmitter", m.deps.Emitter())
	binding.Value(h, "process", m.deps.Process())
	binding.Value(h, "cannotSend", m.e.VM.ToValue(m.cannotSend()))
	builtin := func(key, name string) binding.Accessor {
		return binding.Accessor{Name: key, Get: func(goja.Value) goja.Value { return m.deps.Builtin(name) }}
	}
	binding.Accessors(m.e.VM, h, false,
		builtin("childProcess", "child_process"),
		builtin("net", "net"),
		builtin("path", "path"),
	)
	return h
}

// cannotSend is the errno of listening where no descriptors can be sent, or 0.
func (m *Module) cannotSend() int {
	if _, ok := m.e.Loop.Poller(); ok {
		return 0
	}
	return nodeerr.Errno("ENOTSUP")
}

// Listen is what a server of a worker listens through.
func (m *Module) Listen(server, query *goja.Object, answer func(errno int, handle *goja.Object)) {
	m.e.CallMethod(m.exports, "_getServer", server, query, binding.Func(m.e.VM, "listenOnPrimaryHandle", 2,
		func(c goja.FunctionCall) goja.Value {
			handle, _ := c.Argument(1).(*goja.Object)
			answer(int(c.Argument(0).ToInteger()), handle)
			return nil
		}))
}
