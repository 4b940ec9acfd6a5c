package script

import (
	"fmt"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// MaxJSONDepth is the deepest nesting of JSON text that may be given to the
// engine, whose parser recurses on the Go stack.
const MaxJSONDepth = 10000

// JSONDepth is the deepest nesting of brackets in text, outside strings.
func JSONDepth(text string) int {
	depth, deepest := 0, 0
	for i := 0; i < len(text); i++ {
		switch text[i] {
		case '"':
			for i++; i < len(text) && text[i] != '"'; i++ {
				if text[i] == '\\' {
					i++
				}
			}
		case '[', '{':
			depth++
			deepest = max(deepest, depth)
		case ']', '}':
			depth--
		}
	}
	return deepest
}

// JSONError words what is wrong with a JSON text as V8's JSON.parse does. It
// reports false for a text that is right.
func JSONError(text string) (string, bool) {
	s := &jsonScanner{text: text}
	s.document()
	return s.message, s.message != ""
}

// jsonScanner walks a JSON text until its first mistake. Open brackets are
// kept in a slice, so that no nesting is too deep for it.
type jsonScanner struct {
	text    string
	pos     int
	open    []byte
	message string
}

// document is a value with white space around it.
func (s *jsonScanner) document() {
	for s.value() {
		// A value is complete: close brackets until one goes on.
		if !s.afterValue() {
			return
		}
	}
}

// value scans up to the end of one scalar or empty container, or into a
// container, whose first value it then scans.
func (s *jsonScanner) value() bool {
	for {
		s.space()
		switch c := s.peek(); {
		case c == '{':
			s.pos++
			s.space()
			if s.peek() == '}' {
				s.pos++
				return true
			}
			s.open = append(s.open, '{')
			if s.peek() != '"' {
				return s.expected("Expected property name or '}'")
			}
			if !s.propertyName() {
				return false
			}
		case c == '[':
			s.pos++
			s.space()
			if s.peek() == ']' {
				s.pos++
				return true
			}
			s.open = append(s.open, '[')
		case c == '"':
			return s.str()
		case c == '-' || c >= '0' && c <= '9':
			return s.number()
		case c == 't':
			return s.literal("true")
		case c == 'f':
			return s.literal("false")
		case c == 'n':
			return s.literal("null")
		default:
			return s.unexpected()
		}
	}
}

// afterValue reports whether another value follows.
func (s *jsonScanner) afterValue() bool {
	for {
		s.space()
		if len(s.open) == 0 {
			if s.pos < len(s.text) {
				return s.expected("Unexpected non-whitespace character after")
			}
			return false
		}
		inner := s.open[len(s.open)-1]
		switch c := s.peek(); {
		case c == ',' && inner == '[':
			s.pos++
			return true
		case c == ',':
			s.pos++
			s.space()
			if s.peek() != '"' {
				return s.expected("Expected double-quoted property name")
			}
			return s.propertyName()
		case c == ']' && inner == '[', c == '}' && inner == '{':
			s.pos++
			s.open = s.open[:len(s.open)-1]
		case inner == '[':
			return s.expected("Expected ',' or ']' after array element")
		default:
			return s.expected("Expected ',' or '}' after property value")
		}
	}
}

func (s *jsonScanner) propertyName() bool {
	if !s.str() {
		return false
	}
	s.space()
	if s.peek() != ':' {
		return s.expected("Expected ':' after property name")
	}
	s.pos++
	return true
}

func (s *jsonScanner) str() bool {
	for s.pos++; s.pos < len(s.text); s.pos++ {
		switch c := s.text[s.pos]; {
		case c == '"':
			s.pos++
			return true
		case c < ' ':
			return s.expected("Bad control character in string literal")
		case c == '\\':
			if !s.escape() {
				return false
			}
		}
	}
	return s.expected("Unterminated string")
}

// escape scans an escape sequence and stops at its last character.
func (s *jsonScanner) escape() bool {
	s.pos++
	switch c := s.peek(); {
	case s.pos >= len(s.text):
		return s.unexpected()
	case strings.IndexByte(`"\/bfnrt`, c) >= 0:
		return true
	case c != 'u':
		return s.expected("Bad escaped character")
	}
	for range 4 {
		s.pos++
		if s.pos >= len(s.text) || strings.IndexByte("0123456789abcdefABCDEF", s.text[s.pos]) < 0 {
			return s.expected("Bad Unicode escape")
		}
	}
	return true
}

func (s *jsonScanner) number() bool {
	if s.peek() == '-' {
		s.pos++
		if !s.digit() {
			return s.expected("No number after minus sign")
		}
	}
	if s.peek() == '0' {
		s.pos++
		if s.digit() {
			return s.expected("Unexpected number")
		}
	}
	s.digits()
	if s.peek() == '.' {
		s.pos++
		if !s.digit() {
			return s.expected("Unterminated fractional number")
		}
		s.digits()
	}
	if c := s.peek(); c == 'e' || c == 'E' {
		s.pos++
		if c := s.peek(); c == '+' || c == '-' {
			s.pos++
		}
		if !s.digit() {
			return s.expected("Exponent part is missing a number")
		}
		s.digits()
	}
	return true
}

func (s *jsonScanner) literal(word string) bool {
	for i := range len(word) {
		if s.pos >= len(s.text) || s.text[s.pos] != word[i] {
			return s.unexpected()
		}
		s.pos++
	}
	return true
}

func (s *jsonScanner) digits() {
	for s.digit() {
		s.pos++
	}
}

func (s *jsonScanner) digit() bool {
	c := s.peek()
	return c >= '0' && c <= '9'
}

func (s *jsonScanner) space() {
	for s.pos < len(s.text) && strings.IndexByte(" \t\n\r", s.text[s.pos]) >= 0 {
		s.pos++
	}
}

// peek is the next byte, or 0 at the end.
func (s *jsonScanner) peek() byte {
	if s.pos < len(s.text) {
		return s.text[s.pos]
	}
	return 0
}

// expected ends the scan with a text that names the position.
func (s *jsonScanner) expected(what string) bool {
	before := s.text[:s.pos]
	position := UTF16Len(before)
	line, column := jsonPosition(before)
	in := " in JSON"
	if strings.HasSuffix(what, " after") {
		in = " JSON"
	}
	s.message = fmt.Sprintf("%s%s at position %d (line %d column %d)", what, in, position, line, column)
	return false
}

// jsonPosition is the line and column behind a text, both from 1. Only CR, LF
// and CR LF end lines here.
func jsonPosition(before string) (line, column int) {
	line, start := 1, 0
	for i := range len(before) {
		c := before[i]
		if c == '\n' || c == '\r' && (i+1 == len(before) || before[i+1] != '\n') {
			line, start = line+1, i+1
		}
	}
	return line, UTF16Len(before[start:]) + 1
}

// unexpected ends the scan at a token that cannot be here.
func (s *jsonScanner) unexpected() bool {
	rest := s.text[s.pos:]
	switch {
	case rest == "":
		s.message = "Unexpected end of JSON input"
	case isSpecialJSON(s.text):
		s.message = fmt.Sprintf("%q is not valid JSON", s.text)
	case rest[0] == '"':
		return s.expected("Unexpected string")
	case rest[0] == '-' || rest[0] >= '0' && rest[0] <= '9':
		return s.expected("Unexpected number")
	default:
		s.message = fmt.Sprintf("Unexpected token '%c', %s is not valid JSON", firstUnit(rest), s.context())
	}
	return false
}

// isSpecialJSON tells the texts of values that were no text to begin with.
func isSpecialJSON(text string) bool {
	switch text {
	case "NaN", "Infinity", "undefined", "[object Object]":
		return true
	}
	return false
}

// jsonContext is the number of characters that V8 shows on each side.
const jsonContext = 10

// context is the text around the position, in quotes.
func (s *jsonScanner) context() string {
	text := utf16.Encode([]rune(s.text))
	if len(text) <= 2*jsonContext {
		return `"` + s.text + `"`
	}
	at := UTF16Len(s.text[:s.pos])
	from, to := 0, len(text)
	head, tail := "", ""
	if at >= jsonContext {
		head, from = "...", at-jsonContext
	}
	if at < len(text)-jsonContext {
		tail, to = "...", at+jsonContext
	}
	return head + `"` + string(utf16.Decode(text[from:to])) + `"` + tail
}

// firstUnit is the first UTF-16 unit of s as text: half of a surrogate pair is
// U+FFFD.
func firstUnit(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	if r > 0xFFFF {
		return utf8.RuneError
	}
	return r
}
