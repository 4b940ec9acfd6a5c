package module

import (
	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/binding"
	"github.com/gonode/gonode/internal/esm"
	"github.com/gonode/gonode/internal/nodeerr"
)

// The promise jobs that an import() takes on Node, which programs see by the
// order of their own.
const (
	jobsBeforeLoad     = 1
	jobsBeforeFailure  = 3 // after that
	jobsBeforeEvaluate = 4 // after that
	jobsAfterEvaluate  = 4
	jobsAgain          = 9 // in place of them, for a module that was there
)

// Import is import(specifier, options) in a module.
func (x *esmLoader) Import(m *esm.Module, specifier, options goja.Value) goja.Value {
	return x.importFrom(m.URL, specifier, options)
}

// importFrom is import(specifier, options) in the module, or CommonJS module,
// of a URL.
func (x *esmLoader) importFrom(parent string, specifier, options goja.Value) goja.Value {
	promise, resolve, reject := x.l.vm.NewPromise()
	settle := func(with func(any) error, v goja.Value) {
		if err := with(v); err != nil {
			panic(err)
		}
	}
	var text string
	var attributes []esm.Attribute
	if ex := x.l.e.Try(func() {
		text = x.l.toString(specifier)
		attributes = x.importOptions(options)
	}); ex != nil {
		settle(reject, ex.Value())
		return x.l.vm.ToValue(promise)
	}
	x.later(jobsBeforeLoad, func() {
		var rec *esmRecord
		again := false
		if ex := x.l.e.Try(func() { rec, again = x.prepare(text, parent, attributes) }); ex != nil {
			x.place(ex.Value())
			x.later(jobsBeforeFailure, func() { settle(reject, ex.Value()) })
			return
		}
		x.later(jobsBeforeEvaluate, func() {
			wait := jobsAfterEvaluate
			if again {
				wait = jobsAgain
			}
			x.evaluate(rec, func(failed goja.Value) {
				x.later(wait, func() {
					if failed != nil {
						settle(reject, failed)
						return
					}
					settle(resolve, rec.module.Namespace())
				})
			})
		})
	})
	return x.l.vm.ToValue(promise)
}

// prepare finds, loads and links a module. again tells one that has been
// evaluated before.
func (x *esmLoader) prepare(specifier, parent string, attributes []esm.Attribute) (rec *esmRecord, again bool) {
	rec = x.load(x.resolve(specifier, parent), attributes, parent)
	again = rec.linked && rec.module.Evaluated()
	x.link(rec)
	return rec, again
}

// later runs fn after some promise jobs, itself in the last one.
func (x *esmLoader) later(jobs int, fn func()) {
	x.l.e.Microtask(func() {
		if jobs--; jobs <= 0 {
			fn()
			return
		}
		x.later(jobs, fn)
	})
}

// evaluate evaluates a module and calls then with what it throws, or nil.
func (x *esmLoader) evaluate(rec *esmRecord, then func(failed goja.Value)) {
	promise := rec.module.Evaluate()
	done := func(failed bool) goja.Value {
		return x.l.vm.ToValue(func(c goja.FunctionCall) goja.Value {
			x.l.e.Inside(func() {
				if !failed {
					then(nil)
					return
				}
				x.explainGlobals(c.Argument(0), rec.url)
				then(c.Argument(0))
			})
			return goja.Undefined()
		})
	}
	x.l.e.CallMethod(promise, "then", done(false), done(true))
}

// toString is the abstract operation ToString.
func (l *Loader) toString(v goja.Value) string {
	if _, symbol := v.(*goja.Symbol); symbol {
		panic(nodeerr.Plain(l.vm, "TypeError", "Cannot convert a Symbol value to a string"))
	}
	return v.String()
}

// importOptions reads the attributes of import().
func (x *esmLoader) importOptions(options goja.Value) []esm.Attribute {
	if options == nil || goja.IsUndefined(options) {
		return nil
	}
	obj, ok := options.(*goja.Object)
	if !ok {
		panic(nodeerr.Plain(x.l.vm, "TypeError", "The second argument to import() must be an object"))
	}
	with := obj.Get("with")
	if with == nil || goja.IsUndefined(with) {
		return nil
	}
	table, ok := with.(*goja.Object)
	if !ok {
		panic(nodeerr.Plain(x.l.vm, "TypeError", "The 'with' option must be an object"))
	}
	var attributes []esm.Attribute
	for _, key := range table.Keys() {
		value := table.Get(key)
		if value == nil || !goja.IsString(value) {
			panic(nodeerr.Plain(x.l.vm, "TypeError", "Import attribute value must be a string"))
		}
		attributes = append(attributes, esm.Attribute{Key: key, Value: value.String()})
	}
	return attributes
}

// importFunction is import() in a CommonJS module or script of a name.
func (l *Loader) importFunction(parent func() string) *goja.Object {
	return binding.Func(l.vm, "import", 1, func(c goja.FunctionCall) goja.Value {
		return l.esm().importFrom(parent(), c.Argument(0), c.Argument(1))
	})
}

// ImportFrom is import(specifier, options) as code in a file would have it;
// without a file, as code in the current directory.
func (l *Loader) ImportFrom(file string, specifier, options goja.Value) goja.Value {
	if !isAbsolute(file) {
		file = joinPath(l.cwd(), file)
	}
	return l.esm().importFrom(fileURLOf(file), specifier, options)
}
