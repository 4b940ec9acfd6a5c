package process

import (
	"strconv"
	"strings"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/binding"
	"github.com/gonode/gonode/internal/nodeerr"
)

// execve is process.execve: another program takes the place of this one. Like
// Node's it does not come back: a call that fails ends the program, too.
func (m *Module) execve(c goja.FunctionCall) goja.Value {
	if !m.execveWarned {
		m.execveWarned = true
		m.warnText("process.execve is an experimental feature and might change at any time", "ExperimentalWarning")
	}
	path := c.Argument(0)
	m.requireString("execPath", path)
	args := m.programArguments(c.Argument(1))
	env := m.programEnvironment(c.Argument(2))
	m.e.Announce("process.execve", func() goja.Value {
		message := m.vm.NewObject()
		binding.Value(message, "execPath", path)
		binding.Value(message, "args", m.strings(args))
		binding.Value(message, "env", m.strings(env))
		return message
	})
	if m.cfg.ReplaceProgram == nil {
		panic(nodeerr.New(m.vm, "ERR_FEATURE_UNAVAILABLE_ON_PLATFORM", "process.execve"))
	}
	err := m.cfg.ReplaceProgram(path.String(), args, env)
	m.deps.Stderr("process.execve failed with error code " + nodeerr.FromGo(err, "execve").Code +
		"\n    at execve (node:internal/process/per_thread)\n" + m.frames())
	m.abort()
	return nil
}

// frames are those of the script that called.
func (m *Module) frames() string {
	stack := property(nodeerr.Plain(m.vm, "Error", ""), "stack")
	_, frames, _ := strings.Cut(stack, "\n")
	return frames + "\n"
}

func (m *Module) programArguments(v goja.Value) []string {
	if goja.IsUndefined(v) {
		return nil
	}
	list, ok := v.(*goja.Object)
	if !ok || list.ClassName() != "Array" {
		panic(nodeerr.ArgType(m.vm, "args", v, "Array"))
	}
	args := make([]string, 0, int(list.Get("length").ToInteger()))
	for i := range cap(args) {
		key := strconv.Itoa(i)
		arg := list.Get(key)
		if arg == nil {
			arg = goja.Undefined()
		}
		if !isCString(arg) {
			panic(nodeerr.ArgValue(m.vm, "args["+key+"]", m.deps.Describe(arg, 2), "must be a string without null bytes"))
		}
		args = append(args, arg.String())
	}
	return args
}

// programEnvironment reads the environment of the new program, which is that
// of the script when none is given.
func (m *Module) programEnvironment(v goja.Value) []string {
	if goja.IsUndefined(v) {
		v = m.obj.Get("env")
	}
	obj, ok := v.(*goja.Object)
	if !ok {
		panic(nodeerr.ArgType(m.vm, "env", v, "object"))
	}
	var env []string
	for _, key := range obj.Keys() {
		value := obj.Get(key)
		if strings.ContainsRune(key, 0) || !isCString(value) {
			panic(nodeerr.ArgValue(m.vm, "env", m.deps.Describe(v, 2),
				"must be an object with string keys and values without null bytes"))
		}
		env = append(env, key+"="+value.String())
	}
	return env
}

func isCString(v goja.Value) bool {
	return goja.IsString(v) && !strings.ContainsRune(v.String(), 0)
}
