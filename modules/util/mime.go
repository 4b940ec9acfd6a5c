package util

import (
	"slices"
	"strconv"
	"strings"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/binding"
	"github.com/gonode/gonode/internal/nodeerr"
)

// The grammar of MIME types (WHATWG "MIME Sniffing Standard", section 4) on
// texts in WTF-8.

// mimeBlanks is HTTP whitespace.
const mimeBlanks = "\r\n\t "

func isTokenByte(c byte) bool {
	return c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' ||
		strings.IndexByte("!#$%&'*+-.^_`|~", c) >= 0
}

// notToken is the index of the first character of s that no token has, or -1.
func notToken(s string) int {
	for i := 0; i < len(s); i++ {
		if !isTokenByte(s[i]) {
			return i
		}
	}
	return -1
}

// notQuotable is the index, in UTF-16 units, of the first character that no
// value of a parameter has, or -1.
func notQuotable(s string) int {
	units := 0
	for _, r := range s {
		if r != '\t' && (r < ' ' || r == 0x7f || r > 0xff) {
			return units
		}
		units++
	}
	return -1
}

// mimeError makes ERR_INVALID_MIME_SYNTAX; a position below zero is not told.
func (m *Module) mimeError(what, text string, position int) *goja.Object {
	at := ""
	if position >= 0 {
		at = " at " + strconv.Itoa(position)
	}
	return nodeerr.New(m.vm, "ERR_INVALID_MIME_SYNTAX", what, text, at)
}

// token checks a part of a MIME type and writes it in lower case. Errors
// print whole.
func (m *Module) token(what, part, whole string) string {
	if at := notToken(part); part == "" || at >= 0 {
		panic(m.mimeError(what, whole, at))
	}
	return lowerASCII(part)
}

// lowerASCII leaves other letters as they are.
func lowerASCII(s string) string {
	return strings.Map(func(r rune) rune {
		if r >= 'A' && r <= 'Z' {
			return r + 'a' - 'A'
		}
		return r
	}, s)
}

// parseMIME reads a MIME type.
func (m *Module) parseMIME(text string) *mimeState {
	kind, rest, found := strings.Cut(strings.TrimLeft(text, mimeBlanks), "/")
	if !found {
		panic(m.mimeError("type", text, notToken(kind)))
	}
	subtype, params, _ := strings.Cut(rest, ";")
	t := &mimeState{
		kind:    m.token("type", kind, text),
		subtype: m.token("subtype", strings.TrimRight(subtype, mimeBlanks), text),
		params:  &mimeList{},
	}
	t.params.parse(params)
	return t
}

// mimeList is the parameters of a MIME type, in order.
type mimeList struct{ pairs []mimeParam }

type mimeParam struct{ name, value string }

func (l *mimeList) index(name string) int {
	for i, p := range l.pairs {
		if p.name == name {
			return i
		}
	}
	return -1
}

func (l *mimeList) set(name, value string) {
	if i := l.index(name); i >= 0 {
		l.pairs[i].value = value
		return
	}
	l.pairs = append(l.pairs, mimeParam{name, value})
}

func (l *mimeList) remove(name string) {
	if i := l.index(name); i >= 0 {
		l.pairs = slices.Delete(l.pairs, i, i+1)
	}
}

// parse reads parameters and passes over what is none. The first of several
// with one name counts.
func (l *mimeList) parse(rest string) {
	for rest != "" {
		rest = strings.TrimLeft(rest, mimeBlanks)
		end := strings.IndexAny(rest, ";=")
		if end < 0 {
			return
		}
		name, isParam := lowerASCII(rest[:end]), rest[end] == '='
		rest = rest[end+1:]
		if !isParam {
			continue
		}
		value := ""
		quoted := strings.HasPrefix(rest, `"`)
		if quoted {
			value, rest = unquoteMIME(rest[1:])
			_, rest, _ = strings.Cut(rest, ";")
		} else {
			value, rest, _ = strings.Cut(rest, ";")
			value = strings.TrimRight(value, mimeBlanks)
		}
		if value == "" && !quoted || name == "" || notToken(name) >= 0 || notQuotable(value) >= 0 {
			continue
		}
		if l.index(name) < 0 {
			l.set(name, value)
		}
	}
}

// unquoteMIME reads a quoted string whose first quote is gone; one that does
// not end ends with the text.
func unquoteMIME(s string) (value, rest string) {
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c == '"':
			return b.String(), s[i+1:]
		case c == '\\' && i+1 < len(s):
			i++
			b.WriteByte(s[i])
		default:
			b.WriteByte(c)
		}
	}
	return b.String(), ""
}

// String writes the parameters, in quotes where they need them.
func (l *mimeList) String() string {
	parts := make([]string, len(l.pairs))
	for i, p := range l.pairs {
		value := p.value
		if value == "" || notToken(value) >= 0 {
			value = `"` + strings.NewReplacer(`"`, `\"`, `\`, `\\`).Replace(value) + `"`
		}
		parts[i] = p.name + "=" + value
	}
	return strings.Join(parts, ";")
}

// mimeState is the Go side of a MIMEType.
type mimeState struct {
	binding.Native
	kind, subtype string
	params        *mimeList
	object        *goja.Object // the MIMEParams
}

func (t *mimeState) essence() string { return t.kind + "/" + t.subtype }

func (t *mimeState) String() string {
	if params := t.params.String(); params != "" {
		return t.essence() + ";" + params
	}
	return t.essence()
}
