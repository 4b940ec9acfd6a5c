package regexp

import (
	"reflect"
	"unsafe"

	"github.com/dop251/goja"
)

// units gives the matcher the units of goja's strings without copying them.
// goja has three kinds: ASCII ones, UTF-16 ones, whose first unit is a byte
// order mark, and ones that came from Go, which know what they are only after
// a look. The last of these is remembered.
type units struct {
	imported goja.String
	text     []byte
	wide     []uint16
}

var unitSlice = reflect.TypeFor[[]uint16]()

// of returns the units of a string: bytes if all are ASCII, or else UTF-16.
func (u *units) of(s goja.String) ([]byte, []uint16) {
	v := reflect.ValueOf(s)
	switch v.Kind() {
	case reflect.String:
		return bytesOf(v.String()), nil
	case reflect.Slice:
		if wide := wideUnits(v, s.Length()); wide != nil {
			return nil, wide
		}
	case reflect.Pointer:
		if u.imported == s {
			return u.text, u.wide
		}
		text, wide := importedUnits(s)
		u.imported, u.text, u.wide = s, text, wide
		return text, wide
	}
	return nil, copied(s)
}

// wideUnits looks into goja's UTF-16 strings.
func wideUnits(v reflect.Value, length int) []uint16 {
	if !v.CanConvert(unitSlice) || v.Len() != length+1 {
		return nil
	}
	return v.Convert(unitSlice).Interface().([]uint16)[1:]
}

// importedUnits looks into a string that came from Go.
func importedUnits(s goja.String) ([]byte, []uint16) {
	n := s.Length()
	if text := s.String(); len(text) == n { // a character beyond ASCII has more bytes than units
		return bytesOf(text), nil
	}
	part := s.Substring(0, n)
	if v := reflect.ValueOf(part); v.Kind() == reflect.Slice {
		if wide := wideUnits(v, n); wide != nil {
			return nil, wide
		}
	}
	return nil, copied(s)
}

func copied(s goja.String) []uint16 {
	out := make([]uint16, s.Length())
	for i := range out {
		out[i] = s.CharAt(i)
	}
	return out
}

// bytesOf is the text as bytes that nobody may write to.
func bytesOf(text string) []byte {
	return unsafe.Slice(unsafe.StringData(text), len(text))
}

// wide is a string as UTF-16 units.
func (r *regexps) wide(s goja.String) []uint16 {
	narrow, wide := r.units.of(s)
	if wide != nil {
		return wide
	}
	out := make([]uint16, len(narrow))
	for i, b := range narrow {
		out[i] = uint16(b)
	}
	return out
}
