package path

import (
	goruntime "runtime"
	"strconv"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/binding"
	"github.com/gonode/gonode/internal/glob"
	"github.com/gonode/gonode/internal/nodeerr"
	"github.com/gonode/gonode/internal/nodepath"
	"github.com/gonode/gonode/internal/wtf8"
)

// style is path.posix or path.win32.
type style struct {
	vm      *goja.Runtime
	text    nodepath.Style
	env     nodepath.Env
	windows bool
}

func newStyle(vm *goja.Runtime, text nodepath.Style, env nodepath.Env, windows bool) *goja.Object {
	s := &style{vm: vm, text: text, env: env, windows: windows}
	obj := vm.NewObject()
	binding.Methods(vm, obj,
		binding.Method{Name: "resolve", Fn: s.resolve},
		binding.Method{Name: "normalize", Length: 1, Fn: s.onPath(text.Normalize)},
		binding.Method{Name: "isAbsolute", Length: 1, Fn: s.isAbsolute},
		binding.Method{Name: "join", Fn: s.join},
		binding.Method{Name: "relative", Length: 2, Fn: s.relative},
		binding.Method{Name: "toNamespacedPath", Length: 1, Fn: s.toNamespacedPath},
		binding.Method{Name: "dirname", Length: 1, Fn: s.onPath(text.Dirname)},
		binding.Method{Name: "basename", Length: 2, Fn: s.basename},
		binding.Method{Name: "extname", Length: 1, Fn: s.onPath(text.Extname)},
	)
	binding.Value(obj, "format", binding.Func(vm, "bound _format", 1, s.format))
	binding.Methods(vm, obj,
		binding.Method{Name: "parse", Length: 1, Fn: s.parse},
		binding.Method{Name: "matchesGlob", Length: 2, Fn: s.matchesGlob},
	)
	binding.Value(obj, "sep", vm.ToValue(string(text.Separator())))
	binding.Value(obj, "delimiter", vm.ToValue(string(text.Delimiter())))
	return obj
}

// argument is v as a string; nothing is converted.
func (s *style) argument(v goja.Value, name string) string {
	if !goja.IsString(v) {
		panic(nodeerr.ArgType(s.vm, name, v, "string"))
	}
	return wtf8.Of(v)
}

// onPath is a function from a path to a string.
func (s *style) onPath(fn func(string) string) binding.NativeFunc {
	return func(c goja.FunctionCall) goja.Value {
		return wtf8.Value(fn(s.argument(c.Argument(0), "path")))
	}
}

func (s *style) isAbsolute(c goja.FunctionCall) goja.Value {
	return s.vm.ToValue(s.text.IsAbsolute(s.argument(c.Argument(0), "path")))
}

// resolve looks at no more arguments than it needs, and so refuses no more.
func (s *style) resolve(c goja.FunctionCall) goja.Value {
	return wtf8.Value(s.text.Resolve(s.env, len(c.Arguments), func(i int) string {
		return s.argument(c.Arguments[i], "paths["+strconv.Itoa(i)+"]")
	}))
}

func (s *style) join(c goja.FunctionCall) goja.Value {
	parts := make([]string, len(c.Arguments))
	for i, v := range c.Arguments {
		parts[i] = s.argument(v, "path")
	}
	return wtf8.Value(s.text.Join(parts))
}

func (s *style) relative(c goja.FunctionCall) goja.Value {
	from, to := s.argument(c.Argument(0), "from"), s.argument(c.Argument(1), "to")
	return wtf8.Value(s.text.Relative(s.env, from, to))
}

// toNamespacedPath returns what is no string as it is.
func (s *style) toNamespacedPath(c goja.FunctionCall) goja.Value {
	v := c.Argument(0)
	if !goja.IsString(v) {
		return v
	}
	return wtf8.Value(s.text.ToNamespaced(s.env, wtf8.Of(v)))
}

func (s *style) basename(c goja.FunctionCall) goja.Value {
	suffix := ""
	if v := c.Argument(1); !goja.IsUndefined(v) {
		suffix = s.argument(v, "suffix")
	}
	return wtf8.Value(s.text.Basename(s.argument(c.Argument(0), "path"), suffix))
}

func (s *style) parse(c goja.FunctionCall) goja.Value {
	p := s.text.Parse(s.argument(c.Argument(0), "path"))
	obj := s.vm.NewObject()
	for _, field := range []struct{ name, value string }{
		{"root", p.Root}, {"dir", p.Dir}, {"base", p.Base}, {"ext", p.Ext}, {"name", p.Name},
	} {
		binding.Value(obj, field.name, wtf8.Value(field.value))
	}
	return obj
}

func (s *style) matchesGlob(c goja.FunctionCall) goja.Value {
	path, pattern := s.argument(c.Argument(0), "path"), s.argument(c.Argument(1), "pattern")
	ok, err := glob.Match(pattern, path, glob.Options{
		Windows: s.windows,
		NoCase:  goruntime.GOOS == "windows" || goruntime.GOOS == "darwin",
	})
	if err != nil {
		panic(nodeerr.Plain(s.vm, "TypeError", err.Error()))
	}
	return s.vm.ToValue(ok)
}
