package buffer

import (
	"strings"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/nodeerr"
)

const (
	invalidCharacter     = "Invalid character"
	notCorrectlyEncoded  = "The string to be decoded is not correctly encoded."
	invalidCharacterCode = 5
)

func (m *Module) invalidCharacter(message string) *goja.Object {
	return m.domException(message, "InvalidCharacterError", invalidCharacterCode)
}

// inputArgument is the argument of atob and btoa as a string.
func (m *Module) inputArgument(c goja.FunctionCall) text {
	if len(c.Arguments) == 0 {
		panic(nodeerr.New(m.vm, "ERR_MISSING_ARGS", "\"input\" argument"))
	}
	v := c.Arguments[0]
	if _, ok := v.(*goja.Symbol); ok {
		panic(m.vm.NewTypeError("Cannot convert a Symbol value to a string"))
	}
	return textOf(v)
}

// btoa is buffer.btoa(data): base64 of a string of Latin-1 characters.
func (m *Module) btoa(c goja.FunctionCall) goja.Value {
	t := m.inputArgument(c)
	if !t.ascii {
		for _, u := range t.asUnits() {
			if u > 0xFF {
				panic(m.invalidCharacter(invalidCharacter))
			}
		}
	}
	return m.encodeString(Base64, unsafeBytes(t.lowBytes()))
}

// atob is buffer.atob(data): the WHATWG forgiving-base64 decode, which skips
// white space but is strict about everything else.
func (m *Module) atob(c goja.FunctionCall) goja.Value {
	t := m.inputArgument(c)
	if !t.ascii {
		panic(m.invalidCharacter(invalidCharacter))
	}
	s := strings.Map(func(r rune) rune {
		if strings.ContainsRune("\t\n\f\r ", r) {
			return -1
		}
		return r
	}, t.s)
	digits := strings.TrimSuffix(strings.TrimSuffix(s, "="), "=")
	for i := range len(digits) {
		if c := digits[i]; base64Values[c] == noBase64Digit || c == '-' || c == '_' {
			panic(m.invalidCharacter(invalidCharacter))
		}
	}
	switch padding := len(s) - len(digits); {
	case len(digits)%4 == 1:
		panic(m.invalidCharacter(notCorrectlyEncoded))
	case padding > 0 && len(s)%4 != 0:
		panic(m.invalidCharacter(invalidCharacter))
	}
	b := make([]byte, len(digits)/4*3+len(digits)%4*3/4)
	decodeBase64(b, digits)
	return m.encodeString(Latin1, b)
}
