// Package console is Node's console (Node documentation, "Console"): the
// global object and the Console class.
//
// The global console writes through a Sink that the runtime brings, so that
// console.log needs no stream objects; a console made by `new Console(stdout)`
// writes to the script's own streams. Text without placeholders does not pass
// through the formatter.
//
// Everything runs on the loop goroutine.
package console

import (
	"strings"
	"time"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/binding"
	"github.com/gonode/gonode/internal/engine"
	"github.com/gonode/gonode/internal/nodeerr"
	"github.com/gonode/gonode/modules/util/types"
)

// Sink takes what the global console prints, whole lines with their newlines.
type Sink interface {
	WriteOut(text string)
	WriteErr(text string)
}

// Formatter is util.formatWithOptions and util.inspect; options may be nil.
type Formatter interface {
	Format(options *goja.Object, args []goja.Value) string
	Inspect(v goja.Value, options *goja.Object) string
	// Width is the number of columns that a text takes in a terminal, without
	// its escape sequences.
	Width(text string) int
}

// Deps is what the module needs from the rest of the platform.
type Deps struct {
	Sink   Sink
	Format func() Formatter // called when the first value has to be formatted
	// Warn emits a process warning with this text.
	Warn func(text string)
	Now  func() time.Time
	// Stream is process.stdout or process.stderr.
	Stream func(stderr bool) goja.Value
	// Terminal is process.stdout or process.stderr when that is a terminal,
	// otherwise nil.
	Terminal func(stderr bool) *goja.Object
	Getenv   func(name string) (string, bool)
	// ColorDepth is how many bits of colour the environment asks for.
	ColorDepth func() float64
}

// Module is the console of one runtime.
type Module struct {
	e    *engine.Engine
	vm   *goja.Runtime
	deps Deps

	global   *goja.Object
	ctor     *goja.Object
	stateSym *goja.Symbol // its property holds a *console
}

// New makes the global console; the Console class follows when it is used.
func New(e *engine.Engine, deps Deps) *Module {
	m := &Module{e: e, vm: e.VM, deps: deps, stateSym: goja.NewSymbol("console")}
	m.global = m.vm.NewObject()
	c := &console{Native: binding.NewNative(), m: m, out: sinkOut{m}, err: sinkErr{m}, indentBy: defaultIndentation}
	c.install(m.global)
	m.installGlobalExtras(c)
	return m
}

// Exports is the global console, which require('console') returns too.
func (m *Module) Exports() *goja.Object { return m.global }

func (m *Module) installGlobalExtras(c *console) {
	vm, g := m.vm, m.global
	lazy := binding.Func(vm, "get Console", 0, func(goja.FunctionCall) goja.Value {
		ctor := m.constructor()
		binding.Value(g, "Console", ctor)
		return ctor
	})
	set := binding.Func(vm, "set Console", 1, func(c goja.FunctionCall) goja.Value {
		binding.Value(g, "Console", c.Argument(0))
		return nil
	})
	must(g.DefineAccessorProperty("Console", lazy, set, goja.FLAG_TRUE, goja.FLAG_TRUE))
	for _, name := range []string{"stdout", "stderr"} {
		get := binding.Func(vm, "get", 0, func(goja.FunctionCall) goja.Value { return c.stream(name == "stderr") })
		set := binding.Func(vm, "set", 1, func(call goja.FunctionCall) goja.Value {
			c.redirect(name == "stderr", call.Argument(0))
			return nil
		})
		must(g.DefineAccessorProperty("_"+name, get, set, goja.FLAG_TRUE, goja.FLAG_FALSE))
	}
	// The inspector's part of the console: there is no inspector to tell.
	for _, name := range []string{"profile", "profileEnd", "timeStamp"} {
		binding.Value(g, name, binding.Func(vm, name, 0, func(goja.FunctionCall) goja.Value { return nil }))
	}
	for _, name := range []string{"context", "createTask"} {
		binding.Value(g, name, binding.Func(vm, name, 0, func(goja.FunctionCall) goja.Value {
			panic(nodeerr.New(vm, "ERR_METHOD_NOT_IMPLEMENTED", "console."+name))
		}))
	}
	tag(g)
}

