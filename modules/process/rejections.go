package process

import (
	"fmt"
	"slices"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/binding"
	"github.com/gonode/gonode/internal/engine"
	"github.com/gonode/gonode/internal/nodeerr"
)

// RejectionMode says what becomes of a promise that was rejected without a
// handler (the --unhandled-rejections option).
type RejectionMode int

// The modes, by Node's names. Throw is the default.
const (
	RejectionsThrow RejectionMode = iota
	RejectionsStrict
	RejectionsWarn
	RejectionsNone
	RejectionsWarnWithErrorCode
)

var rejectionModes = map[string]RejectionMode{
	"throw":                RejectionsThrow,
	"strict":               RejectionsStrict,
	"warn":                 RejectionsWarn,
	"none":                 RejectionsNone,
	"warn-with-error-code": RejectionsWarnWithErrorCode,
}

// ParseRejectionMode reads the value of --unhandled-rejections.
func ParseRejectionMode(name string) (RejectionMode, bool) {
	mode, ok := rejectionModes[name]
	return mode, ok
}

const (
	unhandledText = "This error originated either by throwing inside of an async function without a catch block, " +
		"or by rejecting a promise which was not handled with .catch(). "
	warnName = "UnhandledPromiseRejectionWarning"
)

// rejection is one promise that was rejected without a handler. It hangs on
// the promise itself, so that it lives as long as that.
type rejection struct {
	binding.Native
	promise *goja.Object
	ctx     engine.Context // where it was rejected
	domain  *goja.Object
	reason  goja.Value
	id      int
	warned  bool // 'unhandledRejection' has been emitted
	handled bool // before that
}

// rejections gathers them until the microtask queue is empty.
type rejections struct {
	m       *Module
	sym     *goja.Symbol
	lastID  int
	pending []*rejection
	late    []*rejection // handled after 'unhandledRejection'
}

var _ engine.RejectionHandler = (*rejections)(nil)

func newRejections(m *Module) *rejections {
	return &rejections{m: m, sym: goja.NewSymbol("kUnhandledRejection")}
}

// Rejections is what the engine asks after each macrotask.
func (m *Module) Rejections() engine.RejectionHandler { return m.rejections }

// TrackRejection is the VM's rejection tracker.
func (m *Module) TrackRejection(p *goja.Promise, op goja.PromiseRejectionOperation) {
	m.rejections.track(p, op)
}

func (r *rejections) track(p *goja.Promise, op goja.PromiseRejectionOperation) {
	obj := r.m.vm.ToValue(p).(*goja.Object)
	if op == goja.PromiseRejectionReject {
		r.lastID++
		info := &rejection{Native: binding.NewNative(), promise: obj, ctx: r.m.e.RejectionContext(), domain: r.m.activeDomain(), reason: p.Result(), id: r.lastID}
		binding.HiddenSymbol(obj, r.sym, info)
		r.pending = append(r.pending, info)
		return
	}
	info, ok := obj.GetSymbol(r.sym).(*rejection)
	if !ok {
		return
	}
	if info.warned {
		r.late = append(r.late, info)
		return
	}
	info.handled = true
}

// Pending reports whether Process has anything to do.
func (r *rejections) Pending() bool { return len(r.pending)+len(r.late) > 0 }

// Process is Node's processPromiseRejections. An exception that leaves a
// listener drops the promises behind it, as there.
func (r *rejections) Process() {
	for len(r.late) > 0 {
		info := r.late[0]
		r.late = r.late[1:]
		r.handledLate(info)
	}
	pending := r.pending
	r.pending = nil
	for _, info := range pending {
		if !info.handled {
			info.warned = true
			r.m.e.RunAs(info.ctx, func() { r.unhandled(info) })
		}
	}
}

func (r *rejections) handledLate(info *rejection) {
	if r.m.emit(r.m.keys.rejHandled, info.promise) {
		return
	}
	w := nodeerr.Plain(r.m.vm, "Error", fmt.Sprintf(
		"Promise rejection was handled asynchronously (rejection id: %d)", info.id))
	binding.Value(w, "name", r.m.vm.ToValue("PromiseRejectionHandledWarning"))
	binding.Value(w, "id", r.m.vm.ToValue(info.id))
	r.m.Warn(w)
}

