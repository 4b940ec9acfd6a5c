// Package readline is Node's `readline` and `readline/promises` (Node
// documentation, "Readline"): lines from any stream, questions, and the line
// editor of a terminal.
//
// What happens for every line of an input that is no terminal is Go (input.go,
// lines.go), and so are the arithmetic of what key sequences mean (keys.go)
// and of where text ends on a screen (display.go). The rest, which happens
// once for an interface or once for a key, is JavaScript in js/.
//
// runtime makes one Module for each runtime. It runs on the loop goroutine.
//
// # Differences from Node
//
// An Interface keeps its private state under fewer symbols, and its history
// manager has no part in the REPL's history file. Moving up in a line of
// several rows of which one is wider than the terminal throws a TypeError on
// Node, and does not here.
package readline

import (
	"embed"
	"time"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/binding"
	"github.com/gonode/gonode/internal/engine"
	"github.com/gonode/gonode/internal/jsfile"
	"github.com/gonode/gonode/modules/events"
)

// Deps is what the module needs from the rest of the platform.
type Deps struct {
	// Cursor is the object of cursorTo, moveCursor, clearLine and
	// clearScreenDown.
	Cursor func() *goja.Object
	// Builtin is require for built-in modules.
	Builtin func(name string) *goja.Object
	// Inspect prints a value as error texts show it.
	Inspect func(v goja.Value) string
	// Now is the time of day.
	Now func() time.Time
	// Width is the number of columns a text takes in a terminal, and Visible
	// the text without its escape sequences.
	Width   func(s string) int
	Visible func(s string) string
}

// Module is both modules of one runtime.
type Module struct {
	e    *engine.Engine
	vm   *goja.Runtime
	ev   *events.Module
	deps Deps

	exports  *goja.Object
	promises *goja.Object

	native *goja.Object // what the JavaScript files get
	keys   *goja.Object // what keys.js returns
	base   *goja.Object // what interface.js returns
	editor *goja.Object // functions of the editor's files
	legacy *goja.Object // what legacy.js returns

	keypress *goja.Object // emitKeypressEvents
	onLineFn *goja.Object
	symbols  symbols
	lineKey  events.Key
}

// symbols are the keys of an interface's properties that Go reads.
type symbols struct {
	reader                                  *goja.Symbol // of the *lineReader
	onLine, decoder, sawReturnAt, oldPrompt *goja.Symbol
	questionCallback                        *goja.Symbol
}

// New makes the module; nothing is defined or compiled before Exports or
// Promises is called.
func New(e *engine.Engine, ev *events.Module, deps Deps) *Module {
	return &Module{e: e, vm: e.VM, ev: ev, deps: deps, lineKey: events.NewKey("line")}
}

//go:embed js
var sources embed.FS

// file describes one of the files in js/.
func file(name string) *jsfile.File {
	return jsfile.FromFS("node:internal/readline/"+name, sources, "js/"+name+".js")
}

var (
	keysFile       = file("keys")
	historyFile    = file("history")
	interfaceFile  = file("interface")
	editorFile     = file("editor")
	bindingsFile   = file("bindings")
	completionFile = file("completion")
	legacyFile     = file("legacy")
	keypressFile   = file("keypress")
	promisesFile   = file("promises")
)

// Exports is what require('readline') returns.
func (m *Module) Exports() *goja.Object {
	if m.exports != nil {
		return m.exports
	}
	m.load()
	m.exports = m.vm.NewObject()
	cursor := m.deps.Cursor()
	binding.Value(m.exports, "Interface", m.legacy.Get("Interface"))
	binding.Value(m.exports, "clearLine", cursor.Get("clearLine"))
	binding.Value(m.exports, "clearScreenDown", cursor.Get("clearScreenDown"))
	binding.Value(m.exports, "createInterface", m.legacy.Get("createInterface"))
	binding.Value(m.exports, "cursorTo", cursor.Get("cursorTo"))
	binding.Value(m.exports, "emitKeypressEvents", m.emitKeypressEvents())
	binding.Value(m.exports, "moveCursor", cursor.Get("moveCursor"))
	binding.Value(m.exports, "promises", m.Promises())
	return m.exports
}

// Promises is what require('readline/promises') returns.
func (m *Module) Promises() *goja.Object {
	if m.promises == nil {
		m.load()
		m.promises = promisesFile.Call(m.e, m.native, m.keys, m.base).(*goja.Object)
	}
	return m.promises
}

// load makes the classes.
func (m *Module) load() {
	if m.legacy != nil {
		return
	}
	m.keys = keysFile.Call(m.e).(*goja.Object)
	m.symbols = m.readSymbols()
	m.native = m.makeNative()
	history := historyFile.Call(m.e, m.native.Get("errors"), m.native.Get("reversed"))
	m.base = interfaceFile.Call(m.e, m.native, m.keys, history).(*goja.Object)
	m.loadEditor()
	m.legacy = legacyFile.Call(m.e, m.native, m.keys, m.base).(*goja.Object)
}

// loadEditor adds the editor's methods to the class.
func (m *Module) loadEditor() {
	prototype := binding.Prototype(m.base.Get("Interface").(*goja.Object))
	m.editor = editorFile.Call(m.e, m.native, m.keys, prototype).(*goja.Object)
	bindings := bindingsFile.Call(m.e, m.native, m.keys, m.editor).(*goja.Object)
	completion := completionFile.Call(m.e, m.native, m.keys, m.editor).(*goja.Object)
	binding.Value(m.editor, "attach", bindings.Get("attach"))
	binding.Value(m.editor, "ttyWriteDumb", bindings.Get("ttyWriteDumb"))
	binding.Value(m.editor, "completeNow", completion.Get("completeNow"))
}

func (m *Module) readSymbols() symbols {
	get := func(name string) *goja.Symbol { return m.keys.Get(name).(*goja.Symbol) }
	return symbols{
		reader: goja.NewSymbol("lineReader"),
		onLine: get("onLine"), decoder: get("decoder"), sawReturnAt: get("sawReturnAt"),
		oldPrompt: get("oldPrompt"), questionCallback: get("questionCallback"),
	}
}

// emitKeypressEvents is the function of that name.
func (m *Module) emitKeypressEvents() *goja.Object {
	if m.keypress == nil {
		m.load()
		m.keypress = keypressFile.Call(m.e, m.native, m.keys, m.deps.Builtin("timers")).(*goja.Object)
	}
	return m.keypress
}
