package engine

import "github.com/dop251/goja"

// Microtask queues run among the promise jobs. An exception that leaves it is
// uncaught; the jobs behind it run all the same.
func (e *Engine) Microtask(run func()) {
	if e.resolved == nil {
		promise, resolve, _ := e.VM.NewPromise()
		if err := resolve(goja.Undefined()); err != nil {
			panic(err)
		}
		e.resolved = e.VM.ToValue(promise).(*goja.Object)
		e.then, _ = Callable(e.Intrinsics.Promise.Get("prototype").(*goja.Object).Get("then"))
	}
	job := e.VM.ToValue(func(goja.FunctionCall) goja.Value {
		e.Inside(func() { e.guard(run) })
		return goja.Undefined()
	})
	e.contexts.jobKind = "Microtask"
	defer func() { e.contexts.jobKind = "" }()
	e.then(goja.FunctionCall{This: e.resolved, Arguments: []goja.Value{job}})
}
