package script

import (
	"errors"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/dop251/goja"
	"github.com/dop251/goja/parser"
)

// SyntaxError is a text that does not parse, worded as V8 words it where goja
// tells enough.
type SyntaxError struct {
	Message string
	File    string
	Line    int    // from 1
	Column  int    // from 1, in UTF-16 units
	Width   int    // of the offending token; 0 at the end of the text
	Text    string // the line
	Code    string // Node's, for TypeScript
}

func (e *SyntaxError) Error() string {
	return fmt.Sprintf("%s:%d:%d: SyntaxError: %s", e.File, e.Line, e.Column, e.Message)
}

func syntaxError(name, text string, err error) *SyntaxError {
	var known *SyntaxError
	if errors.As(err, &known) {
		return known
	}
	return shiftedSyntaxError(name, text, err, 0)
}

// shiftedSyntaxError is for a text that was parsed with shift bytes put before
// it.
func shiftedSyntaxError(name, text string, err error, shift int) *SyntaxError {
	e := &SyntaxError{File: name}
	column := 1
	var list parser.ErrorList
	var compile *goja.CompilerSyntaxError
	switch {
	case errors.As(err, &list) && len(list) > 0:
		first := list[0]
		e.Message, e.Line, column = first.Message, first.Position.Line, first.Position.Column
	case errors.As(err, &compile) && compile.File != nil:
		p := compile.File.Position(compile.Offset)
		e.Message, e.Line, column = compile.Message, p.Line, p.Column
	default:
		e.Message, e.Line = err.Error(), 1
	}
	if e.Line == 1 {
		column -= shift
	}
	e.place(text, column)
	return e
}

// place fills in what the text tells about the error at a byte column.
func (e *SyntaxError) place(text string, column int) {
	lines := Lines(text)
	if e.Line > len(lines) {
		e.Line = len(lines)
		column = len(lines[e.Line-1]) + 1
	}
	e.Text = lines[e.Line-1]
	at := e.reword(min(max(column-1, 0), len(e.Text)))
	e.Column = UTF16Len(e.Text[:at]) + 1
	if e.Message != "Unexpected end of input" {
		e.Width = max(UTF16Len(tokenAt(e.Text[at:])), 1)
		if width, ok := regExpWidth(e.Message); ok {
			e.Width = width
		}
	} else {
		e.Column = UTF16Len(e.Text) + 1
	}
}

// v8Wording maps goja's messages to V8's.
var v8Wording = map[string]string{
	"Unexpected token ILLEGAL":                           "Invalid or unexpected token",
	"Illegal continue statement":                         "Illegal continue statement: no surrounding iteration statement",
	"Already saw a default in switch":                    "More than one default clause in switch statement",
	"Not a valid left-value expression":                  "Invalid left-hand side in assignment",
	"Octal literals are not allowed in strict mode":      "Octal literals are not allowed in strict mode.",
	"Delete of an unqualified identifier in strict mode": "Delete of an unqualified identifier in strict mode.",
	"Illegal newline after throw":                        "Illegal newline after throw",
}

// reword puts goja's message into V8's words and returns the offset in the
// line that V8 points at.
func (e *SyntaxError) reword(at int) int {
	token := tokenAt(e.Text[at:])
	if await, ok := strings.CutSuffix(strings.TrimRight(e.Text[:at], " \t"), "await"); ok &&
		e.Message == "Unexpected identifier" && endsBetweenWords(await) {
		e.Message = "await is only valid in async functions and the top level bodies of modules"
		return len(await)
	}
	switch msg, known := v8Wording[e.Message]; {
	case known:
		e.Message = msg
	case e.Message == "Unexpected reserved word" && token == "import":
		e.Message = "Cannot use import statement outside a module"
	case e.Message == "Unexpected reserved word" && token == "export":
		e.Message = "Unexpected token 'export'"
	case e.Message == "Unexpected identifier":
		e.Message = "Unexpected identifier '" + token + "'"
	case strings.HasPrefix(e.Message, "Unexpected token "):
		e.Message = "Unexpected token '" + e.Message[len("Unexpected token "):] + "'"
	case strings.HasSuffix(e.Message, "' already exists"):
		e.Message = strings.TrimSuffix(e.Message, " already exists") + " has already been declared"
	}
	return at
}

// endsBetweenWords reports whether a word could begin right after s.
func endsBetweenWords(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(s)
	return s == "" || !isIdentifierPart(r)
}

// tokenAt is the token that s begins with: a word, a number, a string, or one
// character.
func tokenAt(s string) string {
	if s == "" {
		return ""
	}
	first, size := utf8.DecodeRuneInString(s)
	if first == '"' || first == '\'' {
		return stringToken(s, byte(first))
	}
	if !isIdentifierPart(first) && first != '#' {
		return s[:size]
	}
	end := size
	for end < len(s) {
		r, n := utf8.DecodeRuneInString(s[end:])
		if !isIdentifierPart(r) {
			break
		}
		end += n
	}
	return s[:end]
}

func stringToken(s string, quote byte) string {
	for i := 1; i < len(s); i++ {
		switch s[i] {
		case '\\':
			i++
		case quote:
			return s[:i+1]
		}
	}
	return s
}

func isIdentifierPart(r rune) bool {
	return r == '_' || r == '$' || unicode.IsLetter(r) || unicode.IsDigit(r)
}

// UTF16Len is the length of s as JavaScript counts it.
func UTF16Len(s string) int {
	n := 0
	for _, r := range s {
		n++
		if r > 0xFFFF {
			n++
		}
	}
	return n
}

// Lines splits text at JavaScript's line terminators. It has at least one
// element.
func Lines(text string) []string {
	starts := LineStarts(text)
	lines := make([]string, len(starts))
	for i, start := range starts {
		end := len(text)
		if i+1 < len(starts) {
			end = starts[i+1]
		}
		lines[i] = strings.TrimRight(text[start:end], "\n\r\u2028\u2029")
	}
	return lines
}

// LineStarts are the offsets at which the lines of text begin; the first is 0.
func LineStarts(text string) []int {
	starts := []int{0}
	for i := 0; i < len(text); {
		n := terminator(text[i:])
		i += max(n, 1)
		if n > 0 {
			starts = append(starts, i)
		}
	}
	return starts
}

// terminator is the length of the line terminator that s begins with, or 0.
func terminator(s string) int {
	switch {
	case s[0] == '\n':
		return 1
	case s[0] == '\r':
		if len(s) > 1 && s[1] == '\n' {
			return 2
		}
		return 1
	case s[0] == 0xE2 && len(s) > 2 && s[1] == 0x80 && (s[2] == 0xA8 || s[2] == 0xA9):
		return 3
	}
	return 0
}
