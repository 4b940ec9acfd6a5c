package os

import (
	"syscall"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/binding"
	"github.com/gonode/gonode/internal/signals"
)

// The range of priorities.
const (
	lowestPriority  = 19
	highestPriority = -20
)

// constant is a name with its number.
type constant struct {
	name   string
	number int
}

// udpReuseAddr is libuv's UV_UDP_REUSEADDR.
const udpReuseAddr = 4

func (m *Module) newConstants() *goja.Object {
	var numbers []constant
	signals.Each(func(name string, n syscall.Signal) { numbers = append(numbers, constant{name, int(n)}) })
	obj := m.vm.CreateObject(nil)
	binding.Value(obj, "UV_UDP_REUSEADDR", m.vm.ToValue(udpReuseAddr))
	binding.Value(obj, "dlopen", m.constants(dlopenConstants()))
	binding.Value(obj, "errno", m.constants(errnoConstants()))
	frozen := m.constants(numbers)
	m.freeze(frozen)
	binding.Value(obj, "signals", frozen)
	binding.Value(obj, "priority", m.constants([]constant{
		{"PRIORITY_LOW", lowestPriority}, {"PRIORITY_BELOW_NORMAL", 10}, {"PRIORITY_NORMAL", 0},
		{"PRIORITY_ABOVE_NORMAL", -7}, {"PRIORITY_HIGH", -14}, {"PRIORITY_HIGHEST", highestPriority},
	}))
	return obj
}

func (m *Module) constants(list []constant) *goja.Object {
	obj := m.vm.CreateObject(nil)
	for _, c := range list {
		must(obj.DefineDataProperty(c.name, m.vm.ToValue(c.number), goja.FLAG_FALSE, goja.FLAG_FALSE, goja.FLAG_TRUE))
	}
	return obj
}

// freeze closes an object of constants to new ones.
func (m *Module) freeze(obj *goja.Object) {
	freeze, _ := goja.AssertFunction(m.vm.GlobalObject().Get("Object").(*goja.Object).Get("freeze"))
	_, err := freeze(goja.Undefined(), obj)
	must(err)
}
