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
	proc := h.proc
	go func() {
		status, err := proc.Wait()
		h.m.e.Loop.Post(func() { h.ended(status, err) })
	}()
}

// ended calls the handle's onexit. A process whose end cannot be known has
// failed, which the script gets as an error.
func (h *handle) ended(status Status, err error) {
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
	h.m.e.RunCallback(func() { h.m.e.Call(fn, h.obj, h.m.vm.ToValue(code), signal) })
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

// pipes are the streams of one child while it is being started.
type pipes struct {
	entries []*goja.Object // options.stdio
	files   []int          // what the child gets
	ours    []int          // our ends of its pipes
	theirs  []int          // to be closed here
	// keepFlags are descriptors that sockets of the script go on using.
	keepFlags []int
	err       error
}

// newPipes looks at options.stdio: entries of type ignore, inherit, fd, wrap,
// pipe and overlapped.
func (m *Module) newPipes(options *goja.Object) *pipes {
	list := options.Get("stdio").(*goja.Object)
	n := int(list.Get("length").ToInteger())
	p := &pipes{entries: make([]*goja.Object, n), files: make([]int, n), ours: make([]int, n)}
	for i := range n {
		p.entries[i] = list.Get(m.vm.ToValue(i).String()).(*goja.Object)
		p.files[i], p.ours[i] = NoFile, NoFile
		if p.err == nil {
			p.err = p.open(m, i)
		}
	}
	return p
}

func (p *pipes) open(m *Module, i int) (err error) {
	switch entry := p.entries[i]; entry.Get("type").String() {
	case "pipe", "overlapped":
		p.ours[i], p.files[i], err = m.deps.System.Pipe()
		if err == nil {
			p.theirs = append(p.theirs, p.files[i])
		}
	case "inherit", "fd":
		p.files[i], err = m.deps.Descriptor(int(entry.Get("fd").ToInteger()))
	case "wrap":
		fd, keep := m.deps.Net().HandleFD(entry.Get("handle").(*goja.Object))
		if fd < 0 {
			return syscall.EBADF
		}
		if keep {
			p.keepFlags = append(p.keepFlags, fd)
		}
		p.files[i] = fd
	}
	return err
}

// connect closes what belongs to the child and opens our ends.
func (p *pipes) connect(m *Module) {
	for _, fd := range p.theirs {
		m.deps.System.Close(fd)
	}
	for i, entry := range p.entries {
		if p.ours[i] == NoFile {
			m.offerNothing(entry)
			continue
		}
		if err := m.offer(entry, p.ours[i]); err != nil {
			m.deps.System.Close(p.ours[i])
			panic(nodeerr.FromGo(err, "open").Object(m.vm))
		}
	}
}

// offer gives an entry functions that make a socket or a channel of our end,
// and one that closes it instead.
func (m *Module) offer(entry *goja.Object, fd int) error {
	closer := func(fn func()) binding.Method {
		return binding.Method{Name: "close", Fn: func(goja.FunctionCall) goja.Value { fn(); return nil }}
	}
	if truthy(entry, "ipc") {
		l, err := m.openLink(fd)
		if err != nil {
			return err
		}
		binding.Methods(m.vm, entry, closer(l.close),
			binding.Method{Name: "channel", Fn: func(goja.FunctionCall) goja.Value { return m.newChannel(l) }})
		return nil
	}
	conn, err := m.deps.Pipes().OpenFD(fd)
	if err != nil {
		return err
	}
	binding.Methods(m.vm, entry, closer(func() { conn.Close(nil) }),
		binding.Method{Name: "socket", Length: 1, Fn: func(c goja.FunctionCall) goja.Value {
			return m.deps.Net().NewSocket(conn, c.Argument(0).ToBoolean())
		}})
	return nil
}

// offerNothing lets an entry whose pipe could not be made have a socket that
// is at its end, so that scripts can listen for the 'error' of the child.
func (m *Module) offerNothing(entry *goja.Object) {
	binding.Methods(m.vm, entry, binding.Method{Name: "socket", Length: 1, Fn: func(c goja.FunctionCall) goja.Value {
		obj, err := m.vm.New(m.deps.Net().SocketConstructor())
		if err != nil {
			panic(err)
		}
		if c.Argument(0).ToBoolean() {
			m.e.CallMethod(obj, "push", goja.Null())
			m.e.CallMethod(obj, "end")
		}
		return obj
	}})
}
