package esm

import (
	"strings"
	"unicode/utf8"
)

// kind is the type of a token.
type kind uint8

const (
	endToken kind = iota
	wordToken
	stringToken
	numberToken
	templateToken // a part of a template, up to ${ or the end
	regexpToken
	punctuator
	badToken // what does not end
)

// token is a piece of the text.
type lexeme struct {
	kind       kind
	start, end int
	newline    bool // a line ends before it
}

// frameKind says what a bracket belongs to.
type frameKind uint8

const (
	parenFrame frameKind = iota
	bracketFrame
	blockFrame
	objectFrame
	classFrame
	templateFrame
)

// frame is an open bracket.
type frame struct {
	kind     frameKind
	head     bool // ( after if, for, while or with
	ternary  int  // question marks without their colon
	call     int  // dynamic import whose ( this is, by its index; -1 for none
	classing bool // a class head is being read
}

// tokenizer reads JavaScript without parsing it. It has to tell regular
// expressions from divisions; it does so by the token before and by what kind
// of bracket has just been closed.
type tokenizer struct {
	text    string
	at      int
	frames  []frame
	prev    lexeme // the last token that was read
	dot     bool   // and the one before it was a dot
	closed  frame  // the bracket that prev closes
	classes bool   // a class head is being read at this depth
	ternary int    // question marks whose colon has not come, at this depth
	colon   bool   // the last colon belonged to one of them
}

func newTokenizer(text string) *tokenizer {
	t := &tokenizer{text: text}
	if strings.HasPrefix(text, "\uFEFF") {
		t.at = len("\uFEFF")
	}
	if strings.HasPrefix(text[t.at:], "#!") {
		t.at = lineEnd(text, t.at)
	}
	return t
}

func (t *tokenizer) value(k lexeme) string { return t.text[k.start:k.end] }

// is tells a word or punctuator by its text.
func (t *tokenizer) is(k lexeme, text string) bool {
	return (k.kind == wordToken || k.kind == punctuator) && t.value(k) == text
}

// next reads a token.
func (t *tokenizer) next() lexeme {
	newline := t.skipBlanks()
	tok := lexeme{start: t.at, newline: newline}
	if t.at >= len(t.text) {
		tok.end = t.at
		return tok
	}
	wasDot := t.prev.kind == punctuator && (t.is(t.prev, ".") || t.is(t.prev, "?."))
	c := t.text[t.at]
	switch {
	case c == '"' || c == '\'':
		tok.kind = t.quoted(c)
	case c == '`':
		t.at++
		tok.kind = t.template()
	case isDigit(c) || c == '.' && t.at+1 < len(t.text) && isDigit(t.text[t.at+1]):
		tok.kind = numberToken
		t.number()
	case isWordByte(c) || c == '#' || c == '\\':
		tok.kind = wordToken
		t.word()
	case c == '/' && t.operandNext():
		tok.kind = t.regexp()
	case c == '}' && t.inFrame(templateFrame):
		t.pop()
		t.at++
		tok.kind = t.template()
	default:
		tok.kind = punctuator
		t.punctuator()
	}
	tok.end = t.at
	t.note(tok, wasDot)
	return tok
}

// note updates what the tokenizer knows about its surroundings.
func (t *tokenizer) note(tok lexeme, wasDot bool) {
	if tok.kind == wordToken && !wasDot && t.value(tok) == "class" {
		t.classes = true
	}
	if tok.kind == punctuator {
		t.bracket(tok)
	}
	t.prev, t.dot = tok, wasDot
}

// bracket follows brackets and question marks.
func (t *tokenizer) bracket(tok lexeme) {
	switch t.value(tok) {
	case "(":
		head := t.prev.kind == wordToken && !t.dot && parenHeads[t.value(t.prev)]
		t.push(frame{kind: parenFrame, head: head, call: -1})
	case "[":
		t.push(frame{kind: bracketFrame, call: -1})
	case "{":
		t.push(frame{kind: t.braceKind(), call: -1})
	case ")", "]", "}":
		t.pop()
	case "?":
		t.ternary++
	case ":":
		if t.colon = t.ternary > 0; t.colon {
			t.ternary--
		}
		t.classes = false
	case ",", ";", "=":
		t.classes = false // "class" was the name of a property
	}
}

func (t *tokenizer) push(f frame) {
	f.ternary, f.classing = t.ternary, t.classes
	if f.kind == classFrame {
		f.classing = false
	}
	t.ternary, t.classes = 0, false
	t.frames = append(t.frames, f)
}

