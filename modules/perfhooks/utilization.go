package perfhooks

import (
	"time"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/binding"
)

// utilization is how long the event loop has waited and worked, in
// milliseconds, and what part of that was work.
type utilization struct{ idle, active, share float64 }

func (u utilization) object(vm *goja.Runtime) *goja.Object {
	obj := vm.NewObject()
	binding.Value(obj, "idle", vm.ToValue(u.idle))
	binding.Value(obj, "active", vm.ToValue(u.active))
	binding.Value(obj, "utilization", vm.ToValue(u.share))
	return obj
}

// between is the utilization of some time.
func between(idle, active float64) utilization {
	return utilization{idle, active, active / (idle + active)}
}

// utilizationNow counts from the beginning of the loop; before that all is 0.
func (m *Module) utilizationNow() utilization {
	start := m.deps.Milestones().LoopStart
	if start.IsZero() {
		return utilization{}
	}
	idle := float64(m.deps.Idle()) / float64(time.Millisecond)
	return between(idle, m.now()-m.since(start)-idle)
}

// eventLoopUtilization is eventLoopUtilization([utilization1[, utilization2]]).
func (m *Module) eventLoopUtilization(c goja.FunctionCall) goja.Value {
	now := m.utilizationNow()
	if now == (utilization{}) {
		return now.object(m.vm)
	}
	first, ok := c.Argument(0).(*goja.Object)
	if !ok {
		return now.object(m.vm)
	}
	if second, ok := c.Argument(1).(*goja.Object); ok {
		return between(field(first, "idle")-field(second, "idle"), field(first, "active")-field(second, "active")).object(m.vm)
	}
	return between(now.idle-field(first, "idle"), now.active-field(first, "active")).object(m.vm)
}

func field(obj *goja.Object, name string) float64 {
	v := obj.Get(name)
	if v == nil {
		v = goja.Undefined()
	}
	return v.ToFloat()
}
