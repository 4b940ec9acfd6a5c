package regexp

import (
	"strconv"
	"strings"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/binding"
)

// lastMatch is what the older statics of RegExp tell about.
type lastMatch struct {
	input    goja.String
	caps     []int32
	assigned goja.Value // what a script has assigned to RegExp.input
}

func (l *lastMatch) init() { l.input = emptyString }

func (l *lastMatch) set(s goja.String, caps []int32) {
	l.input, l.assigned = s, nil
	l.caps = append(l.caps[:0], caps[:min(len(caps), 20)]...)
	if len(caps) > 20 {
		l.caps = append(l.caps, caps[len(caps)-2:]...)
	}
}

// group is capture i, or the empty string.
func (l *lastMatch) group(i int) goja.Value {
	if 2*i+1 >= len(l.caps) || l.caps[2*i] < 0 || l.caps[2*i+1] < 0 {
		return emptyString
	}
	return l.input.Substring(int(l.caps[2*i]), int(l.caps[2*i+1]))
}

func (l *lastMatch) left() goja.Value {
	if len(l.caps) == 0 {
		return emptyString
	}
	return l.input.Substring(0, int(l.caps[0]))
}

func (l *lastMatch) right() goja.Value {
	if len(l.caps) == 0 {
		return emptyString
	}
	return l.input.Substring(int(l.caps[1]), l.input.Length())
}

// lastParen is the last capture, if there is one besides the match.
func (l *lastMatch) lastParen() goja.Value {
	if len(l.caps) <= 2 {
		return emptyString
	}
	return l.group(len(l.caps)/2 - 1)
}

func (l *lastMatch) current() goja.Value {
	if l.assigned != nil {
		return l.assigned
	}
	return l.input
}

// installStatics adds RegExp.escape, $1 to $9 and what tells of the last
// match. Where V8 has a setter that does nothing, so has this.
func (r *regexps) installStatics() {
	l := &r.last
	ignore := func(_, _ goja.Value) {}
	var list []binding.Accessor
	add := func(get func() goja.Value, set func(this, v goja.Value), names ...string) {
		for _, name := range names {
			list = append(list, binding.Accessor{Name: name, Get: func(goja.Value) goja.Value { return get() }, Set: set})
		}
	}
	add(l.current, func(_, v goja.Value) { l.assigned = r.str(v) }, "input", "$_")
	add(func() goja.Value { return l.group(0) }, ignore, "lastMatch", "$&")
	add(l.lastParen, ignore, "lastParen", "$+")
	add(l.left, ignore, "leftContext", "$`")
	add(l.right, ignore, "rightContext", "$'")
	for i := 1; i <= 9; i++ {
		add(func() goja.Value { return l.group(i) }, ignore, "$"+strconv.Itoa(i))
	}
	binding.Accessors(r.vm, r.ctor, false, list...)
	binding.HiddenMethods(r.vm, r.ctor, binding.Method{Name: "escape", Length: 1, Fn: r.escape})
}

// escape is RegExp.escape.
func (r *regexps) escape(c goja.FunctionCall) goja.Value {
	s, ok := c.Argument(0).(goja.String)
	if !ok {
		panic(r.vm.NewTypeError("input argument must be a string"))
	}
	var out []uint16
	add := func(text string) {
		for _, b := range []byte(text) {
			out = append(out, uint16(b))
		}
	}
	n := s.Length()
	for i := range n {
		u := s.CharAt(i)
		paired := u&0xFC00 == 0xD800 && i+1 < n && s.CharAt(i+1)&0xFC00 == 0xDC00 ||
			u&0xFC00 == 0xDC00 && i > 0 && s.CharAt(i-1)&0xFC00 == 0xD800
		switch {
		case i == 0 && alphanumeric(u):
			add(`\x` + strconv.FormatUint(uint64(u), 16))
		case u < 128 && strings.ContainsRune(`^$\.*+?()[]{}|/`, rune(u)):
			out = append(out, '\\', u)
		case u >= '\t' && u <= '\r':
			out = append(out, '\\', uint16("tnvfr"[u-'\t']))
		case u < 128 && strings.ContainsRune(",-=<>#&!%:;@~'`\"", rune(u)) || u == ' ' || u == 0xA0:
			add(`\x` + strconv.FormatUint(uint64(u), 16))
		case u&0xF800 == 0xD800 && !paired, isSpace(u):
			add(`\u` + strconv.FormatUint(uint64(u)+0x10000, 16)[1:])
		default:
			out = append(out, u)
		}
	}
	return goja.StringFromUTF16(out)
}

func alphanumeric(u uint16) bool {
	return '0' <= u && u <= '9' || 'a' <= u && u <= 'z' || 'A' <= u && u <= 'Z'
}

// isSpace reports whether a unit beyond Latin-1 is white space.
func isSpace(u uint16) bool {
	return u == 0x1680 || 0x2000 <= u && u <= 0x200A || u == 0x2028 || u == 0x2029 || u == 0x202F ||
		u == 0x205F || u == 0x3000 || u == 0xFEFF
}
