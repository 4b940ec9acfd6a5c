package assert

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// maxFrames is how far down the stack the caller of assert is looked for.
const maxFrames = 10

// callText is the source text of the assert call that is running, "" where
// the source is not at hand.
func (m *Module) callText() string {
	stacks := m.e.Stacks
	if stacks == nil || stacks.Source == nil {
		return ""
	}
	for _, f := range stacks.Capture(maxFrames) {
		if f.Eval {
			return "" // the engine keeps no source of it
		}
		if f.File == "" || strings.HasPrefix(f.File, "node:") {
			continue
		}
		src, ok := stacks.Source(f.File)
		if !ok {
			return ""
		}
		return callAt(src, f.Line, f.Column)
	}
	return ""
}

// callAt cuts the call expression out of the source whose name stands at, or
// before, a position: from the start of the name to its closing parenthesis,
// or to the end of the line.
func callAt(src string, line, column int) string {
	for ; line > 1; line-- {
		_, rest, ok := strings.Cut(src, "\n")
		if !ok {
			return ""
		}
		src = rest
	}
	text, _, _ := strings.Cut(src, "\n")
	start := nameStart(text, min(byteOffset(text, column-1), len(text)))
	text = strings.TrimLeft(text[start:], ".")
	if end := closingParen(text); end >= 0 {
		text = text[:end]
	}
	return escapeControls(strings.TrimRight(text, " \t\r"))
}

// byteOffset is where a column, counted in UTF-16 units, begins.
func byteOffset(text string, units int) int {
	for i, r := range text {
		if units <= 0 {
			return i
		}
		if units--; r > 0xFFFF {
			units--
		}
	}
	return len(text)
}

// nameStart goes back over names, dots and what is in brackets.
func nameStart(text string, at int) int {
	for at > 0 {
		switch c := text[at-1]; {
		case isNameByte(c):
			at--
		case c == ']':
			open := strings.LastIndexByte(text[:at], '[')
			if open < 0 {
				return at
			}
			at = open
		default:
			return at
		}
	}
	return at
}

func isNameByte(c byte) bool {
	return c >= utf8.RuneSelf || c == '.' || c == '_' || c == '$' ||
		c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z'
}

// closingParen is the offset behind the parenthesis that closes the first one,
// -1 when that is not closed.
func closingParen(s string) int {
	depth := 0
	var quote byte
	for i := 0; i < len(s); i++ {
		c := s[i]
		switch {
		case quote != 0:
			if c == '\\' {
				i++
			} else if c == quote {
				quote = 0
			}
		case c == '\'' || c == '"' || c == '`':
			quote = c
		case c == '(':
			depth++
		case c == ')':
			if depth--; depth == 0 {
				return i + 1
			}
		}
	}
	return -1
}

// controlNames are the control characters with an escape of their own.
var controlNames = map[rune]string{'\b': `\b`, '\f': `\f`}

// escapeControls makes control characters visible that would disturb the
// message.
func escapeControls(text string) string {
	var b strings.Builder
	for _, r := range text {
		switch name, named := controlNames[r]; {
		case named:
			b.WriteString(name)
		case r < ' ' && r != '\t' && r != '\n' && r != '\r':
			fmt.Fprintf(&b, "\\u%04x", r)
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}
