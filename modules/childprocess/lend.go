package childprocess

import (
	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/binding"
)

// lendTo gives the JavaScript files what they need to send and receive
// handles. net is made when something is sent or received for the first time.
func (m *Module) lendTo(h *goja.Object) {
	binding.Accessors(m.vm, h, false, binding.Accessor{Name: "net", Get: func(goja.Value) goja.Value {
		return m.deps.Net().Exports()
	}})
	binding.Methods(m.vm, h,
		binding.Method{Name: "lendSocket", Length: 2, Fn: func(c goja.FunctionCall) goja.Value {
			return m.loan(m.deps.Net().LendSocket(c.Argument(0), c.Argument(1).ToBoolean()))
		}},
		binding.Method{Name: "lendServer", Length: 1, Fn: func(c goja.FunctionCall) goja.Value {
			return m.loan(m.deps.Net().ServerFD(c.Argument(0)), func() {})
		}},
		binding.Method{Name: "isHandle", Length: 1, Fn: func(c goja.FunctionCall) goja.Value {
			_, ours := m.deps.Net().LendHandle(c.Argument(0))
			return m.vm.ToValue(ours)
		}},
		binding.Method{Name: "lendHandle", Length: 1, Fn: func(c goja.FunctionCall) goja.Value {
			fd, _ := m.deps.Net().LendHandle(c.Argument(0))
			return m.loan(fd, func() {})
		}},
		binding.Method{Name: "receiveHandle", Length: 1, Fn: m.receiveHandle},
		binding.Method{Name: "closeFile", Length: 1, Fn: func(c goja.FunctionCall) goja.Value {
			m.deps.System.Close(int(c.Argument(0).ToInteger()))
			return nil
		}},
	)
}

// receiveHandle makes a handle of a descriptor that has arrived; undefined
// when it is not to be had, such as by a policy, and the message comes alone.
func (m *Module) receiveHandle(c goja.FunctionCall) goja.Value {
	fd := int(c.Argument(0).ToInteger())
	handle, err := m.deps.Net().ReceiveHandle(fd)
	if err != nil {
		m.deps.System.Close(fd)
		return goja.Undefined()
	}
	return handle
}

// loan is {fd, release}, or undefined when there is no descriptor.
func (m *Module) loan(fd int, release func()) goja.Value {
	if fd < 0 {
		return goja.Undefined()
	}
	obj := m.vm.NewObject()
	binding.Value(obj, "fd", m.vm.ToValue(fd))
	binding.Methods(m.vm, obj, binding.Method{Name: "release", Fn: func(goja.FunctionCall) goja.Value {
		release()
		return nil
	}})
	return obj
}
