// Package structuredclone is the global function structuredClone (Node
// documentation, "Globals"), the deep copy of the HTML standard. The runtime
// defines it lazily.
//
// It runs on the loop goroutine. Of Node's own classes a Buffer becomes a
// Uint8Array, as there; those that the engine cannot tell from plain objects
// are copied as such, where Node refuses some of them.
package structuredclone

import (
	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/binding"
	"github.com/gonode/gonode/internal/engine"
	"github.com/gonode/gonode/internal/nodeerr"
	"github.com/gonode/gonode/internal/sharedbuffer"
)

// maxDepth bounds the nesting of what is copied; the Go stack would hold more,
// but not everything that a script can build.
const maxDepth = 10_000

// Deps is what the function needs from the rest of the platform.
type Deps struct {
	// DOMException is the class of the errors, as a function so that it is
	// made only when there is one.
	DOMException func() *goja.Object
	// Clone copies an object of a class that knows how, such as
	// net.BlockList; false for all others.
	Clone func(*goja.Object) (goja.Value, bool)
}

// New makes the function.
func New(e *engine.Engine, deps Deps) *goja.Object {
	m := &module{e: e, vm: e.VM, deps: deps}
	return binding.Func(e.VM, "structuredClone", 2, m.structuredClone)
}

type module struct {
	e    *engine.Engine
	vm   *goja.Runtime
	deps Deps
}

func (m *module) structuredClone(c goja.FunctionCall) goja.Value {
	if len(c.Arguments) == 0 {
		panic(nodeerr.WithMessage(m.vm, "TypeError", "ERR_MISSING_ARGS", `The "The value argument must be specified" argument must be specified`))
	}
	transfer := m.transferList(c.Argument(1))
	op := &cloning{m: m, seen: map[*goja.Object]*goja.Object{}}
	for _, obj := range transfer {
		op.transfer(obj)
	}
	v := op.clone(c.Arguments[0], 0)
	for _, obj := range transfer {
		obj.Export().(goja.ArrayBuffer).Detach()
	}
	return v
}

// transferList reads {transfer: [...]}: ArrayBuffers that move instead of
// being copied.
func (m *module) transferList(opts goja.Value) []*goja.Object {
	if goja.IsUndefined(opts) || goja.IsNull(opts) {
		return nil
	}
	obj, ok := opts.(*goja.Object)
	if !ok {
		panic(m.argType("Options cannot be converted to a dictionary"))
	}
	list := obj.Get("transfer")
	if list == nil || goja.IsUndefined(list) {
		return nil
	}
	items, ok := list.(*goja.Object)
	if !ok || items.GetSymbol(goja.SymIterator) == nil {
		panic(m.argType("transfer in Options cannot be converted to sequence."))
	}
	var out []*goja.Object
	m.vm.ForOf(items, func(item goja.Value) bool {
		out = append(out, m.transferable(item, len(out)))
		return true
	})
	return out
}

func (m *module) transferable(item goja.Value, index int) *goja.Object {
	obj, ok := item.(*goja.Object)
	if !ok {
		panic(m.argType("transfer in Options[" + m.vm.ToValue(index).String() + "] is not an object."))
	}
	if sharedbuffer.Is(obj) {
		panic(m.cloneError("Found invalid value in transferList."))
	}
	if _, ok := obj.Export().(goja.ArrayBuffer); !ok {
		panic(m.cloneError("Found invalid object in transferList"))
	}
	return obj
}

func (m *module) argType(text string) *goja.Object {
	return nodeerr.WithMessage(m.vm, "TypeError", "ERR_INVALID_ARG_TYPE",
		"Failed to execute 'structuredClone': "+text)
}

// cloneError is a DOMException named DataCloneError.
func (m *module) cloneError(text string) *goja.Object {
	err, e := m.vm.New(m.deps.DOMException(), m.vm.ToValue(text), m.vm.ToValue("DataCloneError"))
	if e != nil {
		panic(e)
	}
	return err
}
