// Package types tells what kind of object a JavaScript value is, by the
// object's own nature and never by what its prototypes or properties say. It
// is the core of util.types; inspect, the comparisons of assert and
// structured cloning use it too.
//
// goja has no public way to tell, say, a Map iterator from a plain object, nor
// to look into one without advancing it. So this package reads the engine's
// own structs by reflection. It runs no JavaScript, changes nothing, and a
// test of each kind shows when a new version of the engine has moved
// something.
//
// A value may only be looked at by the goroutine that runs its VM.
package types

import (
	"reflect"
	"strings"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/namespace"
)

// Kind is the nature of an object.
type Kind uint8

// The kinds of objects. Boxes are primitives in objects, such as Object(1).
const (
	Ordinary Kind = iota
	Array
	Arguments
	Function
	Class
	AsyncFunction
	GeneratorFunction
	AsyncGeneratorFunction
	Proxy
	Error
	Date
	RegExp
	Map
	Set
	MapIterator
	SetIterator
	WeakMap
	WeakSet
	Generator
	Promise
	ArrayBuffer
	DataView
	TypedArray
	StringBox
	NumberBox
	BooleanBox
	SymbolBox
	BigIntBox
	Namespace
)

// kinds maps the engine's object structs. What is missing is Ordinary.
var kinds = map[string]Kind{
	"*goja.arrayObject":               Array,
	"*goja.sparseArrayObject":         Array,
	"*goja.templatedArrayObject":      Array,
	"*goja.dynamicArray":              Array,
	"*goja.objectGoSlice":             Array,
	"*goja.objectGoSliceReflect":      Array,
	"*goja.objectGoArrayReflect":      Array,
	"*goja.argumentsObject":           Arguments,
	"*goja.funcObject":                Function,
	"*goja.methodFuncObject":          Function,
	"*goja.arrowFuncObject":           Function,
	"*goja.nativeFuncObject":          Function,
	"*goja.wrappedFuncObject":         Function,
	"*goja.boundFuncObject":           Function,
	"*goja.templatedFuncObject":       Function,
	"*goja.classFuncObject":           Class,
	"*goja.asyncFuncObject":           AsyncFunction,
	"*goja.asyncMethodFuncObject":     AsyncFunction,
	"*goja.asyncArrowFuncObject":      AsyncFunction,
	"*goja.generatorFuncObject":       GeneratorFunction,
	"*goja.generatorMethodFuncObject": GeneratorFunction,
	"*goja.proxyObject":               Proxy,
	"*goja.errorObject":               Error,
	"*goja.dateObject":                Date,
	"*goja.regexpObject":              RegExp,
	"*goja.mapObject":                 Map,
	"*goja.setObject":                 Set,
	"*goja.mapIterObject":             MapIterator,
	"*goja.setIterObject":             SetIterator,
	"*goja.weakMapObject":             WeakMap,
	"*goja.weakSetObject":             WeakSet,
	"*goja.generatorObject":           Generator,
	"*goja.Promise":                   Promise,
	"*goja.arrayBufferObject":         ArrayBuffer,
	"*goja.dataViewObject":            DataView,
	"*goja.typedArrayObject":          TypedArray,
	"*goja.stringObject":              StringBox,
}

const (
	baseStruct = "*goja.baseObject"
	boxStruct  = "*goja.primitiveValueObject"

	nativeHandler = "*goja.nativeProxyHandler"
)

// Of is the kind of an object.
func Of(obj *goja.Object) Kind {
	value := self(obj)
	name := value.Type().String()
	if kind, ok := kinds[name]; ok {
		if kind == Proxy && isNativeProxy(value) {
			if namespace.Of(obj) != nil {
				return Namespace
			}
			if Halves(obj) != nil {
				return TypedArray
			}
			return Ordinary
		}
		if (kind == Function || kind == GeneratorFunction) && isAsyncGenerator(value) {
			return AsyncGeneratorFunction
		}
		return kind
	}
	switch name {
	case baseStruct:
		if obj.ClassName() == "Arguments" {
			return Arguments
		}
	case boxStruct:
		return boxKind(Primitive(obj))
	}
	return Ordinary
}

// isAsyncGenerator tells an async generator by its text. The engine knows it as
// the function that internal/script/asyncgen made of it.
func isAsyncGenerator(function reflect.Value) bool {
	source := function.Elem().FieldByName("src")
	if !source.IsValid() {
		return false
	}
	text := strings.TrimPrefix(source.String(), "static ")
	rest, ok := strings.CutPrefix(text, "async")
	if !ok {
		return false
	}
	rest = strings.TrimPrefix(strings.TrimLeft(rest, " \t\r\n"), "function")
	return strings.HasPrefix(strings.TrimLeft(rest, " \t\r\n"), "*")
}

// isNativeProxy tells the proxies whose traps are Go functions. They are
// objects of ours, such as process.env, that are no proxies on Node.
func isNativeProxy(proxy reflect.Value) bool {
	handler := proxy.Elem().FieldByName("handler")
	return !handler.IsNil() && handler.Elem().Type().String() == nativeHandler
}

// IsFunction reports whether the kind is one of functions.
func (k Kind) IsFunction() bool { return k >= Function && k <= AsyncGeneratorFunction }

// IsBox reports whether the kind is one of primitives in objects.
func (k Kind) IsBox() bool { return k >= StringBox && k <= BigIntBox }

// Is reports whether v is an object of the given kind.
func Is(v goja.Value, kind Kind) bool {
	obj, ok := v.(*goja.Object)
	return ok && Of(obj) == kind
}

func boxKind(primitive goja.Value) Kind {
	switch {
	case goja.IsNumber(primitive):
		return NumberBox
	case goja.IsBigInt(primitive):
		return BigIntBox
	case goja.IsString(primitive):
		return StringBox
	}
	if _, ok := primitive.(*goja.Symbol); ok {
		return SymbolBox
	}
	return BooleanBox
}

// self is the engine's struct of an object: a pointer.
func self(obj *goja.Object) reflect.Value {
	return reflect.ValueOf(obj).Elem().FieldByName("self").Elem()
}
