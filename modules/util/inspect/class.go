package inspect

import (
	"strings"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/engine"
	"github.com/gonode/gonode/internal/wtf8"
	"github.com/gonode/gonode/modules/util/primordials"
	"github.com/gonode/gonode/modules/util/types"
)

// className is the name of the constructor that an object is an instance of.
// isNull says that its prototype is null.
type className struct {
	name   string
	isNull bool
}

// builtInNames are the constructors of the language; what their prototypes
// hold is nothing that a script has put there.
var builtInNames = map[string]bool{
	"AggregateError": true, "Array": true, "ArrayBuffer": true, "AsyncDisposableStack": true, "Atomics": true,
	"BigInt": true, "BigInt64Array": true, "BigUint64Array": true, "Boolean": true, "DataView": true, "Date": true,
	"DisposableStack": true, "Error": true, "EvalError": true, "FinalizationRegistry": true, "Float16Array": true,
	"Float32Array": true, "Float64Array": true, "Function": true, "Infinity": true, "Int16Array": true,
	"Int32Array": true, "Int8Array": true, "Intl": true, "Iterator": true, "JSON": true, "Map": true, "Math": true,
	"NaN": true, "Number": true, "Object": true, "Promise": true, "Proxy": true, "RangeError": true,
	"ReferenceError": true, "Reflect": true, "RegExp": true, "Set": true, "SharedArrayBuffer": true, "String": true,
	"SuppressedError": true, "Symbol": true, "SyntaxError": true, "TypeError": true, "URIError": true,
	"Uint16Array": true, "Uint32Array": true, "Uint8Array": true, "Uint8ClampedArray": true, "WeakMap": true,
	"WeakRef": true, "WeakSet": true, "WebAssembly": true,
}

// className finds the class of an object: the nearest constructor property on
// it or its prototypes that it is an instance of. For showHidden it gathers
// the properties of the prototypes up to there.
func (p *printer) className(s *subject, obj *goja.Object, depth int) className {
	inherits := s != nil && p.ShowHidden && !p.tooDeep(s.depth)
	first := obj.Prototype()
	for at := obj; at != nil; at = at.Prototype() {
		name, ok := p.constructorOf(at, obj)
		if !ok {
			continue
		}
		if inherits && (at != first || !builtInNames[name]) {
			s.inherited = p.prototypeProperties(obj, at == obj, depth)
		}
		return className{name: name}
	}
	if first == nil {
		return className{isNull: true}
	}
	name := internalName(obj)
	if p.tooDeep(depth) {
		return className{name: name + " <Complex prototype>"}
	}
	parent := p.className(s, first, depth+1)
	if parent.isNull {
		opts := p.Options
		opts.CustomInspect, opts.Depth = false, -1
		return className{name: name + " <" + p.Inspect(first, opts) + ">"}
	}
	return className{name: name + " <" + parent.name + ">"}
}

// constructorOf reads the constructor property that at itself has, when obj
// is an instance of it.
func (p *printer) constructorOf(at, obj *goja.Object) (string, bool) {
	d, ok := p.p.Descriptor(at, primordials.NameKey("constructor"))
	if !ok || !engine.IsCallable(d.Value) {
		return "", false
	}
	ctor := d.Value.(*goja.Object)
	name := ctor.Get("name")
	if name == nil || goja.IsString(name) && name.String() == "" || !p.isInstance(obj, ctor) {
		return "", false
	}
	if sym, ok := name.(*goja.Symbol); ok {
		return p.p.SymbolToString(sym), true
	}
	return wtf8.ToString(p.vm, name), true
}

// internalName stands in for the name that V8 remembers of an object whose
// prototypes name no constructor.
func internalName(obj *goja.Object) string {
	kind := types.Of(obj)
	if kind == types.TypedArray {
		return types.TypedArrayName(obj)
	}
	if name, ok := kindNames[kind]; ok {
		return name
	}
	return "Object"
}

var kindNames = map[types.Kind]string{
	types.Array: "Array", types.Arguments: "Arguments", types.Function: "Function", types.Class: "Function", types.AsyncFunction: "AsyncFunction",
	types.GeneratorFunction: "GeneratorFunction", types.AsyncGeneratorFunction: "AsyncGeneratorFunction", types.Error: "Error", types.Date: "Date", types.RegExp: "RegExp",
	types.Map: "Map", types.Set: "Set", types.WeakMap: "WeakMap", types.WeakSet: "WeakSet", types.Promise: "Promise",
	types.ArrayBuffer: "ArrayBuffer", types.DataView: "DataView", types.StringBox: "String",
	types.NumberBox: "Number", types.BooleanBox: "Boolean", types.SymbolBox: "Symbol", types.BigIntBox: "BigInt",
}

// maxPrototypes is the number of prototypes whose properties are shown.
const maxPrototypes = 3

// prototypeProperties prints the properties that an object inherits from
// prototypes of the script's own, for showHidden. ownConstructor says that
// the object is a prototype itself.
func (p *printer) prototypeProperties(main *goja.Object, ownConstructor bool, depth int) []string {
	var parts []string
	known := map[primordials.Key]bool{}
	obj := main
	if !ownConstructor {
		obj = main.Prototype()
	}
	for layer := range maxPrototypes {
		if layer > 0 || ownConstructor {
			if obj = obj.Prototype(); obj == nil || p.isBuiltIn(obj) {
				break
			}
		}
		keys := append(p.p.OwnNames(obj), p.p.OwnSymbols(obj)...)
		p.seen = append(p.seen, main)
		for _, key := range keys {
			if key.Name == "constructor" && key.Symbol == nil || known[key] || p.p.HasOwn(main, key) {
				continue
			}
			if part, ok := p.inheritedProperty(main, obj, key, depth); ok {
				parts = append(parts, part)
			}
		}
		p.seen = p.seen[:len(p.seen)-1]
		for _, key := range keys {
			known[key] = true
		}
	}
	return parts
}

func (p *printer) inheritedProperty(main, obj *goja.Object, key primordials.Key, depth int) (string, bool) {
	d, ok := p.p.Descriptor(obj, key)
	if !ok || engine.IsCallable(d.Value) {
		return "", false
	}
	part := p.described(d, key, objectProperty, main, depth)
	if p.Colors {
		part = "\x1b[2m" + part + "\x1b[22m"
	}
	return part, true
}

// isBuiltIn reports whether an object is the prototype of a class of the
// language.
func (i *Inspector) isBuiltIn(obj *goja.Object) bool {
	d, ok := i.p.Descriptor(obj, primordials.NameKey("constructor"))
	if !ok || !engine.IsCallable(d.Value) {
		return false
	}
	name := d.Value.(*goja.Object).Get("name")
	return name != nil && builtInNames[name.String()]
}

// prefix is what stands before the opening bracket: the class, the size of a
// collection, and the tag where the name of the class does not say it.
func prefix(class className, tag, fallback, size string) string {
	if class.isNull {
		if tag != "" && fallback != tag {
			return "[" + fallback + size + ": null prototype] [" + tag + "] "
		}
		return "[" + fallback + size + ": null prototype] "
	}
	if tag != "" && !saysTag(class.name, tag) {
		return class.name + size + " [" + tag + "] "
	}
	return class.name + size + " "
}

// saysTag reports whether a tag is one of the words of a name, or several, or
// the end of one: MyMap and MapCache say Map, Mapper does not.
func saysTag(name, tag string) bool {
	for {
		at := strings.Index(name, tag)
		if at < 0 {
			return false
		}
		name = name[at+len(tag):]
		if name == "" || name[0] >= 'A' && name[0] <= 'Z' {
			return true
		}
	}
}
