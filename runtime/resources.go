package runtime

import (
	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/binding"
	"github.com/gonode/gonode/netmodule"
)

// Names of process.getActiveResourcesInfo for what is no socket or timer.
const (
	fsRequest        = "FSReqCallback"
	fsPromise        = "FSReqPromise"
	processResource  = "ProcessWrap"
	terminalResource = "TTYWrap"
)

// activeResources lists what keeps the loop alive: requests, handles, timers,
// as Node orders them.
func (rt *Runtime) activeResources() []string {
	names := rt.requestNames()
	for _, h := range rt.handles() {
		names = append(names, h.Name)
	}
	return append(names, rt.timers().Resources()...)
}

// requestNames names the operations of fs under way.
func (rt *Runtime) requestNames() []string {
	if rt.fsModule == nil {
		return nil
	}
	var names []string
	pending := rt.fsModule.Pending()
	for range pending.Callbacks {
		names = append(names, fsRequest)
	}
	for range pending.Promises {
		names = append(names, fsPromise)
	}
	return names
}

// handles are sockets, servers and child processes.
func (rt *Runtime) handles() []netmodule.Resource {
	var list []netmodule.Resource
	if rt.netModule != nil {
		list = rt.netModule.Resources()
		for i := range list {
			if rt.isTerminal(list[i].Owner) {
				list[i].Name = terminalResource
			}
		}
	}
	if rt.childModule != nil {
		for _, child := range rt.childModule.Running() {
			list = append(list, netmodule.Resource{Name: processResource, Owner: child})
		}
	}
	return list
}

// isTerminal tells the streams of tty, which are sockets.
func (rt *Runtime) isTerminal(v goja.Value) bool {
	if rt.ttyModule == nil {
		return false
	}
	obj, ok := v.(*goja.Object)
	if !ok {
		return false
	}
	for _, name := range []string{"ReadStream", "WriteStream"} {
		if ctor, ok := rt.ttyModule.Exports().Get(name).(*goja.Object); ok && rt.e.VM.InstanceOf(obj, ctor) {
			return true
		}
	}
	return false
}

// activeHandles is process._getActiveHandles.
func (rt *Runtime) activeHandles() []goja.Value {
	var list []goja.Value
	for _, h := range rt.handles() {
		list = append(list, h.Owner)
	}
	return list
}

// activeRequests is process._getActiveRequests: an object of the right class
// for each request.
func (rt *Runtime) activeRequests() []goja.Value {
	vm := rt.e.VM
	protos := make(map[string]*goja.Object)
	var list []goja.Value
	for _, name := range rt.requestNames() {
		if protos[name] == nil {
			ctor := binding.Constructor(vm, name, 0, func(goja.ConstructorCall) *goja.Object { return nil })
			protos[name] = binding.Prototype(ctor)
		}
		list = append(list, vm.CreateObject(protos[name]))
	}
	return list
}
