// Package fs is Node's `fs` and `fs/promises` (Node documentation, "File
// system") over a System: the host's files (Host), a tree that can only be
// read (ReadOnly), none at all (Denied), or whatever an embedder makes.
//
// Package runtime makes a Module on the first require. It runs on the loop
// goroutine; the work of asynchronous functions is done by at most four worker
// goroutines, as by libuv's thread pool, that exist only while there is work.
// Every function is one method that checks its arguments and returns a
// request, which is carried out at once, for a callback or for a promise.
//
// # Buffers
//
// A worker reads into, and writes from, the memory of the Buffer that a script
// passed, as on Node: a script that changes it before the callback changes
// what is written.
//
// # Descriptors
//
// Numbers are those of the operating system on Host. Files that a script has
// left open are closed with the runtime. 0, 1 and 2 are the standard streams
// of the runtime, which need not be those of the process.
//
// # Differences from Node
//
//   - readFile and writeFile are one operation of the pool, not one for each
//     step; an AbortSignal is looked at between their reads and writes.
//   - watch, watchFile, openAsBlob, Utf8Stream, and the functions that need
//     async generators (promises.watch, readLines) throw
//     ERR_METHOD_NOT_IMPLEMENTED.
//   - readdir with recursive and the encoding 'buffer' works.
package fs

import (
	"path/filepath"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/engine"
	"github.com/gonode/gonode/modules/buffer"
	"github.com/gonode/gonode/modules/stream"
)

// Deps is what the module needs from the rest of the platform.
type Deps struct {
	System  System
	Buffers *buffer.Module
	Streams func() *stream.Module
	// Standard is the file behind one of the standard streams; nil stands for
	// the system's own descriptor.
	Standard func(fd int) File
	// Cwd is the working directory of the script.
	Cwd func() string
	// FileURLToPath is url.fileURLToPath.
	FileURLToPath func(v goja.Value) goja.Value
	// Warn is process.emitWarning.
	Warn func(text, name, code string)
	// Describe prints a value as util.inspect does.
	Describe func(v goja.Value, depth int) string
	// Promisified is the symbol util.promisify.custom.
	Promisified func() *goja.Symbol
}

// Module is the `fs` module of one runtime.
type Module struct {
	e       *engine.Engine
	vm      *goja.Runtime
	deps    Deps
	sys     System
	local   bool // the system knows the working directory itself
	buffers *buffer.Module
	pool    *pool
	files   files

	exports         *goja.Object
	promisesParts   *goja.Object
	natives         *goja.Object
	constantsObject *goja.Object
	streamClasses   *goja.Object
	dirClass        *goja.Object
	cpFunctions     *goja.Object
	direntClass     *goja.Object
	statfsProto     *goja.Object
	statClasses     *statClasses
	warned          map[string]bool
}

// New makes the module; its exports are made on first use.
func New(e *engine.Engine, deps Deps) *Module {
	_, local := deps.System.(hostPaths)
	return &Module{
		e: e, vm: e.VM, deps: deps, sys: deps.System, local: local, buffers: deps.Buffers,
		pool: &pool{loop: e.Loop}, warned: map[string]bool{},
	}
}

// Exports is what require('fs') returns.
func (m *Module) Exports() *goja.Object {
	if m.exports == nil {
		m.exports = m.vm.NewObject()
		m.install(m.exports)
	}
	return m.exports
}

// Close waits for the operations under way and closes the files that are
// still open.
func (m *Module) Close() {
	m.pool.close()
	m.files.close()
}

// at is a path as the system wants it.
func (m *Module) at(path string) string {
	if m.local {
		return path
	}
	return m.resolve(path)
}

// resolve makes a path absolute.
func (m *Module) resolve(path string) string {
	if filepath.IsAbs(path) {
		return filepath.Clean(path)
	}
	return filepath.Join(m.deps.Cwd(), path)
}

// warnOnce emits a deprecation warning for the first time.
func (m *Module) warnOnce(text, code string) {
	if !m.warned[code] {
		m.warned[code] = true
		m.deps.Warn(text, "DeprecationWarning", code)
	}
}

// must is for definitions on objects that we just made.
func must(err error) {
	if err != nil {
		panic(err)
	}
}

// falseValue is the JavaScript value false, which belongs to no VM.
var falseValue = (*goja.Runtime)(nil).ToValue(false)
