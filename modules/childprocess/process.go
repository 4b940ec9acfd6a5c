package childprocess

import (
	"errors"
	"os"
	"syscall"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/eventloop"
	"github.com/gonode/gonode/internal/binding"
	"github.com/gonode/gonode/internal/engine"
	"github.com/gonode/gonode/internal/nodeerr"
	"github.com/gonode/gonode/internal/signals"
	"github.com/gonode/gonode/internal/v8stack"
	"github.com/gonode/gonode/internal/wtf8"
)

// handle is `child._handle`: a process and its claim on the loop.
type handle struct {
	m    *Module
	obj  *goja.Object
	proc Process // nil before the start, when it failed, and after the end
	loop *eventloop.Handle
	ctx  engine.Context // that the process was started in
}

// signals is an object of the platform's signals by name.
func (m *Module) signals() *goja.Object {
	obj := m.vm.NewObject()
	signals.Each(func(name string, n syscall.Signal) { binding.Value(obj, name, m.vm.ToValue(int(n))) })
	return obj
}

// errnoError makes the error of a failed call: errno(number, syscall).
func (m *Module) errnoError(c goja.FunctionCall) goja.Value {
	name := nodeerr.ErrnoName(int(c.Argument(0).ToInteger()))
	err := nodeerr.FromCode(name, wtf8.Of(c.Argument(1)), nil).Object(m.vm)
	v8stack.SetOrigin(err, "ChildProcess._handle.onexit", "node:internal/child_process")
	return err
}

// spawn starts a process: spawn(handle, options). The handle is an empty
// object, which gets its methods here. It returns 0 or a negative errno, and
// makes the sockets of options.stdio in any case.
func (m *Module) spawn(c goja.FunctionCall) goja.Value {
	obj, options := c.Argument(0).(*goja.Object), c.Argument(1).(*goja.Object)
	h := &handle{m: m, obj: obj, loop: m.e.Loop.NewHandle()}
	h.bind()
	pipes := m.newPipes(options)
	spec := m.spec(options, pipes)
	err := pipes.err
	if err == nil {
		h.proc, err = m.deps.System.Spawn(spec)
	}
	pipes.connect(m)
	if err != nil {
		h.loop.Close()
		return m.vm.ToValue(errnoOf(err, "spawn"))
	}
	binding.Value(obj, "pid", m.vm.ToValue(h.proc.Pid()))
	h.watch()
	return m.vm.ToValue(0)
}

func errnoOf(err error, call string) int { return nodeerr.FromGo(err, call).Errno }

// bind gives the handle its methods.
func (h *handle) bind() {
	vm := h.m.vm
	binding.HiddenMethods(vm, h.obj,
		binding.Method{Name: "kill", Length: 1, Fn: func(c goja.FunctionCall) goja.Value {
			return vm.ToValue(h.kill(syscall.Signal(c.Argument(0).ToInteger())))
		}},
		binding.Method{Name: "ref", Fn: func(goja.FunctionCall) goja.Value { h.loop.Ref(); return nil }},
		binding.Method{Name: "unref", Fn: func(goja.FunctionCall) goja.Value { h.loop.Unref(); return nil }},
		binding.Method{Name: "hasRef", Fn: func(goja.FunctionCall) goja.Value { return vm.ToValue(h.loop.HasRef()) }},
		binding.Method{Name: "close", Fn: func(goja.FunctionCall) goja.Value { h.loop.Close(); return nil }},
	)
}

// watch waits for the end on a goroutine and reports it on the loop.
func (h *handle) watch() {
	h.loop.Activate()
	h.ctx = h.m.e.CaptureOnce("PROCESSWRAP", h.obj)
	h.m.running[h] = struct{}{}
	proc := h.proc
	go func() {
		status, err := proc.Wait()
		h.m.e.Loop.Post(func() { h.ended(status, err) })
	}()
}

// ended calls the handle's onexit. A process whose end cannot be known has
// failed, which the script gets as an error.
func (h *handle) ended(status Status, err error) {
	delete(h.m.running, h)
	h.proc = nil
	h.loop.Close()
	code := status.Code
	if err != nil {
		code = errnoOf(err, "wait")
	}
	signal := goja.Value(h.m.vm.ToValue(signals.Name(status.Signal)))
	fn, ok := engine.Callable(h.obj.Get("onexit"))
	if !ok {
		return
	}
	h.m.e.RunCallbackIn(h.ctx, func() { h.m.e.Call(fn, h.obj, h.m.vm.ToValue(code), signal) })
}

// Running lists the ChildProcess objects of the children that keep the loop
// alive.
func (m *Module) Running() []goja.Value {
	var list []goja.Value
	for h := range m.running {
		if h.loop.HasRef() {
			list = append(list, h.owner())
		}
	}
	return list
}

// owner is the object that child.js has stored under a symbol of the handle.
func (h *handle) owner() goja.Value {
	for _, sym := range h.obj.Symbols() {
		if obj, ok := h.obj.GetSymbol(sym).(*goja.Object); ok {
			return obj
		}
	}
	return h.obj
}

// kill returns 0 or a negative errno.
func (h *handle) kill(sig syscall.Signal) int {
	if h.proc == nil {
		return nodeerr.Errno("ESRCH")
	}
	err := h.proc.Signal(sig)
	switch {
	case err == nil:
		return 0
	case errors.Is(err, os.ErrProcessDone):
		return nodeerr.Errno("ESRCH")
	}
	return errnoOf(err, "kill")
}

// spec reads the options that options.js and child.js have prepared.
func (m *Module) spec(options *goja.Object, p *pipes) Spec {
	spec := Spec{
		File:              wtf8.Of(options.Get("file")),
		Args:              m.texts(options.Get("args")),
		Env:               m.texts(options.Get("envPairs")),
		Files:             p.files,
		KeepFlags:         p.keepFlags,
		Detached:          truthy(options, "detached"),
		HideWindow:        truthy(options, "windowsHide"),
		VerbatimArguments: truthy(options, "windowsVerbatimArguments"),
	}
	if v := options.Get("cwd"); v != nil && v.ToBoolean() {
		spec.Dir = m.path(v)
	}
	if spec.Args == nil {
		spec.Args = []string{spec.File}
	}
	spec.UID, spec.GID = id(options.Get("uid")), id(options.Get("gid"))
	return spec
}

// path is a path given as a string or as bytes.
func (m *Module) path(v goja.Value) string {
	if b, ok := m.deps.Buffers.Bytes(v); ok {
		return string(b)
	}
	return wtf8.Of(v)
}

func id(v goja.Value) *uint32 {
	if v == nil || goja.IsUndefined(v) || goja.IsNull(v) {
		return nil
	}
	n := uint32(v.ToInteger())
	return &n
}

func truthy(obj *goja.Object, name string) bool {
	v := obj.Get(name)
	return v != nil && v.ToBoolean()
}

// texts is an array of strings.
func (m *Module) texts(v goja.Value) []string {
	arr, ok := v.(*goja.Object)
	if !ok {
		return nil
	}
	list := make([]string, arr.Get("length").ToInteger())
	for i := range list {
		list[i] = wtf8.Of(arr.Get(m.vm.ToValue(i).String()).ToString())
	}
	return list
}
