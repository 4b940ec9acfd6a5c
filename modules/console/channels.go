package console

import (
	"strconv"

	"github.com/dop251/goja"
)

// announced publishes the arguments of a call on the channel of its method.
// Subscribers may change the list; what is printed is what they leave.
func (m *Module) announced(method string, args []goja.Value) []goja.Value {
	switch method {
	case "log", "info", "debug", "warn", "error":
	default:
		return args
	}
	var list *goja.Object
	m.e.Announce("console."+method, func() goja.Value {
		items := make([]any, len(args))
		for i, arg := range args {
			items[i] = arg
		}
		list = m.vm.NewArray(items...)
		return list
	})
	if list == nil {
		return args
	}
	args = make([]goja.Value, list.Get("length").ToInteger())
	for i := range args {
		if args[i] = list.Get(strconv.Itoa(i)); args[i] == nil {
			args[i] = goja.Undefined()
		}
	}
	return args
}
