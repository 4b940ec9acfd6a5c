package netmodule

import (
	"slices"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/binding"
)

// setupWorker is server._setupWorker(list): another process has connections of
// this server, and list knows them.
func (srv *Server) setupWorker(v goja.Value) {
	list, ok := v.(*goja.Object)
	if !ok {
		panic(srv.m.vm.NewTypeError("Cannot read properties of undefined (reading 'once')"))
	}
	srv.workers = append(srv.workers, list)
	gone := binding.Func(srv.m.vm, "", 0, func(goja.FunctionCall) goja.Value {
		srv.workers = slices.DeleteFunc(srv.workers, func(o *goja.Object) bool { return o == list })
		return nil
	})
	srv.m.e.CallMethod(list, "once", srv.m.vm.ToValue("exit"), gone)
}

// getConnections asks the other processes too.
func (srv *Server) getConnections(cb goja.Value) {
	m := srv.m
	fn := m.checkFunction(cb, "cb")
	answer := func(err goja.Value, n int) {
		args := []goja.Value{err}
		if isNil(err) {
			args = append(args, m.vm.ToValue(n))
		}
		m.e.NextTickCall(fn, args)
	}
	if len(srv.workers) == 0 {
		answer(goja.Null(), srv.connections)
		return
	}
	left, total := len(srv.workers), srv.connections
	one := binding.Func(m.vm, "oncount", 2, func(c goja.FunctionCall) goja.Value {
		if err := c.Argument(0); err.ToBoolean() {
			left = -1
			answer(err, 0)
			return nil
		}
		total += int(c.Argument(1).ToInteger())
		if left--; left == 0 {
			answer(goja.Null(), total)
		}
		return nil
	})
	for _, list := range srv.workers {
		m.e.CallMethod(list, "getConnections", one)
	}
}

// closeWorkers has the other processes close their connections; 'close' comes
// when all have answered.
func (srv *Server) closeWorkers() {
	left := len(srv.workers)
	srv.connections++ // 'close' is not to come before
	done := binding.Func(srv.m.vm, "onWorkerClose", 0, func(goja.FunctionCall) goja.Value {
		if left--; left == 0 {
			srv.connections = 0
			srv.emitCloseIfDrained()
		}
		return nil
	})
	for _, list := range slices.Clone(srv.workers) {
		srv.m.e.CallMethod(list, "close", done)
	}
}
