// Package punycode is Node's `punycode` module (Node documentation,
// "Punycode"), deprecated there: the encoding of RFC 3492 and a simple
// conversion of domain names with it. internal/punycode does the work.
//
// A Module belongs to one VM and the goroutine that runs it.
package punycode

import (
	"errors"
	"strings"
	"unicode/utf16"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/binding"
	"github.com/gonode/gonode/internal/nodeerr"
	"github.com/gonode/gonode/internal/punycode"
	"github.com/gonode/gonode/internal/wtf8"
)

// version is that of the package which Node's module once was.
const version = "2.1.0"

const warning = "The `punycode` module is deprecated. Please use a userland alternative instead."

// Deps is what the module needs from the rest of the platform.
type Deps struct {
	// Warn is process.emitWarning(text, 'DeprecationWarning', code).
	Warn func(text, code string)
	// InsidePackage reports whether the script that is running belongs to a
	// package under node_modules, which is not warned.
	InsidePackage func() bool
}

// Module is the `punycode` module of one VM.
type Module struct {
	vm      *goja.Runtime
	exports *goja.Object
}

// New builds the module and warns of it.
func New(vm *goja.Runtime, deps Deps) *Module {
	if !deps.InsidePackage() {
		deps.Warn(warning, "DEP0040")
	}
	m := &Module{vm: vm, exports: vm.NewObject()}
	binding.Value(m.exports, "version", vm.ToValue(version))
	ucs2 := vm.NewObject()
	binding.Value(ucs2, "decode", binding.Func(vm, "ucs2decode", 1, m.ucs2Decode))
	binding.Value(ucs2, "encode", binding.Func(vm, "ucs2encode", 1, m.ucs2Encode))
	binding.Value(m.exports, "ucs2", ucs2)
	binding.Methods(vm, m.exports,
		binding.Method{Name: "decode", Length: 1, Fn: func(c goja.FunctionCall) goja.Value {
			return m.decoded(m.text(c, "input", "lastIndexOf"))
		}},
		binding.Method{Name: "encode", Length: 1, Fn: func(c goja.FunctionCall) goja.Value {
			return vm.ToValue(m.encode(m.characters(c)))
		}},
		binding.Method{Name: "toASCII", Length: 1, Fn: m.toASCII},
		binding.Method{Name: "toUnicode", Length: 1, Fn: m.toUnicode},
	)
	return m
}

// Exports is what require('punycode') returns.
func (m *Module) Exports() *goja.Object { return m.exports }

// text is the argument. For another value the error is that of the property
// which Node's module takes of its argument.
func (m *Module) text(c goja.FunctionCall, argument, property string) string {
	v := c.Argument(0)
	switch {
	case goja.IsString(v):
		return wtf8.Of(v)
	case goja.IsUndefined(v), goja.IsNull(v):
		if property == "lastIndexOf" {
			property = "length" // which decode reads first
		}
		panic(m.vm.NewTypeError("Cannot read properties of %s (reading '%s')", v.String(), property))
	}
	panic(m.vm.NewTypeError("%s.%s is not a function", argument, property))
}

// characters is text for functions that take anything with a length; what is
// no string is empty to them.
func (m *Module) characters(c goja.FunctionCall) []rune {
	v := c.Argument(0)
	if goja.IsString(v) || goja.IsUndefined(v) || goja.IsNull(v) {
		return runesOf(m.text(c, "input", "length"))
	}
	return nil
}

// runesOf is the characters of a text; half a character counts as one.
func runesOf(s string) []rune {
	units := wtf8.ToUTF16(s)
	out := make([]rune, 0, len(units))
	for i := 0; i < len(units); i++ {
		r := rune(units[i])
		if utf16.IsSurrogate(r) && i+1 < len(units) {
			if whole := utf16.DecodeRune(r, rune(units[i+1])); whole != 0xfffd {
				r = whole
				i++
			}
		}
		out = append(out, r)
	}
	return out
}

// stringOf is the text of characters.
func stringOf(runes []rune) goja.Value {
	units := make([]uint16, 0, len(runes))
	for _, r := range runes {
		if r <= 0xffff {
			units = append(units, uint16(r))
		} else {
			units = utf16.AppendRune(units, r)
		}
	}
	return wtf8.Value(wtf8.FromUTF16(units))
}

// fail throws an error of internal/punycode with Node's text.
func (m *Module) fail(err error) {
	text := "Invalid input"
	switch {
	case errors.Is(err, punycode.ErrOverflow):
		text = "Overflow: input needs wider integers to process"
	case errors.Is(err, punycode.ErrNotBasic):
		text = "Illegal input >= 0x80 (not a basic code point)"
	}
	panic(nodeerr.Plain(m.vm, "RangeError", text))
}

func (m *Module) decoded(s string) goja.Value {
	runes, err := punycode.Decode(s)
	if err != nil {
		m.fail(err)
	}
	return stringOf(runes)
}

func (m *Module) encode(runes []rune) string {
	out, err := punycode.Encode(runes)
	if err != nil {
		m.fail(err)
	}
	return out
}

const acePrefix = "xn--"

// separators are what besides a full stop separates the labels of a domain.
var separators = strings.NewReplacer("\u3002", ".", "\uff0e", ".", "\uff61", ".")

// mapLabels changes each label of a domain, or of what follows the @ of a mail
// address.
func mapLabels(s string, change func(label string) string) string {
	parts := strings.Split(s, "@")
	head := ""
	if len(parts) > 1 {
		head, s = parts[0]+"@", parts[1]
	}
	labels := strings.Split(separators.Replace(s), ".")
	for i, label := range labels {
		labels[i] = change(label)
	}
	return head + strings.Join(labels, ".")
}

// toASCII is punycode.toASCII(domain).
func (m *Module) toASCII(c goja.FunctionCall) goja.Value {
	return wtf8.Value(mapLabels(m.text(c, "domain", "split"), func(label string) string {
		for i := range len(label) {
			if label[i] >= 0x80 {
				return acePrefix + m.encode(runesOf(label))
			}
		}
		return label
	}))
}

// toUnicode is punycode.toUnicode(domain).
func (m *Module) toUnicode(c goja.FunctionCall) goja.Value {
	return wtf8.Value(mapLabels(m.text(c, "domain", "split"), func(label string) string {
		if encoded, ok := strings.CutPrefix(label, acePrefix); ok {
			return wtf8.Of(m.decoded(strings.ToLower(encoded)))
		}
		return label
	}))
}

// ucs2Decode is punycode.ucs2.decode(string).
func (m *Module) ucs2Decode(c goja.FunctionCall) goja.Value {
	var out []any
	for _, r := range m.characters(c) {
		out = append(out, m.vm.ToValue(int64(r)))
	}
	return m.vm.NewArray(out...)
}

// ucs2Encode is punycode.ucs2.encode(codePoints).
func (m *Module) ucs2Encode(c goja.FunctionCall) goja.Value {
	var runes []rune
	m.vm.ForOf(c.Argument(0).ToObject(m.vm), func(v goja.Value) bool {
		f := v.ToFloat()
		if !(f >= 0 && f <= 0x10ffff) || f != float64(rune(f)) {
			panic(nodeerr.Plain(m.vm, "RangeError", "Invalid code point "+m.vm.ToValue(f).String()))
		}
		runes = append(runes, rune(f))
		return true
	})
	return stringOf(runes)
}
