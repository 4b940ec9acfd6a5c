package process

import (
	"fmt"
	"path"
	"slices"
	"strings"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/binding"
	"github.com/gonode/gonode/internal/engine"
	"github.com/gonode/gonode/internal/nodeerr"
)

const deprecationName = "DeprecationWarning"

// warnings is the state of process.emitWarning.
type warnings struct {
	helperShown bool // the "(Use `node --trace-warnings ...`" line came once
}

func (m *Module) installWarnings() {
	f := m.cfg.Flags
	m.flagProperty("noDeprecation", f.NoDeprecation)
	m.flagProperty("throwDeprecation", f.ThrowDeprecation)
	m.flagProperty("traceDeprecation", f.TraceDeprecation)
	m.flagProperty("traceProcessWarnings", f.TraceWarnings)
	m.methods(binding.Method{Name: "emitWarning", Length: 4, Fn: m.emitWarning})
	if !f.NoWarnings {
		m.deps.Events.On(m.state, m.keys.warning, func(args []goja.Value) {
			if len(args) > 0 {
				m.printWarning(args[0])
			}
		})
	}
}

// flagProperty defines process.noDeprecation and its like, which Node only
// has when the command line set them.
func (m *Module) flagProperty(name string, on bool) {
	if on {
		m.value(name, true)
	}
}

// flag reads such a property; scripts set them too.
func (m *Module) flag(name string) bool {
	v := m.obj.Get(name)
	return v != nil && v.ToBoolean()
}

// warningArgs are the arguments of process.emitWarning after Node has sorted
// them out.
type warningArgs struct {
	kind   goja.Value // undefined, or the name of the warning
	code   goja.Value // undefined, or a string
	detail goja.Value // nil, or a string
}

func (m *Module) emitWarning(c goja.FunctionCall) goja.Value {
	warning := c.Argument(0)
	kind := c.Argument(1)
	if goja.IsString(kind) && kind.String() == deprecationName && m.flag("noDeprecation") {
		return nil
	}
	args := m.readWarningArgs(kind, c.Argument(2))
	if goja.IsString(warning) {
		warning = m.newWarning(warning, args)
	} else if !m.isError(warning) {
		panic(nodeerr.ArgType(m.vm, "warning", warning, "Error", "string"))
	}
	m.queueWarning(warning.(*goja.Object))
	return nil
}

// readWarningArgs tells (warning, options), (warning, ctor),
// (warning, type, ctor) and (warning, type, code) apart.
func (m *Module) readWarningArgs(kind, code goja.Value) warningArgs {
	args := warningArgs{kind: kind, code: code}
	switch {
	case engine.IsCallable(kind):
		args.kind, args.code = m.vm.ToValue("Warning"), goja.Undefined()
	case isOptions(kind):
		opts := kind.(*goja.Object)
		args.kind, args.code = opts.Get("type"), opts.Get("code")
		if args.kind == nil || !args.kind.ToBoolean() {
			args.kind = m.vm.ToValue("Warning")
		}
		if detail := opts.Get("detail"); detail != nil && goja.IsString(detail) {
			args.detail = detail
		}
	}
	if !goja.IsUndefined(args.kind) {
		m.requireString("type", args.kind)
	}
	switch {
	case args.code == nil, engine.IsCallable(args.code):
		args.code = goja.Undefined()
	case !goja.IsUndefined(args.code):
		m.requireString("code", args.code)
	}
	return args
}

func isOptions(v goja.Value) bool {
	obj, ok := v.(*goja.Object)
	return ok && obj.ClassName() != "Array"
}

func (m *Module) requireString(name string, v goja.Value) {
	if !goja.IsString(v) {
		panic(nodeerr.ArgType(m.vm, name, v, "string"))
	}
}

// newWarning makes the Error object of a warning given as text.
func (m *Module) newWarning(text goja.Value, args warningArgs) *goja.Object {
	w := nodeerr.Plain(m.vm, "Error", text.String())
	name := "Warning"
	if args.kind.ToBoolean() {
		name = args.kind.String()
	}
	binding.Value(w, "name", m.vm.ToValue(name))
	renameStack(m.vm, w, name+": "+text.String())
	if args.code.ToBoolean() {
		binding.Value(w, "code", args.code)
	}
	if args.detail != nil {
		binding.Value(w, "detail", args.detail)
	}
	return w
}

