package buffer

import (
	"reflect"
	"unicode/utf8"
	"unsafe"

	"github.com/dop251/goja"
)

// Values of primitives belong to no VM, and making them needs none.
var (
	noVM        *goja.Runtime
	zero        = noVM.ToValue(0)
	emptyString = noVM.ToValue("")
)

// text is a JavaScript string as Go reads it without copying: either s, which
// is well-formed UTF-8, or UTF-16 units when the string has been handled as
// such by the engine or holds lone surrogates.
type text struct {
	s     string
	units []uint16
	wide  bool // units is it
	ascii bool // s is all ASCII
}

// textOf opens a string value. goja keeps a string in one of three forms: an
// ASCII string, UTF-16 units behind a mark, or a string that came from Go and
// that nobody has looked into yet.
func textOf(v goja.Value) text {
	str, ok := v.(goja.String)
	if !ok {
		str = noVM.ToValue(v.String()).(goja.String)
	}
	rv := reflect.ValueOf(str)
	switch rv.Kind() {
	case reflect.String:
		return text{s: str.String(), ascii: true}
	case reflect.Slice:
		if rv.Len() == str.Length()+1 && rv.Type().Elem().Kind() == reflect.Uint16 {
			units := unsafe.Slice((*uint16)(rv.UnsafePointer()), rv.Len())
			return text{units: units[1:], wide: true}
		}
		return text{units: unitsOf(str), wide: true}
	}
	s := str.String()
	if isASCII(unsafeBytes(s)) {
		return text{s: s, ascii: true}
	}
	if !utf8.ValidString(s) {
		s = string([]rune(s)) // goja reads a bad byte as U+FFFD
	}
	return text{s: s}
}

// unitsOf copies the units of a string one by one, whatever its form.
func unitsOf(str goja.String) []uint16 {
	units := make([]uint16, str.Length())
	for i := range units {
		units[i] = str.CharAt(i)
	}
	return units
}

// asUnits is the string in UTF-16.
func (t *text) asUnits() []uint16 {
	if !t.wide {
		t.units, t.wide = unitsOfUTF8(t.s), true
	}
	return t.units
}

// length is the string's length property.
func (t *text) length() int {
	if t.ascii {
		return len(t.s)
	}
	return len(t.asUnits())
}

// at is charCodeAt(i).
func (t *text) at(i int) uint16 {
	if t.ascii {
		return uint16(t.s[i])
	}
	return t.asUnits()[i]
}

// lowBytes is the string with each unit cut to its low byte: Latin-1, and
// what Node looks digits up by.
func (t *text) lowBytes() string {
	if t.ascii {
		return t.s
	}
	units := t.asUnits()
	b := make([]byte, len(units))
	narrow(b, units)
	return unsafeString(b)
}

// byteLength is Buffer.byteLength: for base64 and hex an estimate that does
// not look at the digits.
func (t *text) byteLength(enc Encoding) int {
	switch enc {
	case UTF8:
		if t.wide {
			return utf8SizeOfUnits(t.units)
		}
		return len(t.s)
	case UTF16LE:
		return 2 * t.length()
	case Hex:
		return t.length() / 2
	case Base64, Base64URL:
		return t.base64Size()
	}
	return t.length()
}

func (t *text) base64Size() int {
	n := t.length()
	var last, before uint16
	if n > 0 {
		last = t.at(n - 1)
	}
	if n > 1 {
		before = t.at(n - 2)
	}
	return base64Size(n, last, before)
}

// encode writes the bytes of the string that fit into dst, characters never
// in part, and returns their number.
func (t *text) encode(dst []byte, enc Encoding) int {
	switch enc {
	case UTF8:
		if t.wide {
			n, _ := utf8FromUnits(dst, t.units)
			return n
		}
		return copy(dst, truncateUTF8(t.s, len(dst)))
	case UTF16LE:
		if t.ascii {
			return utf16LEFromASCII(dst, t.s)
		}
		return utf16LEFromUnits(dst, t.asUnits())
	case Base64, Base64URL:
		return decodeBase64(dst, t.lowBytes())
	case Hex:
		return decodeHex(dst, t.lowBytes())
	}
	if t.ascii {
		return copy(dst, t.s)
	}
	return narrow(dst, t.asUnits())
}

// bytes is the whole string in a new slice.
func (t *text) bytes(enc Encoding) []byte {
	dst := make([]byte, t.byteLength(enc))
	return dst[:t.encode(dst, enc)]
}

// DecodeString gives the bytes of a JavaScript string, as Buffer.from does.
// Lone surrogates become EF BF BD in UTF-8; bad digits end or are skipped.
func DecodeString(s goja.Value, enc Encoding) []byte {
	t := textOf(s)
	return t.bytes(enc)
}

// ByteLength is Buffer.byteLength of a JavaScript string.
func ByteLength(s goja.Value, enc Encoding) int {
	t := textOf(s)
	return t.byteLength(enc)
}

// EncodeToString makes the JavaScript string that buf.toString(enc) gives.
func EncodeToString(vm *goja.Runtime, enc Encoding, b []byte) goja.Value {
	switch enc {
	case UTF8:
		return utf8Value(vm, b)
	case UTF16LE:
		return goja.StringFromUTF16(unitsOfUTF16LE(b))
	case Latin1:
		if isASCII(b) {
			return vm.ToValue(string(b))
		}
		return goja.StringFromUTF16(widen(b))
	case ASCII:
		return vm.ToValue(unsafeString(maskASCII(b)))
	case Base64, Base64URL:
		return vm.ToValue(unsafeString(encodeBase64(b, enc)))
	case Hex:
		return vm.ToValue(unsafeString(encodeHex(b)))
	}
	panic("buffer: unknown encoding " + enc.String())
}

// utf8Value leaves the scan for characters that are not ASCII to goja, which
// does it when the string is first looked into: text that is only passed on
// (to JSON.parse, to another socket) never needs it.
func utf8Value(vm *goja.Runtime, b []byte) goja.Value {
	if isUTF8(b) {
		return vm.ToValue(string(b))
	}
	return vm.ToValue(unsafeString(repairUTF8(b)))
}

// unsafeString is b as a string; b must not be written to afterwards.
func unsafeString(b []byte) string { return unsafe.String(unsafe.SliceData(b), len(b)) }

// unsafeBytes is s as bytes, for reading only.
func unsafeBytes(s string) []byte { return unsafe.Slice(unsafe.StringData(s), len(s)) }
