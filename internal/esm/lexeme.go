package esm

import (
	"strings"
	"unicode/utf8"
)

// The readers here pass over one token each, beginning at t.at.

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

// isWordByte tells bytes of identifiers; everything beyond ASCII that is no
// white space is taken for one.
func isWordByte(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || isDigit(c) || c == '_' || c == '$' || c >= utf8.RuneSelf
}

func (t *tokenizer) word() {
	if t.text[t.at] == '#' {
		t.at++
	}
	for t.at < len(t.text) {
		c := t.text[t.at]
		switch {
		case c == '\\':
			t.escapedWord()
		case c >= utf8.RuneSelf:
			if size, _ := wideBlank(t.text[t.at:]); size > 0 {
				return
			}
			_, size := utf8.DecodeRuneInString(t.text[t.at:])
			t.at += size
		case isWordByte(c):
			t.at++
		default:
			return
		}
	}
}

// escapedWord passes over \u0061 or \u{61}.
func (t *tokenizer) escapedWord() {
	t.at++
	if strings.HasPrefix(t.text[t.at:], "u{") {
		if end := strings.IndexByte(t.text[t.at:], '}'); end >= 0 {
			t.at += end + 1
		}
	}
}

// number passes over any literal that begins with a digit or a dot.
func (t *tokenizer) number() {
	start := t.at
	for t.at < len(t.text) {
		c := t.text[t.at]
		exponent := (c == '+' || c == '-') && t.at > start && (t.text[t.at-1]|0x20) == 'e' &&
			!strings.HasPrefix(t.text[start:], "0x") && !strings.HasPrefix(t.text[start:], "0X")
		if !isWordByte(c) && c != '.' && !exponent || c >= utf8.RuneSelf {
			return
		}
		t.at++
	}
}

func (t *tokenizer) quoted(quote byte) kind {
	for t.at++; t.at < len(t.text); t.at++ {
		switch t.text[t.at] {
		case '\\':
			t.at++
			if t.at+1 < len(t.text) && t.text[t.at] == '\r' && t.text[t.at+1] == '\n' {
				t.at++
			}
		case quote:
			t.at++
			return stringToken
		case '\n', '\r':
			return badToken
		}
	}
	t.at = len(t.text)
	return badToken
}

// template passes over a template up to ${ or its end.
func (t *tokenizer) template() kind {
	for ; t.at < len(t.text); t.at++ {
		switch t.text[t.at] {
		case '\\':
			t.at++
		case '`':
			t.at++
			return templateToken
		case '$':
			if strings.HasPrefix(t.text[t.at:], "${") {
				t.at += 2
				t.push(frame{kind: templateFrame, call: -1})
				return templateToken
			}
		}
	}
	t.at = len(t.text)
	return badToken
}

func (t *tokenizer) regexp() kind {
	class := false
	for t.at++; t.at < len(t.text); t.at++ {
		switch t.text[t.at] {
		case '\\':
			t.at++
		case '[':
			class = true
		case ']':
			class = false
		case '\n', '\r':
			return badToken
		case '/':
			if class {
				continue
			}
			for t.at++; t.at < len(t.text) && isWordByte(t.text[t.at]); t.at++ {
			}
			return regexpToken
		}
	}
	t.at = len(t.text)
	return badToken
}

// longPunctuators are those of more than one character that matter here.
var longPunctuators = []string{"...", "=>", "++", "--", "?.", "??", "&&", "||"}

func (t *tokenizer) punctuator() {
	rest := t.text[t.at:]
	for _, p := range longPunctuators {
		if !strings.HasPrefix(rest, p) {
			continue
		}
		if p == "?." && len(rest) > 2 && isDigit(rest[2]) {
			break // a condition before .5
		}
		t.at += len(p)
		return
	}
	t.at++
}