// stream is what the global console writes to.
func (c *console) stream(stderr bool) goja.Value {
	w := c.out
	if stderr {
		w = c.err
	}
	if s, ok := w.(*streamWriter); ok {
		return s.stream
	}
	return c.m.deps.Stream(stderr)
}

// redirect makes the global console write elsewhere.
func (c *console) redirect(stderr bool, to goja.Value) {
	w := &streamWriter{m: c.m, stream: c.m.stream(to, "stdout")}
	if stderr {
		c.err = w
	} else {
		c.out = w
	}
}

func tag(obj *goja.Object) {
	must(obj.DefineDataPropertySymbol(goja.SymToStringTag, objectTag, goja.FLAG_FALSE, goja.FLAG_TRUE, goja.FLAG_FALSE))
}

var objectTag = goja.StringFromUTF16([]uint16{0x63, 0x6f, 0x6e, 0x73, 0x6f, 0x6c, 0x65}) // "console"

const defaultIndentation = 2

// console is the state of one console object.
type console struct {
	binding.Native
	m        *Module
	out, err writer
	loud     bool // errors of streams go to their own listeners only

	indent   string
	indentBy int
	counts   map[string]int
	timers   map[string]time.Time
	options  *goja.Object // inspectOptions
	color    colorMode
}

type colorMode uint8

const (
	colorAuto colorMode = iota
	colorOn
	colorOff
)

// writer is where lines go.
type writer interface {
	write(text string)
	// terminal is the stream when it is a terminal, otherwise nil.
	terminal() *goja.Object
}

type sinkOut struct{ m *Module }

func (w sinkOut) write(text string)      { w.m.deps.Sink.WriteOut(text) }
func (w sinkOut) terminal() *goja.Object { return w.m.deps.Terminal(false) }

type sinkErr struct{ m *Module }

func (w sinkErr) write(text string)      { w.m.deps.Sink.WriteErr(text) }
func (w sinkErr) terminal() *goja.Object { return w.m.deps.Terminal(true) }

// methods are those of every console, in Node's order.
func methods() []method {
	return []method{
		{"log", (*console).log}, {"info", (*console).log}, {"debug", (*console).log},
		{"warn", (*console).warn}, {"error", (*console).warn}, {"dir", (*console).dir},
		{"time", (*console).time}, {"timeEnd", (*console).timeEnd}, {"timeLog", (*console).timeLog},
		{"trace", (*console).trace}, {"assert", (*console).assert}, {"clear", (*console).clear},
		{"count", (*console).count}, {"countReset", (*console).countReset}, {"group", (*console).group},
		{"groupEnd", (*console).groupEnd}, {"table", (*console).table}, {"dirxml", (*console).log},
		{"groupCollapsed", (*console).group},
	}
}

type method struct {
	name string
	fn   func(c *console, args []goja.Value)
}

// install defines the methods as own properties; they work without receiver.
func (c *console) install(obj *goja.Object) {
	vm := c.m.vm
	for _, m := range methods() {
		binding.Value(obj, m.name, c.method(obj, m))
	}
	binding.HiddenSymbol(obj, c.m.stateSym, c)
	binding.Hidden(obj, "_stdoutErrorHandler", c.errorHandler(c.out))
	binding.Hidden(obj, "_stderrErrorHandler", c.errorHandler(c.err))
	binding.Hidden(obj, "_ignoreErrors", vm.ToValue(!c.loud))
	c.installTimes(obj)
}