func (r *rejections) unhandled(info *rejection) {
	switch r.m.cfg.Flags.UnhandledRejections {
	case RejectionsStrict:
		r.m.e.ReportUncaught(r.exception(info), originRejection)
		if !r.announce(info) {
			r.warn(info)
		}
	case RejectionsWarn:
		r.announce(info)
		r.warn(info)
	case RejectionsNone:
		r.announce(info)
	case RejectionsWarnWithErrorCode:
		if !r.announce(info) {
			r.warn(info)
			r.m.exitCode = exitCode{code: exitUncaught, set: true}
		}
	default:
		if !r.announce(info) {
			r.m.e.ReportUncaught(r.exception(info), originRejection)
		}
	}
}

func (r *rejections) announce(info *rejection) bool {
	if info.domain != nil {
		return r.m.e.CallMethod(info.domain, "emit", r.m.vm.ToValue("error"), info.reason).ToBoolean()
	}
	return r.m.emit(r.m.keys.rejection, info.reason, info.promise)
}

// exception is the reason as an exception; a reason that is no Error gets one
// around it.
func (r *rejections) exception(info *rejection) *goja.Exception {
	err := info.reason
	if !r.m.isError(err) {
		err = r.wrap(info.reason)
	}
	return r.m.vm.Try(func() { panic(err) })
}

// wrap makes Node's UnhandledPromiseRejection.
func (r *rejections) wrap(reason goja.Value) *goja.Object {
	text := unhandledText + "The promise rejected with the reason \"" + r.m.plainText(reason) + "\"."
	// Unlike Node's other errors, this one does not tell its code as text.
	err := nodeerr.Plain(r.m.vm, "Error", text)
	binding.Value(err, "code", r.m.vm.ToValue("ERR_UNHANDLED_REJECTION"))
	binding.Value(err, "name", r.m.vm.ToValue("UnhandledPromiseRejection"))
	renameStack(r.m.vm, err, "UnhandledPromiseRejection: "+text)
	return err
}

// ownStack is the stack of what looks like an error, or nil.
func ownStack(v goja.Value) goja.Value {
	obj, ok := v.(*goja.Object)
	if !ok || !slices.Contains(obj.GetOwnPropertyNames(), "stack") {
		return nil
	}
	return obj.Get("stack")
}

func (r *rejections) warn(info *rejection) {
	vm := r.m.vm
	if stack := ownStack(info.reason); stack != nil {
		r.m.warnText(stack.String(), warnName)
	} else {
		r.m.warnText(r.m.plainText(info.reason), warnName)
	}
	w := nodeerr.Plain(vm, "Error", "Unhandled promise rejection. "+unhandledText+
		"To terminate the node process on unhandled promise rejection, use the CLI flag "+
		"`--unhandled-rejections=strict` (see https://nodejs.org/api/cli.html#cli_unhandled_rejections_mode). "+
		fmt.Sprintf("(rejection id: %d)", info.id))
	binding.Value(w, "name", vm.ToValue(warnName))
	r.m.Warn(w)
}

// isError is Node's isErrorLike for what scripts reject with.
func (m *Module) isError(v goja.Value) bool {
	obj, ok := v.(*goja.Object)
	return ok && (obj.ClassName() == "Error" || m.vm.InstanceOf(obj, m.e.Intrinsics.Error))
}

// plainText prints a value without running any script code, as V8's
// NoSideEffectsToString does.
func (m *Module) plainText(v goja.Value) string {
	obj, ok := v.(*goja.Object)
	if !ok {
		if sym, ok := v.(*goja.Symbol); ok {
			return "Symbol(" + sym.String() + ")"
		}
		return v.String()
	}
	if engine.IsCallable(obj) {
		return obj.String()
	}
	if obj.ClassName() != "Object" {
		return "[object " + obj.ClassName() + "]"
	}
	name := "Object"
	_ = m.e.Try(func() {
		if ctor, ok := obj.Get("constructor").(*goja.Object); ok {
			name = ctor.Get("name").String()
		}
	})
	return "#<" + name + ">"
}

// renameStack puts another first line on an error's stack.
func renameStack(vm *goja.Runtime, err *goja.Object, head string) {
	stack := err.Get("stack").String()
	rest := ""
	for i := range stack {
		if i+5 <= len(stack) && stack[i:i+5] == "\n    " {
			rest = stack[i:]
			break
		}
	}
	binding.Hidden(err, "stack", vm.ToValue(head+rest))
}