// Warn passes a warning made in Go to process.emitWarning, whoever has
// replaced that.
func (m *Module) Warn(w *goja.Object) { m.e.CallMethod(m.obj, "emitWarning", w) }

// WarnText is Warn for a text with the name of the warning.
func (m *Module) WarnText(text, name string) { m.warnText(text, name) }

func (m *Module) warnText(text, name string) {
	m.e.CallMethod(m.obj, "emitWarning", m.vm.ToValue(text), m.vm.ToValue(name))
}

// WarnCode is WarnText with a code, as deprecations have.
func (m *Module) WarnCode(text, name, code string) {
	m.e.CallMethod(m.obj, "emitWarning", m.vm.ToValue(text), m.vm.ToValue(name), m.vm.ToValue(code))
}

// WarnNow emits a warning before the code that comes next, which may end the
// program.
func (m *Module) WarnNow(text string) {
	m.emit(m.keys.warning, m.newWarning(m.vm.ToValue(text), warningArgs{kind: goja.Undefined(), code: goja.Undefined()}))
}

// queueWarning emits 'warning' in the next tick.
func (m *Module) queueWarning(w *goja.Object) {
	if name := w.Get("name"); name != nil && name.String() == deprecationName {
		if m.flag("noDeprecation") {
			return
		}
		if m.flag("throwDeprecation") {
			m.e.NextTick(func() { panic(w) })
			return
		}
	}
	m.e.NextTick(func() { m.emit(m.keys.warning, w) })
}

// printWarning is Node's own listener for 'warning'.
func (m *Module) printWarning(v goja.Value) {
	w, ok := v.(*goja.Object)
	if !ok || !m.isError(w) {
		return
	}
	name, code := property(w, "name"), property(w, "code")
	deprecation := name == deprecationName
	if deprecation && m.flag("noDeprecation") || m.warningDisabled(name, code) {
		return
	}
	trace := m.flag("traceProcessWarnings") || deprecation && m.flag("traceDeprecation")
	var b strings.Builder
	fmt.Fprintf(&b, "(%s:%s) ", m.releaseName(), m.obj.Get("pid"))
	if code != "" {
		b.WriteString("[" + code + "] ")
	}
	if stack := property(w, "stack"); trace && stack != "" {
		b.WriteString(stack)
	} else {
		b.WriteString(m.errorText(w))
	}
	if detail := w.Get("detail"); detail != nil && goja.IsString(detail) {
		b.WriteString("\n" + detail.String())
	}
	if !trace && !m.warnings.helperShown {
		m.warnings.helperShown = true
		b.WriteString(m.traceHelp(deprecation))
	}
	write := m.deps.WriteWarning
	if write == nil {
		write = m.deps.Stderr
	}
	write(b.String() + "\n")
}

// errorText is what the warning's own toString gives; one that is no function
// counts as if it were Error's.
func (m *Module) errorText(w *goja.Object) string {
	fn, ok := engine.Callable(w.Get("toString"))
	if !ok {
		proto := m.e.Intrinsics.Error.Get("prototype").(*goja.Object)
		fn, _ = engine.Callable(proto.Get("toString"))
	}
	return m.e.Call(fn, w).String()
}

func (m *Module) releaseName() string {
	if release, ok := m.obj.Get("release").(*goja.Object); ok {
		return property(release, "name")
	}
	return "node"
}

func (m *Module) warningDisabled(name, code string) bool {
	disabled := m.cfg.Flags.DisabledWarnings
	return len(disabled) > 0 && (code != "" && slices.Contains(disabled, code) || slices.Contains(disabled, name))
}

// traceHelp is the hint that follows the first warning.
func (m *Module) traceHelp(deprecation bool) string {
	option := "--trace-warnings"
	if deprecation {
		option = "--trace-deprecation"
	}
	argv0 := strings.TrimSuffix(path.Base(property(m.obj, "argv0")), ".exe")
	if argv0 == "." {
		argv0 = "node"
	}
	return "\n(Use `" + argv0 + " " + option + " ...` to show where the warning was created)"
}

// property reads a property as text; a missing one is empty.
func property(obj *goja.Object, name string) string {
	v := obj.Get(name)
	if v == nil || goja.IsUndefined(v) || goja.IsNull(v) {
		return ""
	}
	return v.String()
}
