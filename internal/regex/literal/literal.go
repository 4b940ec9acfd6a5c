// Package literal hides a regular expression inside a pattern that goja
// accepts whatever the expression is: goja's own objects carry it, and
// modules/regexp, which does all the matching, takes it out again. Programs
// that goja refuses because of a regular expression compile once Rewrite has
// been over their tree.
package literal

import (
	"reflect"
	"strconv"
	"strings"
	"unicode/utf16"

	"github.com/dop251/goja/ast"
)

// prefix begins every hidden pattern. As a pattern of its own it could never
// match, so nobody writes it.
const prefix = "[]gonode"

// Encode hides a source text with its flags.
func Encode(source []uint16, flags string) string {
	var b strings.Builder
	b.Grow(len(prefix) + len(flags) + 1 + 2*len(source))
	b.WriteString(prefix)
	b.WriteString(flags)
	b.WriteByte('_')
	for _, u := range source {
		if plain(u) {
			b.WriteByte(byte(u))
			continue
		}
		b.WriteByte('Z')
		const digits = "0123456789abcdef"
		for shift := 12; shift >= 0; shift -= 4 {
			b.WriteByte(digits[u>>shift&15])
		}
	}
	return b.String()
}

// plain reports whether a unit stands for itself.
func plain(u uint16) bool {
	return 'a' <= u && u <= 'z' || 'A' <= u && u < 'Z' || '0' <= u && u <= '9'
}

// Decode takes out what Encode has hidden.
func Decode(pattern string) (source []uint16, flags string, ok bool) {
	rest, ok := strings.CutPrefix(pattern, prefix)
	if !ok {
		return nil, "", false
	}
	flags, body, ok := strings.Cut(rest, "_")
	if !ok {
		return nil, "", false
	}
	source = make([]uint16, 0, len(body))
	for i := 0; i < len(body); i++ {
		if plain(uint16(body[i])) {
			source = append(source, uint16(body[i]))
			continue
		}
		if body[i] != 'Z' || i+5 > len(body) {
			return nil, "", false
		}
		u, err := strconv.ParseUint(body[i+1:i+5], 16, 16)
		if err != nil {
			return nil, "", false
		}
		source = append(source, uint16(u))
		i += 4
	}
	return source, flags, true
}

// Rewrite hides every regular expression of a tree. It reports whether there
// was one. check may refuse an expression: it is given the source and the
// flags, and its error comes back with the literal.
func Rewrite(tree *ast.Program, check func(source []uint16, flags string) error) (found bool, bad *ast.RegExpLiteral, err error) {
	w := walker{seen: map[uintptr]bool{}, check: check}
	w.walk(reflect.ValueOf(tree))
	return w.found, w.bad, w.err
}

// walker visits the nodes of a tree, whatever their types.
type walker struct {
	seen  map[uintptr]bool
	check func([]uint16, string) error
	found bool
	bad   *ast.RegExpLiteral
	err   error
}

func (w *walker) walk(v reflect.Value) {
	switch v.Kind() {
	case reflect.Interface:
		w.walk(v.Elem())
	case reflect.Pointer:
		w.pointer(v)
	case reflect.Struct:
		for i := range v.NumField() {
			w.walk(v.Field(i))
		}
	case reflect.Slice:
		for i := range v.Len() {
			w.walk(v.Index(i))
		}
	}
}

func (w *walker) pointer(v reflect.Value) {
	if v.IsNil() || w.seen[v.Pointer()] || !strings.HasPrefix(v.Type().Elem().PkgPath(), astPath) {
		return
	}
	w.seen[v.Pointer()] = true
	if lit, ok := v.Interface().(*ast.RegExpLiteral); ok {
		w.literal(lit)
		return
	}
	w.walk(v.Elem())
}

// astPath is the package of the nodes; pointers to anything else are not
// followed.
var astPath = reflect.TypeFor[ast.Program]().PkgPath()

func (w *walker) literal(lit *ast.RegExpLiteral) {
	if strings.HasPrefix(lit.Pattern, prefix) {
		return
	}
	w.found = true
	source := utf16.Encode([]rune(lit.Pattern))
	if w.check != nil && w.err == nil {
		if err := w.check(source, lit.Flags); err != nil {
			w.bad, w.err = lit, err
			return
		}
	}
	lit.Pattern, lit.Flags = Encode(source, lit.Flags), ""
}
