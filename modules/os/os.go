// Package os is Node's `os` module (Node documentation, "OS").
//
// What the machine says comes through a System: an embedded runtime knows
// nothing of the machine it runs on until its program gives it one. runtime
// makes one Module for each runtime. It runs on the loop goroutine.
package os

import (
	goruntime "runtime"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/binding"
)

// Deps is what the module needs from the rest of the platform.
type Deps struct {
	System System
	Getenv func(name string) (string, bool)
	Buffer func(text string) goja.Value // for userInfo({ encoding: 'buffer' })
	Arch   string                       // process.arch
	Name   string                       // process.platform
}

// Module is the module of one runtime.
type Module struct {
	vm   *goja.Runtime
	deps Deps
	obj  *goja.Object
}

// New makes the module.
func New(vm *goja.Runtime, deps Deps) *Module {
	m := &Module{vm: vm, deps: deps, obj: vm.NewObject()}
	for _, f := range []struct {
		name      string
		length    int
		primitive bool // `${os.name}` is the result of a call
		fn        func(goja.FunctionCall) goja.Value
	}{
		{"arch", 0, true, m.text(deps.Arch)},
		{"availableParallelism", 0, true, m.availableParallelism},
		{"cpus", 0, false, m.cpus},
		{"endianness", 0, true, m.text(endianness())},
		{"freemem", 0, true, m.memory(false)},
		{"getPriority", 1, false, m.getPriority},
		{"homedir", 0, true, m.homedir},
		{"hostname", 0, true, m.hostname},
		{"loadavg", 0, false, m.loadavg},
		{"networkInterfaces", 0, false, m.networkInterfaces},
		{"platform", 0, true, m.text(deps.Name)},
		{"release", 0, true, m.version(func(v Version) string { return v.Release })},
		{"setPriority", 2, false, m.setPriority},
		{"tmpdir", 0, true, m.tmpdir},
		{"totalmem", 0, true, m.memory(true)},
		{"type", 0, true, m.version(func(v Version) string { return v.Type })},
		{"userInfo", 1, false, m.userInfo},
		{"uptime", 0, true, m.uptime},
		{"version", 0, true, m.version(func(v Version) string { return v.Version })},
		{"machine", 0, true, m.version(func(v Version) string { return v.Machine })},
	} {
		fn := binding.Func(vm, f.name, f.length, f.fn)
		if f.primitive {
			must(fn.SetSymbol(goja.SymToPrimitive, binding.Func(vm, "", 0, f.fn)))
		}
		binding.Value(m.obj, f.name, fn)
	}
	m.defineConstants()
	return m
}

// Exports is what require('os') returns.
func (m *Module) Exports() *goja.Object { return m.obj }

func (m *Module) defineConstants() {
	eol, null := "\n", "/dev/null"
	if goruntime.GOOS == "windows" {
		eol, null = "\r\n", `\\.\nul`
	}
	m.constant("constants", m.newConstants(), false)
	m.constant("EOL", m.vm.ToValue(eol), true)
	m.constant("devNull", m.vm.ToValue(null), true)
}

// constant defines a property that cannot be assigned to.
func (m *Module) constant(name string, v goja.Value, configurable bool) {
	must(m.obj.DefineDataProperty(name, v, goja.FLAG_FALSE, goja.ToFlag(configurable), goja.FLAG_TRUE))
}

func (m *Module) text(s string) binding.NativeFunc {
	v := m.vm.ToValue(s)
	return func(goja.FunctionCall) goja.Value { return v }
}

func (m *Module) availableParallelism(goja.FunctionCall) goja.Value {
	return m.vm.ToValue(goruntime.NumCPU())
}

func must(err error) {
	if err != nil {
		panic(err)
	}
}
