package esm

import (
	"strings"

	"github.com/gonode/gonode/internal/script"
)

// scanned is what the import and export statements of a text say, and the
// text without them. Byte for byte it is as long as the original.
type scanned struct {
	requests []Request
	imports  []Import
	exports  []Export
	declared []int // offsets of exported declarations
	fallback int   // offset of the default export's declaration; -1 for none
	function bool  // the default export is a function declaration
	origin   int   // where its text begins, when it is a function or class
	named    bool  // that declaration has a name of its own
	text     string
	syntax   bool // there is something that only a module may have
	edited   bool // the text has other names in it, for import() and import.meta
	dynamic  bool // import() is used
	metas    bool // import.meta is used
	names    names
}

// names are the identifiers that stand for what goja does not know. They do
// not occur in the text.
type names struct {
	dynamic, meta, fallback           string // import(), import.meta, the default export
	getters, ready, constant, missing string // see wrapper
}

// freshNames finds names that the text has not.
func freshNames(text string) names {
	const digits = "0123456789abcdefghijklmnopqrstuvwxyz"
	for i := 0; ; i++ {
		stem := "$" + string(digits[i/36/36%36]) + string(digits[i/36%36]) + string(digits[i%36]) + "_"
		if !strings.Contains(text, stem) {
			return names{stem + "i", stem + "m", stem + "d", stem + "g", stem + "r", stem + "c", stem + "a"}
		}
	}
}

// scanner walks over the tokens of a text and edits a copy of it.
type scanner struct {
	*tokenizer
	scanned
	name   string // of the file
	out    []byte
	seen   map[string]bool // exported names
	calls  []int           // offsets of dynamic imports; -1 for what turned out to be a method
	method int             // the call that ended with the last lexeme
	peeked *lexeme
}

func newScanner(name, text string) *scanner {
	s := &scanner{tokenizer: newTokenizer(text), name: name, out: []byte(text), seen: make(map[string]bool), method: -1}
	s.scanned.fallback = -1
	s.scanned.names = freshNames(text)
	return s
}

// scan reads a module's text.
func scan(name, text string) (result *scanned, err error) {
	s := newScanner(name, text)
	defer catchSyntax(&err)
	s.module()
	s.scanned.text = string(s.out)
	return &s.scanned, nil
}

// scanScript replaces what a CommonJS module or script may have of modules,
// which is import().
func scanScript(name, text string) (result *scanned, err error) {
	s := newScanner(name, text)
	defer catchSyntax(&err)
	for tok := s.read(); tok.kind != endToken && tok.kind != badToken; tok = s.read() {
		if s.wordHere(tok, "import") {
			s.importCall(tok)
		}
	}
	s.replaceCalls()
	s.scanned.text = string(s.out)
	return &s.scanned, nil
}

// syntaxFailure carries a *script.SyntaxError up to scan.
type syntaxFailure struct{ err *script.SyntaxError }

func catchSyntax(err *error) {
	switch x := recover().(type) {
	case nil:
	case syntaxFailure:
		*err = x.err
	default:
		panic(x)
	}
}

// read is the next lexeme.
func (s *scanner) read() lexeme {
	if s.peeked != nil {
		tok := *s.peeked
		s.peeked = nil
		return tok
	}
	return s.watch(s.tokenizer.next())
}

func (s *scanner) peek() lexeme {
	if s.peeked == nil {
		tok := s.watch(s.tokenizer.next())
		s.peeked = &tok
	}
	return *s.peeked
}

// watch finds out which of the calls of import are methods of that name: a
// body follows their parentheses.
func (s *scanner) watch(tok lexeme) lexeme {
	if s.method >= 0 && s.is(tok, "{") {
		s.calls[s.method] = -1
	}
	s.method = -1
	if s.is(tok, ")") && s.closed.call >= 0 && (s.enclosing() == objectFrame || s.enclosing() == classFrame) {
		s.method = s.closed.call
	}
	return tok
}

// wordHere tells a keyword that is not the name of a property.
func (s *scanner) wordHere(tok lexeme, word string) bool {
	return tok.kind == wordToken && s.value(tok) == word && !s.afterDot(tok)
}

func (s *scanner) afterDot(tok lexeme) bool {
	return s.peeked == nil && s.dot
}