// method is one of the methods, bound to the console. A subclass may have one
// of its own, which is bound in its place.
func (c *console) method(obj *goja.Object, m method) *goja.Object {
	own, overridden := engine.Callable(obj.Get(m.name))
	overridden = overridden && obj.Get(m.name) != c.m.inherited(m.name)
	return binding.Func(c.m.vm, m.name, 0, func(call goja.FunctionCall) goja.Value {
		if overridden {
			return c.m.e.Call(own, obj, call.Arguments...)
		}
		m.fn(c, c.m.announced(m.name, append([]goja.Value(nil), call.Arguments...)))
		return nil
	})
}

// inherited is a method of Console.prototype.
func (m *Module) inherited(name string) goja.Value {
	if m.ctor == nil {
		return nil
	}
	return binding.Prototype(m.ctor).Get(name)
}

// errorHandler is what a console gives to each write as its callback.
func (c *console) errorHandler(w writer) *goja.Object {
	return binding.Func(c.m.vm, "", 1, func(call goja.FunctionCall) goja.Value {
		if s, ok := w.(*streamWriter); ok {
			s.writeDone(call.Argument(0))
		}
		return nil
	})
}

func (c *console) log(args []goja.Value)  { c.print(c.out, args) }
func (c *console) warn(args []goja.Value) { c.print(c.err, args) }

// print formats args and writes them as lines under the group's indentation.
func (c *console) print(w writer, args []goja.Value) {
	c.line(w, c.format(w, args))
}

func (c *console) line(w writer, text string) {
	if c.indent != "" {
		text = c.indent + strings.ReplaceAll(text, "\n", "\n"+c.indent)
	}
	w.write(text + "\n")
}

// format is util.formatWithOptions, spared when there is nothing to format.
func (c *console) format(w writer, args []goja.Value) string {
	if text, ok := plain(args); ok {
		return text
	}
	return c.m.deps.Format().Format(c.inspectOptions(w), args)
}

// plain joins arguments that are all strings without placeholders.
func plain(args []goja.Value) (string, bool) {
	if len(args) == 0 {
		return "", true
	}
	for i, a := range args {
		if !goja.IsString(a) || i == 0 && len(args) > 1 && strings.Contains(a.String(), "%") {
			return "", false
		}
	}
	if len(args) == 1 {
		return args[0].String(), true
	}
	words := make([]string, len(args))
	for i, a := range args {
		words[i] = a.String()
	}
	return strings.Join(words, " "), true
}

// inspectOptions are the options of the console, or its colour choice.
func (c *console) inspectOptions(w writer) *goja.Object {
	o := c.optionsFor(w)
	if o != nil && given(o, "colors") {
		return o
	}
	colors := c.color == colorOn || c.color == colorAuto && c.m.showsColors(w.terminal())
	switch {
	case o != nil:
	case !colors:
		return nil
	default:
		o = c.m.vm.NewObject()
	}
	binding.Value(o, "colors", c.m.vm.ToValue(colors))
	return o
}

// optionsFor are the options that the script gave: the same for both streams,
// or a Map from streams to options.
func (c *console) optionsFor(w writer) *goja.Object {
	s, ok := w.(*streamWriter)
	if !ok || c.options == nil || !types.Is(c.options, types.Map) {
		return c.options
	}
	options, _ := c.m.e.CallMethod(c.options, "get", s.stream).(*goja.Object)
	return options
}

// showsColors reports whether a terminal shows more than two colours, or the
// environment asks for them anywhere.
func (m *Module) showsColors(terminal *goja.Object) bool {
	if _, forced := m.deps.Getenv("FORCE_COLOR"); forced {
		return m.deps.ColorDepth() > 2
	}
	if terminal == nil {
		return false
	}
	if !engine.IsCallable(terminal.Get("getColorDepth")) {
		return true
	}
	return m.e.CallMethod(terminal, "getColorDepth").ToFloat() > 2
}

// must is for definitions on objects that we just made.
func must(err error) {
	if err != nil {
		panic(err)
	}
}
