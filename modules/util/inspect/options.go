package inspect

import (
	"math"
	"reflect"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/engine"
)

// Options are those of util.inspect; each has the meaning of the option of
// the same name. Inspector.Defaults gives the defaults.
type Options struct {
	ShowHidden       bool
	Depth            float64 // +Inf: no limit
	Colors           bool
	CustomInspect    bool
	ShowProxy        bool
	MaxArrayLength   float64
	MaxStringLength  float64
	BreakLength      float64
	Compact          Compact
	Sorted           bool
	Getters          Getters
	NumericSeparator bool

	compare engine.Func   // a sorting function of the script, or nil
	stylize engine.Func   // one that a script gave, or nil
	given   []givenOption // as the script gave them
	user    *goja.Object  // the options object, when it has further properties
}

// Compact is the option compact: how many inner levels go on one line.
type Compact float64

const (
	// Loose is compact: false, every property on a line of its own.
	Loose Compact = 0
	// Tight is compact: true, as much on a line as fits.
	Tight Compact = -1
)

// Getters is the option getters: which getters are run.
type Getters uint8

// The values of the option getters: false, true, 'get' and 'set'.
const (
	NoGetters Getters = iota
	AllGetters
	GettersWithoutSetter
	GettersWithSetter
)

// givenOption is an option as a script gave it, for custom inspect functions.
type givenOption struct {
	name  string
	value goja.Value
}

// standard are the defaults of a script that has not touched them.
var standard = Options{
	Depth:           2,
	CustomInspect:   true,
	MaxArrayLength:  100,
	MaxStringLength: 10000,
	BreakLength:     80,
	Compact:         3,
}

// optionNames are the options in Node's order.
var optionNames = [...]string{
	"showHidden", "depth", "colors", "customInspect", "showProxy", "maxArrayLength", "maxStringLength",
	"breakLength", "compact", "sorted", "getters", "numericSeparator",
}

func isOption(name string) bool {
	for _, option := range optionNames {
		if option == name {
			return true
		}
	}
	return false
}

// set takes one option from JavaScript. It reports false for a name that is
// no option.
func (o *Options) set(name string, v goja.Value) bool {
	switch name {
	case "showHidden":
		o.ShowHidden = v.ToBoolean()
	case "depth":
		o.Depth = limit(v)
	case "colors":
		o.Colors = v.ToBoolean()
	case "customInspect":
		o.CustomInspect = v.ToBoolean()
	case "showProxy":
		o.ShowProxy = v.ToBoolean()
	case "maxArrayLength":
		o.MaxArrayLength = maximum(v)
	case "maxStringLength":
		o.MaxStringLength = maximum(v)
	case "breakLength":
		o.BreakLength = v.ToFloat()
	case "compact":
		o.Compact = compactness(v)
	case "sorted":
		o.Sorted = v.ToBoolean()
		o.compare, _ = engine.Callable(v)
	case "getters":
		o.Getters = getters(v)
	case "numericSeparator":
		o.NumericSeparator = v.ToBoolean()
	default:
		return false
	}
	return true
}

// limit reads depth: what is no number limits nothing.
func limit(v goja.Value) float64 {
	if goja.IsNull(v) {
		return math.Inf(1)
	}
	f := v.ToFloat()
	if math.IsNaN(f) {
		return math.Inf(1)
	}
	return f
}

// maximum reads maxArrayLength and maxStringLength, for which null stands for
// no limit.
func maximum(v goja.Value) float64 {
	if goja.IsNull(v) {
		return math.Inf(1)
	}
	return v.ToFloat()
}

func compactness(v goja.Value) Compact {
	if goja.IsNumber(v) {
		if f := v.ToFloat(); f >= 1 {
			return Compact(f)
		}
		return Loose
	}
	if isTrue(v) {
		return Tight
	}
	return Loose
}

func getters(v goja.Value) Getters {
	if goja.IsString(v) {
		switch v.String() {
		case "get":
			return GettersWithoutSetter
		case "set":
			return GettersWithSetter
		}
		return NoGetters
	}
	if isTrue(v) {
		return AllGetters
	}
	return NoGetters
}

var boolType = reflect.TypeFor[bool]()

// isTrue reports whether v is the primitive true.
func isTrue(v goja.Value) bool {
	_, isObject := v.(*goja.Object)
	return !isObject && v.ExportType() == boolType && v.ToBoolean()
}

// option is an option as JavaScript has it: as it was given, or as the field
// says.
func (o *Options) option(vm *goja.Runtime, name string) goja.Value {
	for i := len(o.given) - 1; i >= 0; i-- {
		if o.given[i].name == name {
			return o.given[i].value
		}
	}
	switch name {
	case "showHidden":
		return vm.ToValue(o.ShowHidden)
	case "depth":
		return vm.ToValue(o.Depth)
	case "colors":
		return vm.ToValue(o.Colors)
	case "customInspect":
		return vm.ToValue(o.CustomInspect)
	case "showProxy":
		return vm.ToValue(o.ShowProxy)
	case "maxArrayLength":
		return vm.ToValue(o.MaxArrayLength)
	case "maxStringLength":
		return vm.ToValue(o.MaxStringLength)
	case "breakLength":
		return vm.ToValue(o.BreakLength)
	case "compact":
		return o.Compact.option(vm)
	case "sorted":
		return vm.ToValue(o.Sorted)
	case "getters":
		return vm.ToValue(o.Getters == AllGetters)
	}
	return vm.ToValue(o.NumericSeparator)
}

func (c Compact) option(vm *goja.Runtime) goja.Value {
	switch c {
	case Tight:
		return vm.ToValue(true)
	case Loose:
		return vm.ToValue(false)
	}
	return vm.ToValue(float64(c))
}