func (s *scanner) module() {
	for {
		begins := s.statementNext()
		tok := s.read()
		switch {
		case tok.kind == endToken || tok.kind == badToken:
			s.replaceCalls()
			return
		case tok.kind != wordToken || s.dot:
		case s.value(tok) == "import":
			s.importWord(tok)
		case s.value(tok) == "export" && s.depth() == 0:
			s.syntax = true
			if !begins {
				s.unexpected(tok)
			}
			s.exportStatement(tok)
		}
	}
}

// statementNext reports whether the next token may begin a statement of the
// top level, going by the token before.
func (s *scanner) statementNext() bool {
	prev := s.tokenizer.prev
	switch prev.kind {
	case punctuator:
		text := s.value(prev)
		return text != ")" || !s.closed.head
	case wordToken:
		return s.value(prev) != "else" && s.value(prev) != "do"
	}
	return true
}

func (s *scanner) importWord(tok lexeme) {
	depth := s.depth()
	if s.importCall(tok) {
		return
	}
	if depth > 0 {
		s.unexpected(s.peek())
	}
	s.syntax = true
	s.importStatement(tok)
}

// importCall deals with import( and import.meta.
func (s *scanner) importCall(tok lexeme) bool {
	top := s.depth()
	next := s.peek()
	switch {
	case s.is(next, "("):
		s.frames[len(s.frames)-1].call = len(s.calls)
		s.calls = append(s.calls, tok.start)
		return true
	case s.is(next, "."):
		s.read()
		if property := s.peek(); s.is(property, "meta") {
			s.replace(tok.start, property.end, s.names.meta)
			s.syntax, s.edited, s.metas = true, true, true
		}
		return true
	case s.is(next, ":") || s.is(next, "=") || s.is(next, ";") || s.is(next, "}") || s.is(next, ")"):
		return true // the name of a property
	}
	return s.is(next, ",") && top > 0
}

func (s *scanner) replaceCalls() {
	for _, at := range s.calls {
		if at >= 0 {
			copy(s.out[at:], s.names.dynamic)
			s.edited, s.dynamic = true, true
		}
	}
}

// blank overwrites a part of the text with spaces. Lines stay.
func (s *scanner) blank(start, end int) {
	for i := start; i < end; i++ {
		switch {
		case s.out[i] == '\n' || s.out[i] == '\r':
		case s.out[i] == 0xE2 && i+2 < end && s.out[i+1] == 0x80 && s.out[i+2]&^1 == 0xA8:
			i += 2 // a line separator
		default:
			s.out[i] = ' '
		}
	}
}

// replace overwrites a part of the text with something shorter, which is one
// word, at its beginning.
func (s *scanner) replace(start, end int, with string) {
	s.blank(start, end)
	copy(s.out[start:], with)
}

// remove takes a statement out. The semicolon ends the statement before it, as
// the keyword did.
func (s *scanner) remove(start, end int) { s.replace(start, end, ";") }

const badTokenMessage = "Invalid or unexpected token"

// unexpected raises V8's error for a token that may not come here.
func (s *scanner) unexpected(tok lexeme) {
	text := s.value(tok)
	switch tok.kind {
	case endToken:
		s.fail(tok, "Unexpected end of input")
	case stringToken:
		s.fail(tok, "Unexpected string")
	case numberToken:
		s.fail(tok, "Unexpected number")
	case templateToken:
		s.fail(tok, "Unexpected template string")
	case badToken:
		s.fail(tok, badTokenMessage)
	case wordToken:
		if !reserved[text] {
			s.fail(tok, "Unexpected identifier '"+text+"'")
		}
	}
	s.fail(tok, "Unexpected token '"+text+"'")
}

func (s *scanner) fail(at lexeme, message string) {
	panic(syntaxFailure{syntaxError(s.name, s.tokenizer.text, at.start, at.end, message)})
}

// syntaxError is an error about a part of the text.
func syntaxError(name, text string, start, end int, message string) *script.SyntaxError {
	starts := script.LineStarts(text)
	line := 1
	for line < len(starts) && starts[line] <= start {
		line++
	}
	return &script.SyntaxError{
		Message: message, File: name, Line: line,
		Column: script.UTF16Len(text[starts[line-1]:start]) + 1,
		Width:  max(script.UTF16Len(text[start:end]), 1),
		Text:   script.Lines(text)[line-1],
	}
}

// reserved are the words that are never names.
var reserved = func() map[string]bool {
	words := map[string]bool{}
	for _, w := range strings.Fields(`await break case catch class const continue debugger default delete do else enum
		export extends false finally for function if import in instanceof new null return super switch this throw true
		try typeof var void while with yield let static implements interface package private protected public`) {
		words[w] = true
	}
	return words
}()
