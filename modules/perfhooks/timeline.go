package perfhooks

import (
	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/binding"
	"github.com/gonode/gonode/internal/engine"
	"github.com/gonode/gonode/internal/jsfile"
)

// timeline is what the JavaScript files made.
type timeline struct {
	classes    map[string]goja.Value
	methods    map[string]engine.Func // of performance
	timerify   engine.Func
	observed   engine.Func
	report     engine.Func
	showAs     engine.Func
	nodeTiming goja.Value
}

// timeline compiles the JavaScript files on first use.
func (m *Module) timeline() *timeline {
	if m.lazy != nil {
		return m.lazy
	}
	host := m.host()
	entries := timelineFile.Call(m.e, host).(*goja.Object)
	observers := observerFile.Call(m.e, host, entries).(*goja.Object)
	// What the timeline calls for each entry comes from the observers, which
	// are built on the timeline.
	binding.Value(host, "enqueue", observers.Get("enqueue"))
	resources := resourceFile.Call(m.e, host, entries).(*goja.Object)
	m.lazy = &timeline{
		classes:    map[string]goja.Value{},
		methods:    map[string]engine.Func{},
		timerify:   callable(observers, "timerify"),
		observed:   callable(observers, "observed"),
		report:     callable(entries, "report"),
		showAs:     callable(entries, "showAs"),
		nodeTiming: observers.Get("nodeTiming"),
	}
	for _, part := range []*goja.Object{entries, observers, resources} {
		m.lazy.take(part)
	}
	return m.lazy
}

// take gathers the classes and methods that one file exports.
func (t *timeline) take(part *goja.Object) {
	if classes, ok := part.Get("classes").(*goja.Object); ok {
		for _, name := range classes.Keys() {
			t.classes[name] = classes.Get(name)
		}
	}
	if methods, ok := part.Get("methods").(*goja.Object); ok {
		for _, name := range methods.Keys() {
			t.methods[name] = callable(methods, name)
		}
	}
}

func callable(obj *goja.Object, name string) engine.Func {
	fn, _ := engine.Callable(obj.Get(name))
	return fn
}

// host is what the JavaScript calls.
func (m *Module) host() *goja.Object {
	host := jsfile.Errors(m.vm)
	binding.Value(host, "performance", m.Performance())
	binding.Value(host, "clone", m.deps.Clone())
	binding.Value(host, "setImmediate", m.deps.SetImmediate())
	binding.Methods(m.vm, host,
		binding.Method{Name: "now", Fn: func(goja.FunctionCall) goja.Value { return m.vm.ToValue(m.now()) }},
		binding.Method{Name: "milestone", Length: 1, Fn: func(c goja.FunctionCall) goja.Value {
			return m.vm.ToValue(m.milestone(c.Argument(0).String()))
		}},
		binding.Method{Name: "domException", Length: 2, Fn: func(c goja.FunctionCall) goja.Value {
			err, failed := m.vm.New(m.deps.EventTarget().Get("DOMException"), c.Arguments...)
			must(failed)
			return err
		}},
		binding.Method{Name: "eventClasses", Fn: func(goja.FunctionCall) goja.Value {
			obj := m.vm.NewObject()
			binding.Value(obj, "Event", m.deps.EventTarget().Get("Event"))
			return obj
		}},
		binding.Method{Name: "guard", Length: 1, Fn: func(c goja.FunctionCall) goja.Value {
			fn, _ := engine.Callable(c.Argument(0))
			m.e.Guard(func() { m.e.Call(fn, goja.Undefined()) })
			return nil
		}},
		binding.Method{Name: "inspect", Length: 1, Fn: func(c goja.FunctionCall) goja.Value {
			return m.vm.ToValue(m.deps.Inspect(c.Argument(0)))
		}},
		binding.Method{Name: "isRecordable", Length: 1, Fn: func(c goja.FunctionCall) goja.Value {
			return m.vm.ToValue(isRecordable(c.Argument(0)))
		}},
	)
	return host
}
