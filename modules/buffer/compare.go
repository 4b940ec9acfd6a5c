package buffer

import (
	"bytes"

	"github.com/dop251/goja"
)

// compareStatic is Buffer.compare(buf1, buf2).
func (m *Module) compareStatic(c goja.FunctionCall) goja.Value {
	a := m.requireUint8s(c.Argument(0), "buf1")
	b := m.requireUint8s(c.Argument(1), "buf2")
	return m.vm.ToValue(bytes.Compare(a, b))
}

// equals is buf.equals(otherBuffer).
func (m *Module) equals(c goja.FunctionCall) goja.Value {
	other := m.requireUint8s(c.Argument(0), "otherBuffer")
	return m.vm.ToValue(bytes.Equal(m.self(c), other))
}

// compare is buf.compare(target[, targetStart[, targetEnd[, sourceStart[,
// sourceEnd]]]]).
func (m *Module) compare(c goja.FunctionCall) goja.Value {
	target := m.requireUint8s(c.Argument(0), "target")
	source := m.anyView(c)
	if len(c.Arguments) == 1 {
		return m.vm.ToValue(bytes.Compare(source, target))
	}
	targetStart := m.optionalInteger(c.Argument(1), "targetStart", maxLength, 0)
	targetEnd := m.optionalInteger(c.Argument(2), "targetEnd", len(target), len(target))
	sourceStart := m.optionalInteger(c.Argument(3), "sourceStart", maxLength, 0)
	sourceEnd := m.optionalInteger(c.Argument(4), "sourceEnd", len(source), len(source))
	switch {
	case sourceStart >= sourceEnd && targetStart >= targetEnd:
		return zero
	case sourceStart >= sourceEnd:
		return m.vm.ToValue(-1)
	case targetStart >= targetEnd:
		return m.vm.ToValue(1)
	}
	return m.vm.ToValue(bytes.Compare(source[sourceStart:sourceEnd], target[targetStart:targetEnd]))
}

// optionalInteger is an argument of 0..high with a default.
func (m *Module) optionalInteger(v goja.Value, name string, high, fallback int) int {
	if !isDefined(v) {
		return fallback
	}
	return m.requireInteger(v, name, 0, high)
}
