package script

import (
	"errors"
	"strings"
)

// ErrTooDeep is what a text is refused with whose parse would need more stack
// than the program has: the parser recurses, and a Go stack that is full ends
// the program. V8 throws a RangeError with this message for such a text, at a
// fraction of these depths.
//
//lint:ignore ST1005 scripts see this text
var ErrTooDeep = errors.New("Maximum call stack size exceeded")

const (
	// freeText is the size up to which no text is examined.
	freeText = 64 << 10
	// maxBrackets is the deepest nesting of brackets.
	maxBrackets = 5_000
	// maxChain is the longest chain of operators, each of which may hold
	// the next. It counts the brackets, too.
	maxChain = 50_000
	// arrowWeight is what an arrow counts: a function within a function
	// costs the compiler far more than an operator.
	arrowWeight = 10
)

// tooDeep reports whether text may be nested too deeply. It reads tokens and
// no grammar, so what it counts is a bound that written code stays far below.
func tooDeep(text string) bool {
	if len(text) <= freeText {
		return false
	}
	n := &nesting{text: text}
	for n.at < len(n.text) {
		if n.token(); n.chain > maxChain || len(n.open) > maxBrackets {
			return true
		}
	}
	return false
}

// bracket is one that is open.
type bracket struct {
	char      byte // '$' for the ${ of a template
	chain     int  // the chain around it
	statement bool // the head of if, for, while or with
}

// nesting counts how deep the parser would be.
type nesting struct {
	text    string
	at      int
	open    []bracket
	chain   int  // operators since the last statement or list element
	operand bool // the last token ended an expression
	head    bool // the last token was if, for, while or with
	newline bool // a line ended after the last token
}

// token reads one token, comment or blank.
func (n *nesting) token() {
	c := n.text[n.at]
	switch {
	case c == '\n':
		n.newline = true
		n.at++
	case c == ' ' || c == '\t' || c == '\r':
		n.at++
	case n.comment():
	case isWordByte(c):
		n.word()
	case c == '"' || c == '\'':
		n.at = endOfString(n.text, n.at)
		n.operandToken()
	case c == '`':
		n.at++
		n.template()
	case c == '/' && !n.operand:
		n.at = endOfRegExp(n.text, n.at)
		n.operandToken()
	default:
		n.punctuator(c)
	}
}

// comment skips a comment.
func (n *nesting) comment() bool {
	rest := n.text[n.at:]
	end := 0
	switch {
	case strings.HasPrefix(rest, "//"):
		end = strings.IndexByte(rest, '\n')
	case strings.HasPrefix(rest, "/*"):
		if end = strings.Index(rest[2:], "*/"); end >= 0 {
			end += 4
		}
	default:
		return false
	}
	if end < 0 {
		end = len(rest)
	}
	n.at += end
	return true
}

func isWordByte(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_' || c == '$' || c == '#' || c >= 0x80 || c == '\\'
}

// prefixes are the words that hold what follows them.
var prefixes = map[string]bool{
	"typeof": true, "void": true, "delete": true, "new": true, "await": true, "yield": true, "return": true,
	"throw": true, "else": true, "do": true, "in": true, "of": true, "instanceof": true, "extends": true, "case": true,
	"if": true, "for": true, "while": true, "with": true,
}

func (n *nesting) word() {
	start := n.at
	for n.at < len(n.text) && isWordByte(n.text[n.at]) {
		n.at++
	}
	word := n.text[start:n.at]
	if !prefixes[word] {
		n.operandToken()
		return
	}
	if word != "in" && word != "of" && word != "instanceof" && word != "else" {
		n.lineStart()
	}
	n.chain++
	n.operand, n.newline = false, false
	n.head = word == "if" || word == "for" || word == "while" || word == "with"
}

// operandToken notes a name, a number, a string or the like.
func (n *nesting) operandToken() {
	n.lineStart()
	n.operand, n.head, n.newline = true, false, false
}

// lineStart ends the statement where a semicolon was left out: an expression
// ended, and on the next line another begins.
func (n *nesting) lineStart() {
	if n.newline && n.operand {
		n.chain = n.base()
	}
}

// base is the chain at the last bracket.
func (n *nesting) base() int {
	if len(n.open) == 0 {
		return 0
	}
	return n.open[len(n.open)-1].chain
}

// template reads the text of a template up to its end or to a ${.
func (n *nesting) template() {
	for n.at < len(n.text) {
		switch {
		case n.text[n.at] == '\\':
			n.at++
		case n.text[n.at] == '`':
			n.at++
			n.operandToken()
			return
		case strings.HasPrefix(n.text[n.at:], "${"):
			n.at += 2
			n.push('$')
			return
		}
		n.at++
	}
}

func (n *nesting) push(char byte) {
	n.chain++
	n.open = append(n.open, bracket{char: char, chain: n.chain, statement: n.head})
	n.operand, n.head, n.newline = false, false, false
}

// pop closes the last bracket, whichever it was.
func (n *nesting) pop() {
	if len(n.open) == 0 {
		return
	}
	last := n.open[len(n.open)-1]
	n.open = n.open[:len(n.open)-1]
	n.chain = last.chain - 1
	if last.char == '$' {
		n.template()
		return
	}
	// What follows the head of a statement is held by it.
	n.operand, n.newline = !last.statement, false
	if last.statement {
		n.chain++
	}
}

func (n *nesting) punctuator(c byte) {
	n.at++
	switch c {
	case '(', '[', '{':
		n.push(c)
	case ')', ']', '}':
		n.pop()
	case ';', ',':
		n.chain = n.base()
		n.operand, n.head, n.newline = false, false, false
	case '>':
		if n.text[n.at-2:n.at] == "=>" {
			n.chain += arrowWeight
		}
		n.operand = false
	default:
		n.chain++
		n.operand, n.head, n.newline = false, false, false
	}
}

// endOfString is the position after the string that begins at i; it ends at
// the end of the line at the latest.
func endOfString(text string, i int) int {
	quote := text[i]
	for i++; i < len(text); i++ {
		switch text[i] {
		case '\\':
			i++
		case quote:
			return i + 1
		case '\n':
			return i
		}
	}
	return len(text)
}

// endOfRegExp is the same for a regular expression.
func endOfRegExp(text string, i int) int {
	class := false
	for i++; i < len(text); i++ {
		switch text[i] {
		case '\\':
			i++
		case '[':
			class = true
		case ']':
			class = false
		case '/':
			if !class {
				return i + 1
			}
		case '\n':
			return i
		}
	}
	return len(text)
}
