package prelude

import (
	"math"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/binding"
	"github.com/gonode/gonode/internal/engine"
)

// maxStringLength is buffer.constants.MAX_STRING_LENGTH. The engine has no
// limit: it would ask for the memory, and Go ends a process that gets none.
const maxStringLength = 1<<29 - 24

// guardStringLength limits the methods that make a string of any length out
// of a number.
func (p *prelude) guardStringLength() {
	proto := p.prototype("String")
	for name, length := range map[string]int{"repeat": 1, "padStart": 1, "padEnd": 1} {
		own, ok := engine.Callable(proto.Get(name))
		if !ok {
			continue
		}
		check := p.checkPadding
		if name == "repeat" {
			check = p.checkRepeat
		}
		binding.Hidden(proto, name, binding.Func(p.vm, name, length, func(c goja.FunctionCall) goja.Value {
			s := p.stringThis(c.This, name)
			n := c.Argument(0).ToNumber()
			check(s.Length(), c.Argument(0), n.ToFloat(), c.Argument(1))
			arguments := append([]goja.Value{n}, c.Arguments[min(1, len(c.Arguments)):]...)
			return own(goja.FunctionCall{This: s, Arguments: arguments})
		}))
	}
}

func (p *prelude) checkRepeat(length int, given goja.Value, count float64, _ goja.Value) {
	if count = math.Trunc(count); count < 0 || math.IsInf(count, 0) {
		panic(p.rangeError("Invalid count value: " + given.String()))
	}
	if float64(length)*count > maxStringLength {
		panic(p.rangeError("Invalid string length"))
	}
}

// checkPadding is for padStart and padEnd, which with nothing to pad with
// leave the string as it is.
func (p *prelude) checkPadding(length int, _ goja.Value, target float64, filler goja.Value) {
	if target > maxStringLength && target > float64(length) && (goja.IsUndefined(filler) || filler.String() != "") {
		panic(p.rangeError("Invalid string length"))
	}
}