func (t *tokenizer) pop() {
	n := len(t.frames)
	if n == 0 {
		t.closed = frame{kind: blockFrame, call: -1}
		return
	}
	t.closed = t.frames[n-1]
	t.frames = t.frames[:n-1]
	t.ternary, t.classes = t.closed.ternary, t.closed.classing
}

func (t *tokenizer) inFrame(k frameKind) bool {
	return len(t.frames) > 0 && t.frames[len(t.frames)-1].kind == k
}

// enclosing is the kind of the innermost open bracket.
func (t *tokenizer) enclosing() frameKind {
	if len(t.frames) == 0 {
		return blockFrame
	}
	return t.frames[len(t.frames)-1].kind
}

// depth is the number of open brackets.
func (t *tokenizer) depth() int { return len(t.frames) }

// parenHeads are the words whose parentheses stand before a statement.
var parenHeads = map[string]bool{"if": true, "for": true, "while": true, "with": true}

// operandWords are the words after which an operand comes.
var operandWords = map[string]bool{
	"return": true, "typeof": true, "instanceof": true, "in": true, "of": true, "new": true, "delete": true,
	"void": true, "throw": true, "case": true, "do": true, "else": true, "yield": true, "await": true,
	"default": true, "extends": true,
}

// braceKind tells what a brace opens that comes now.
func (t *tokenizer) braceKind() frameKind {
	if t.classes && !(t.prev.kind == wordToken && t.value(t.prev) == "extends") {
		return classFrame
	}
	switch t.prev.kind {
	case punctuator:
		switch t.value(t.prev) {
		case ")", ";", "{", "}", "=>":
			return blockFrame
		case ":":
			if t.enclosing() == blockFrame && !t.colon {
				return blockFrame
			}
		}
		return objectFrame
	case wordToken:
		word := t.value(t.prev)
		if !t.dot && operandWords[word] && word != "do" && word != "else" {
			return objectFrame
		}
	case templateToken:
		if t.inFrame(templateFrame) {
			return objectFrame
		}
	}
	return blockFrame
}

// operandNext reports whether an operand may come now, so that a slash begins
// a regular expression.
func (t *tokenizer) operandNext() bool {
	switch t.prev.kind {
	case endToken:
		return true
	case punctuator:
		switch t.value(t.prev) {
		case ")":
			return t.closed.kind == parenFrame && t.closed.head
		case "]", "++", "--":
			return false
		case "}":
			return t.closed.kind != objectFrame
		}
		return true
	case wordToken:
		return !t.dot && operandWords[t.value(t.prev)]
	case templateToken:
		return t.inFrame(templateFrame) && t.text[t.prev.end-1] == '{'
	}
	return false
}

// skipBlanks passes over white space and comments and reports whether a line
// has ended.
func (t *tokenizer) skipBlanks() (newline bool) {
	for t.at < len(t.text) {
		c := t.text[t.at]
		switch {
		case c == '\n' || c == '\r':
			newline = true
			t.at++
		case c == ' ' || c == '\t' || c == '\v' || c == '\f':
			t.at++
		case c == '/' && strings.HasPrefix(t.text[t.at:], "//"):
			t.at = lineEnd(t.text, t.at)
		case c == '/' && strings.HasPrefix(t.text[t.at:], "/*"):
			end := strings.Index(t.text[t.at+2:], "*/")
			if end < 0 {
				end = len(t.text) - t.at - 4
			}
			stop := min(t.at+2+end+2, len(t.text))
			newline = newline || strings.ContainsAny(t.text[t.at:stop], "\n\r\u2028\u2029")
			t.at = stop
		case c >= utf8.RuneSelf:
			size, line := wideBlank(t.text[t.at:])
			if size == 0 {
				return newline
			}
			newline = newline || line
			t.at += size
		default:
			return newline
		}
	}
	return newline
}

// wideBlank is the size of the white space that s begins with, beyond ASCII.
func wideBlank(s string) (size int, line bool) {
	r, size := utf8.DecodeRuneInString(s)
	switch {
	case r == '\u2028' || r == '\u2029':
		return size, true
	case r == '\u00A0' || r == '\uFEFF' || r == '\u1680' || r >= '\u2000' && r <= '\u200A' || r == '\u202F' ||
		r == '\u205F' || r == '\u3000':
		return size, false
	}
	return 0, false
}

func lineEnd(text string, at int) int {
	if n := strings.IndexAny(text[at:], "\n\r\u2028\u2029"); n >= 0 {
		return at + n
	}
	return len(text)
}
