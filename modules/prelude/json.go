package prelude

import (
	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/binding"
	"github.com/gonode/gonode/internal/engine"
	"github.com/gonode/gonode/internal/nodeerr"
	"github.com/gonode/gonode/internal/script"
)

// maxJSONDepth is how deeply JSON text may be nested. The engine's parser
// takes several times that before the Go stack is full.
const maxJSONDepth = 100_000

// guardJSON replaces JSON.parse by one that refuses text nested too deeply and
// words syntax errors as V8 does.
func (p *prelude) guardJSON() {
	json := p.global("JSON")
	parse, _ := engine.Callable(json.Get("parse"))
	binding.HiddenMethods(p.vm, json, binding.Method{Name: "parse", Length: 2, Fn: func(c goja.FunctionCall) goja.Value {
		text := c.Argument(0).ToString()
		// A text is never nested deeper than it is long.
		if s, ok := text.(goja.String); ok && s.Length() > maxJSONDepth && script.JSONDepth(text.String()) > maxJSONDepth {
			panic(p.tooDeep())
		}
		var v goja.Value
		args := []goja.Value{text, c.Argument(1)}
		if ex := p.vm.Try(func() { v = parse(goja.FunctionCall{This: json, Arguments: args}) }); ex != nil {
			if message, bad := script.JSONError(text.String()); bad {
				panic(nodeerr.Plain(p.vm, "SyntaxError", message))
			}
			panic(ex)
		}
		return v
	}})
}

func (p *prelude) tooDeep() *goja.Object {
	return nodeerr.Plain(p.vm, "RangeError", "Maximum call stack size exceeded")
}
