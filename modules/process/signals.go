package process

import (
	"strings"
	"syscall"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/binding"
	"github.com/gonode/gonode/internal/nodeerr"
	"github.com/gonode/gonode/internal/signals"
	"github.com/gonode/gonode/modules/events"
)

// Signals is the script's connection to the operating system's signals.
type Signals interface {
	// Watch calls deliver, from any goroutine, each time sig arrives, until
	// stop is called. A signal that cannot be watched is an error.
	Watch(sig syscall.Signal, deliver func()) (stop func(), err error)
	// Kill sends sig to a process; 0 only asks whether that exists.
	Kill(pid int, sig syscall.Signal) error
	// Abort ends the program as abort(3) does, or returns when the script
	// may not.
	Abort()
}

// NoSignals neither brings signals nor sends them.
type NoSignals struct{}

var _ Signals = NoSignals{}

// Watch waits for a signal that never comes.
func (NoSignals) Watch(syscall.Signal, func()) (func(), error) { return func() {}, nil }

// Kill is refused.
func (NoSignals) Kill(int, syscall.Signal) error { return errNotPermitted }

// Abort leaves the program alone.
func (NoSignals) Abort() {}

// signalWatch holds the signals that have listeners.
type signalWatch struct {
	stops map[string]func()
}

// installSignals makes listeners for signal names start and stop watching, by
// listeners of its own, as Node does.
func (m *Module) installSignals() {
	m.signals.stops = map[string]func(){}
	m.deps.Events.On(m.state, m.keys.newListener, func(args []goja.Value) { m.startSignal(args) })
	m.deps.Events.On(m.state, m.keys.removeListener, func(args []goja.Value) { m.stopSignal(args) })
	m.methods(
		binding.Method{Name: "kill", Length: 2, Fn: m.kill},
		binding.Method{Name: "_kill", Fn: func(c goja.FunctionCall) goja.Value {
			return m.vm.ToValue(m.rawKill(int(c.Argument(0).ToInteger()), syscall.Signal(c.Argument(1).ToInteger())))
		}},
	)
}

// signalEvent reads the event name of 'newListener' and 'removeListener' and
// reports whether it names a signal.
func signalEvent(args []goja.Value) (string, syscall.Signal, bool) {
	if len(args) == 0 || !goja.IsString(args[0]) {
		return "", 0, false
	}
	name := args[0].String()
	if !strings.HasPrefix(name, "SIG") {
		return "", 0, false
	}
	sig, ok := signals.Number(name)
	return name, sig, ok
}

func (m *Module) startSignal(args []goja.Value) {
	name, sig, ok := signalEvent(args)
	if !ok || m.signals.stops[name] != nil {
		return
	}
	key := events.NewKey(name)
	number := m.vm.ToValue(int(sig))
	ctx := m.e.Capture("SIGNALWRAP", nil)
	stop, err := m.cfg.Signals.Watch(sig, func() {
		m.e.Loop.Post(func() {
			if m.signals.stops[name] != nil {
				m.e.RunCallbackIn(ctx, func() { m.emit(key, m.vm.ToValue(name), number) })
			}
		})
	})
	if err != nil {
		panic(m.systemError("uv_signal_start", err))
	}
	m.signals.stops[name] = func() {
		stop()
		m.e.DestroyOp(ctx.Op)
	}
}

func (m *Module) stopSignal(args []goja.Value) {
	name, _, ok := signalEvent(args)
	if !ok || m.state.Count(events.NewKey(name)) > 0 {
		return
	}
	if stop := m.signals.stops[name]; stop != nil {
		delete(m.signals.stops, name)
		stop()
	}
}

// Close stops watching for signals.
func (m *Module) Close() {
	for name, stop := range m.signals.stops {
		delete(m.signals.stops, name)
		stop()
	}
}

func (m *Module) kill(c goja.FunctionCall) goja.Value {
	pid := c.Argument(0)
	if !m.isPID(pid) {
		panic(nodeerr.ArgType(m.vm, "pid", pid, "number"))
	}
	pid = m.vm.ToValue(toInt32(pid))
	sig := m.parseSignal(c.Argument(1))
	number := m.vm.ToValue(int(sig))
	// packages wrap process._kill
	code := m.e.CallMethod(m.obj, "_kill", pid, number).ToInteger()
	if code != 0 {
		panic(nodeerr.FromCode(nodeerr.ErrnoName(int(code)), "kill", nil).Object(m.vm))
	}
	return m.vm.ToValue(true)
}

// isPID is Node's test of a process id: whatever equals its own 32-bit
// integer, by the loose comparison.
func (m *Module) isPID(v goja.Value) bool {
	if goja.IsNull(v) || goja.IsUndefined(v) {
		return false
	}
	if _, ok := v.(*goja.Object); ok {
		return false
	}
	if _, ok := v.(*goja.Symbol); ok {
		panic(m.vm.NewTypeError("Cannot convert a Symbol value to a number"))
	}
	return v.ToFloat() == float64(toInt32(v))
}

// parseSignal reads the second argument of process.kill: a number, a name, or
// nothing for SIGTERM.
func (m *Module) parseSignal(v goja.Value) syscall.Signal {
	if goja.IsNumber(v) {
		return syscall.Signal(toInt32(v))
	}
	if !v.ToBoolean() {
		return syscall.SIGTERM
	}
	if !goja.IsString(v) {
		nodeerr.Throw(m.vm, "ERR_UNKNOWN_SIGNAL", m.deps.Describe(v, 2))
	}
	sig, ok := signals.Number(v.String())
	if !ok {
		nodeerr.Throw(m.vm, "ERR_UNKNOWN_SIGNAL", v.String())
	}
	return sig
}

// rawKill returns 0 or a negative errno.
func (m *Module) rawKill(pid int, sig syscall.Signal) int {
	if err := m.cfg.Signals.Kill(pid, sig); err != nil {
		return nodeerr.FromGo(err, "kill").Errno
	}
	return 0
}
