// Package childprocess is Node's `child_process` module (Node documentation,
// "Child process"): processes with streams to them, and the IPC channel
// between a parent and a child that both run JavaScript.
//
// Three parts: a System starts processes, Go code connects it to the event
// loop (process.go, sync.go, channel.go), and JavaScript files hold what runs
// once for each process: reading options, the class ChildProcess, exec, and
// the two ends of a channel.
//
// runtime makes one Module for each runtime. It runs on the loop goroutine.
// Each child has a goroutine that waits for its end and posts it; it stays
// until the child ends, also when the runtime is closed before, so that no
// zombie is left.
//
// # Differences from Node
//
// The channel carries JSON; serialization: 'advanced' throws
// ERR_METHOD_NOT_IMPLEMENTED. Sockets and servers of net and the handles behind
// them can be sent where the loop polls sockets, which is on Linux; those of
// dgram cannot, and a server does not count the connections that it has sent
// away in close and getConnections. On Windows a child's streams can be inherited
// or ignored, but not be pipes.
package childprocess

import (
	_ "embed"
	"io"
	"runtime"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/binding"
	"github.com/gonode/gonode/internal/engine"
	"github.com/gonode/gonode/internal/jsfile"
	"github.com/gonode/gonode/internal/nodeerr"
	"github.com/gonode/gonode/modules/buffer"
	"github.com/gonode/gonode/netmodule"
	"github.com/gonode/gonode/netmodule/transport"
)

//go:embed options.js
var optionsSource string

//go:embed child.js
var childSource string

//go:embed exec.js
var execSource string

//go:embed channel.js
var channelSource string

var (
	optionsFile = jsfile.New("node:internal/child_process/options", optionsSource)
	childFile   = jsfile.New("node:internal/child_process", childSource)
	execFile    = jsfile.New("node:child_process", execSource)
	channelFile = jsfile.New("node:internal/child_process/channel", channelSource)
)

// Deps is what the module needs from the rest of the platform.
type Deps struct {
	System  System
	Buffers *buffer.Module
	// Net makes the sockets that are our ends of a child's streams.
	Net func() *netmodule.Module
	// Pipes opens descriptors of System as connections.
	Pipes func() transport.Network
	// Descriptor is the descriptor of the program behind a number that a
	// script uses: EBADF when there is none, NoFile for a standard stream
	// that is no file of the program.
	Descriptor func(fd int) (int, error)
	// Output is what standard output (1) and standard error (2) write to.
	Output func(fd int) io.Writer
	// Emitter is the class EventEmitter.
	Emitter func() *goja.Object
	// Process is the process object.
	Process func() *goja.Object
	// Describe prints a value as util.inspect does.
	Describe func(v goja.Value, depth int) string
	// FileURLToPath is url.fileURLToPath.
	FileURLToPath func(v goja.Value) goja.Value
	// Warn emits a deprecation warning.
	Warn func(text, code string)
}

// Module is the `child_process` module of one runtime.
type Module struct {
	e    *engine.Engine
	vm   *goja.Runtime
	deps Deps

	exports     *goja.Object
	hostObj     *goja.Object
	channelJS   *goja.Object
	running     map[*handle]struct{}
	links       map[link]struct{} // open, and not a transport's
	linkBuffers linkBuffers
}

// New makes the module. Nothing is built before Exports or Connect.
func New(e *engine.Engine, deps Deps) *Module {
	return &Module{e: e, vm: e.VM, deps: deps, links: map[link]struct{}{}, running: map[*handle]struct{}{}}
}

// Close closes the channels. Children go on.
func (m *Module) Close() {
	for l := range m.links {
		l.close()
	}
}

// Exports is what require('child_process') returns.
func (m *Module) Exports() *goja.Object {
	if m.exports != nil {
		return m.exports
	}
	host := m.host()
	options := optionsFile.Call(m.e, host)
	child := childFile.Call(m.e, host, options, m.channels())
	m.exports = execFile.Call(m.e, host, options, child).(*goja.Object)
	return m.exports
}

// channels is what channel.js returns.
func (m *Module) channels() *goja.Object {
	if m.channelJS == nil {
		m.channelJS = channelFile.Call(m.e, m.host()).(*goja.Object)
	}
	return m.channelJS
}

// host is what the JavaScript files call.
func (m *Module) host() *goja.Object {
	if m.hostObj != nil {
		return m.hostObj
	}
	h := m.vm.NewObject()
	m.hostObj = h
	binding.Value(h, "errors", jsfile.Errors(m.vm))
	binding.Value(h, "EventEmitter", m.deps.Emitter())
	binding.Value(h, "process", m.deps.Process())
	binding.Value(h, "Buffer", m.deps.Buffers.Constructor())
	binding.Value(h, "platform", m.vm.ToValue(platform()))
	binding.Value(h, "signals", m.signals())
	binding.Value(h, "promisify", m.e.SymbolFor("nodejs.util.promisify.custom"))
	m.lendTo(h)
	binding.Methods(m.vm, h,
		binding.Method{Name: "inspect", Length: 1, Fn: func(c goja.FunctionCall) goja.Value {
			return m.vm.ToValue(m.deps.Describe(c.Argument(0), 2))
		}},
		binding.Method{Name: "fileURLToPath", Length: 1, Fn: func(c goja.FunctionCall) goja.Value {
			return m.deps.FileURLToPath(c.Argument(0))
		}},
		binding.Method{Name: "isView", Length: 1, Fn: func(c goja.FunctionCall) goja.Value {
			_, ok := m.deps.Buffers.Bytes(c.Argument(0))
			return m.vm.ToValue(ok)
		}},
		binding.Method{Name: "warn", Length: 2, Fn: func(c goja.FunctionCall) goja.Value {
			m.deps.Warn(c.Argument(0).String(), c.Argument(1).String())
			return nil
		}},
		binding.Method{Name: "errno", Length: 2, Fn: m.errnoError},
		binding.Method{Name: "openChannel", Length: 1, Fn: func(c goja.FunctionCall) goja.Value {
			ch, err := m.openChannel(int(c.Argument(0).ToInteger()))
			if err != nil {
				panic(nodeerr.FromGo(err, "open").Object(m.vm))
			}
			return ch
		}},
		binding.Method{Name: "spawn", Length: 2, Fn: m.spawn},
		binding.Method{Name: "announce", Length: 3, Fn: m.announce},
		binding.Method{Name: "spawnSync", Length: 1, Fn: m.spawnSync},
	)
	return h
}

// platform is process.platform as far as options depend on it.
func platform() string {
	if runtime.GOOS == "windows" {
		return "win32"
	}
	return runtime.GOOS
}
