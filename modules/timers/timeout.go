package timers

import (
	"math"
	"strconv"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/eventloop"
	"github.com/gonode/gonode/internal/binding"
	"github.com/gonode/gonode/internal/engine"
)

// maxDelay is TIMEOUT_MAX, the longest delay in milliseconds.
const maxDelay = math.MaxInt32

// timeout is one Timeout object. It embeds goja.Value so that it can be a
// property's value; JavaScript sees undefined there.
type timeout struct {
	binding.Native
	m   *Module
	obj *goja.Object

	ctx      engine.Context
	timer    eventloop.Timer
	callback goja.Value // _onTimeout
	args     []goja.Value
	idle     float64 // _idleTimeout, -1 once cleared
	repeat   float64 // _repeat, 0 when it fires once

	id        int64 // what the object turns into as a number, 0 before
	destroyed bool
	counted   bool // among the active ones of Module
}

func (m *Module) setTimeout(c goja.FunctionCall) goja.Value {
	return m.start(c, false)
}

func (m *Module) setInterval(c goja.FunctionCall) goja.Value {
	return m.start(c, true)
}

func (m *Module) start(c goja.FunctionCall, repeat bool) goja.Value {
	callback := m.callback(c.Argument(0))
	delay := m.delay(c.Argument(1))
	t := &timeout{Native: binding.NewNative(), m: m, callback: callback, args: rest(c, 2), idle: delay}
	if repeat {
		t.repeat = delay
	}
	if m.timeoutProto == nil {
		m.installTimeout()
	}
	t.obj = m.vm.CreateObject(m.timeoutProto)
	binding.HiddenSymbol(t.obj, m.sym, t)
	t.ctx = m.e.Capture("Timeout", t.obj)
	t.timer.Init(m.e.Loop, t.fire)
	t.arm()
	return t.obj
}

// delay reads the delay as Node's Timeout constructor does, with its
// warnings.
func (m *Module) delay(v goja.Value) float64 {
	if goja.IsUndefined(v) {
		return 1
	}
	after := v.ToNumber().ToFloat()
	if after >= 1 && after <= maxDelay {
		return after
	}
	const set = ".\nTimeout duration was set to 1."
	text := v.ToNumber().String()
	switch {
	case after > maxDelay:
		m.deps.Warn(text+" does not fit into a 32-bit signed integer"+set, "TimeoutOverflowWarning")
	case after < 0 && !m.warnedNegative:
		m.warnedNegative = true
		m.deps.Warn(text+" is a negative number"+set, "TimeoutNegativeWarning")
	case math.IsNaN(after) && !m.warnedNaN:
		m.warnedNaN = true
		m.deps.Warn(text+" is not a number"+set, "TimeoutNaNWarning")
	}
	return 1
}

// arm starts the wait anew.
func (t *timeout) arm() {
	t.timer.Start(eventloop.Delay(t.idle), false)
	t.count()
}

// count keeps the number of timers that hold the loop.
func (t *timeout) count() {
	active := t.timer.Active() && t.timer.HasRef()
	if active == t.counted {
		return
	}
	t.counted = active
	if active {
		t.m.timeouts++
	} else {
		t.m.timeouts--
	}
}

// fire is the loop's callback. What follows the script's function happens
// also when that throws, as in Node's listOnTimeout.
func (t *timeout) fire() {
	t.m.e.EnterContext(t.ctx)
	defer t.afterFire(t.m.e.Loop.UpdateTime())
	fn, ok := engine.Callable(t.callback)
	if !ok {
		return
	}
	t.m.e.Call(fn, t.obj, t.args...)
}

func (t *timeout) afterFire(began int64) {
	switch {
	case t.repeat > 0 && t.idle != -1:
		t.idle = t.repeat
		t.timer.StartFrom(began, eventloop.Delay(t.idle))
	case !t.timer.Active() && !t.destroyed:
		t.forget()
		t.destroyed = true
		t.m.e.DestroyAfter(t.ctx.Op)
	}
	t.count()
}

func (t *timeout) forget() {
	if t.id != 0 {
		delete(t.m.known, t.id)
	}
}

// clear is Node's unenroll.
func (t *timeout) clear() {
	t.callback = goja.Undefined()
	t.args = nil
	if t.destroyed {
		return
	}
	t.destroyed = true
	t.forget()
	t.timer.Stop()
	t.count()
	t.idle = -1
	t.m.e.DestroyOp(t.ctx.Op)
}

func (m *Module) clearTimeout(c goja.FunctionCall) goja.Value {
	v := c.Argument(0)
	if t := m.timeoutOf(v); t != nil {
		if t.callback.ToBoolean() {
			t.clear()
		}
		return nil
	}
	if id, ok := numericID(v); ok {
		if t := m.known[id]; t != nil {
			t.clear()
		}
	}
	return nil
}

// timeoutOf returns the Go struct of a Timeout object, or nil.
func (m *Module) timeoutOf(v goja.Value) *timeout {
	obj, ok := v.(*goja.Object)
	if !ok {
		return nil
	}
	t, _ := obj.GetSymbol(m.sym).(*timeout)
	return t
}

// numericID reads the number of a timer, which may come as a string.
func numericID(v goja.Value) (int64, bool) {
	switch {
	case goja.IsNumber(v):
		f := v.ToFloat()
		return int64(f), f == math.Trunc(f)
	case goja.IsString(v):
		id, err := strconv.ParseInt(v.String(), 10, 64)
		return id, err == nil
	}
	return 0, false
}
