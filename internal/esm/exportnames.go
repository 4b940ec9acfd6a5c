package esm

import (
	"slices"
	"strings"
)

// CommonJSExports is what the text of a CommonJS module tells about its
// exports.
type CommonJSExports struct {
	Names     []string
	Reexports []string // modules whose exports become its own
}

// ExportNames finds the names that a CommonJS module is going to export, as
// Node does: by the forms of assignment that people and compilers write
// (documentation of the npm package cjs-module-lexer). An ES module, or a text
// with an unbalanced bracket, has none.
func ExportNames(text string) CommonJSExports {
	r := &exportReader{tokenizer: newTokenizer(text), requires: map[string]string{}, unsafe: map[string]bool{}}
	if !r.readTokens() {
		return CommonJSExports{}
	}
	for r.at = 0; r.at < len(r.tokens); r.at++ {
		r.word()
	}
	names := slices.DeleteFunc(r.names, func(name string) bool { return r.unsafe[name] })
	return CommonJSExports{Names: names, Reexports: r.reexports}
}

// exportReader looks for forms among the tokens of a text.
type exportReader struct {
	*tokenizer
	tokens []lexeme
	depths []int // brackets that are open before each token
	at     int

	names     []string
	reexports []string
	requires  map[string]string // variable of the top level -> module
	unsafe    map[string]bool   // names with getters that may do anything
}

// readTokens reports false for what is no CommonJS module.
func (r *exportReader) readTokens() bool {
	for {
		depth := r.depth()
		tok := r.next()
		switch {
		case tok.kind == badToken:
			return false
		case tok.kind == endToken:
			return depth == 0
		}
		if depth == 0 && r.statementOfModule(tok) {
			return false
		}
		r.tokens = append(r.tokens, tok)
		r.depths = append(r.depths, depth)
	}
}

// statementOfModule tells export, and import that is no call. The token after
// import decides, so it is looked at when that has come.
func (r *exportReader) statementOfModule(tok lexeme) bool {
	if n := len(r.tokens); n > 0 {
		last := r.tokens[n-1]
		afterDot := n > 1 && r.is(r.tokens[n-2], ".")
		if r.is(last, "import") && !afterDot && r.depths[n-1] == 0 && !r.is(tok, "(") && !r.is(tok, ".") {
			return true
		}
	}
	return r.is(tok, "export") && !r.dot
}

// peek is the text of the token at an offset from the current one, and empty
// for what is neither a word nor a punctuator.
func (r *exportReader) peek(offset int) string {
	i := r.at + offset
	if i < 0 || i >= len(r.tokens) {
		return ""
	}
	if k := r.tokens[i].kind; k != wordToken && k != punctuator {
		return ""
	}
	return r.value(r.tokens[i])
}

// match reports whether the given tokens stand at an offset.
func (r *exportReader) match(offset int, texts ...string) bool {
	for i, text := range texts {
		if r.peek(offset+i) != text {
			return false
		}
	}
	return true
}

// text is the value of the string at an offset.
func (r *exportReader) text(offset int) (string, bool) {
	i := r.at + offset
	if i < 0 || i >= len(r.tokens) || r.tokens[i].kind != stringToken {
		return "", false
	}
	return unquote(r.value(r.tokens[i]))
}

// name is the word at an offset.
func (r *exportReader) name(offset int) (string, bool) {
	i := r.at + offset
	if i < 0 || i >= len(r.tokens) || r.tokens[i].kind != wordToken {
		return "", false
	}
	word := r.value(r.tokens[i])
	return word, isName(word)
}

// isName tells names from numbers and from words with escapes in them.
func isName(word string) bool {
	return word != "" && !isDigit(word[0]) && word[0] != '#' && !strings.Contains(word, `\`)
}

func (r *exportReader) add(name string) {
	if !slices.Contains(r.names, name) {
		r.names = append(r.names, name)
	}
}

func (r *exportReader) pass(module string) {
	if !slices.Contains(r.reexports, module) {
		r.reexports = append(r.reexports, module)
	}
}

// exportsAt is the number of tokens of `exports` or `module.exports` at an
// offset, or 0.
func (r *exportReader) exportsAt(offset int) int {
	if before := r.peek(offset - 1); before == "." || before == "?." {
		return 0
	}
	switch {
	case r.match(offset, "exports"):
		return 1
	case r.match(offset, "module", ".", "exports"):
		return 3
	}
	return 0
}

// requireAt is the module of `require("x")` at an offset, and how many tokens
// that is.
func (r *exportReader) requireAt(offset int) (string, int) {
	if r.match(offset, "require", "(") {
		if module, ok := r.text(offset + 2); ok && r.match(offset+3, ")") {
			return module, 4
		}
	}
	return "", 0
}

func (r *exportReader) word() {
	if r.tokens[r.at].kind != wordToken {
		return
	}
	switch r.peek(0) {
	case "exports", "module":
		if n := r.exportsAt(0); n > 0 {
			r.assignment(n)
		}
	case "Object":
		r.object()
	case "__export", "__exportStar":
		if r.match(1, "(") {
			if module, n := r.requireAt(2); n > 0 {
				r.pass(module)
			}
		}
	case "var", "let", "const":
		if r.depths[r.at] == 0 {
			r.variable()
		}
	}
}

// assignment reads what follows `exports` or `module.exports`.
func (r *exportReader) assignment(n int) {
	switch {
	case r.match(n, "."):
		if name, ok := r.name(n + 1); ok && r.assigns(n+2) {
			r.add(name)
		}
	case r.match(n, "["):
		if name, ok := r.text(n + 1); ok && r.match(n+2, "]") && r.assigns(n+3) {
			r.add(name)
		}
	case n == 3 && r.assigns(n):
		r.whole(n + 1)
	}
}

// assigns tells an equals sign. That of a comparison is taken for one, too, as
// on Node.
func (r *exportReader) assigns(offset int) bool { return r.match(offset, "=") }

// whole reads what is assigned to module.exports.
func (r *exportReader) whole(offset int) {
	if len(r.reexports) > 0 {
		r.reexports = nil
	}
	if r.match(offset, "{") {
		r.literal(offset + 1)
		return
	}
	if module, n := r.requireAt(offset); n > 0 {
		r.pass(module)
	}
}

// literal reads an object literal up to the first value that is not as simple
// as a name.
func (r *exportReader) literal(i int) {
	for {
		switch {
		case r.match(i, "..."):
			i++
			if module, n := r.requireAt(i); n > 0 {
				r.pass(module)
				i += n
			} else if _, ok := r.name(i); ok {
				i++
			} else {
				return
			}
		default:
			next, ok := r.property(i)
			if !ok {
				return
			}
			i = next
		}
		if !r.match(i, ",") {
			return
		}
		i++
	}
}

// property reads `a`, `a: b` or `'a': b`.
func (r *exportReader) property(i int) (next int, ok bool) {
	name, isWord := r.name(i)
	_, twoWords := r.name(i + 1) // get a() {}
	if isWord && !r.match(i+1, ":") && !twoWords {
		r.add(name)
		return i + 1, true
	}
	if !isWord {
		if name, ok = r.text(i); !ok {
			return i, false
		}
	}
	if _, ok := r.name(i + 2); !ok || !r.match(i+1, ":") {
		return i, false
	}
	r.add(name)
	return i + 3, true
}

// object reads Object.defineProperty and Object.keys.
func (r *exportReader) object() {
	switch {
	case r.match(1, ".", "defineProperty", "("):
		n := r.exportsAt(4)
		if n == 0 || !r.match(4+n, ",") {
			return
		}
		if name, ok := r.text(5 + n); ok && r.match(6+n, ",", "{") {
			r.descriptor(name, 8+n)
		}
	case r.match(1, ".", "keys", "("):
		r.eachKey()
	}
}

// descriptor reads the descriptor of an export: one with a value, or a getter
// that does no more than return something.
func (r *exportReader) descriptor(name string, i int) {
	if r.match(i, "enumerable", ":", "true", ",") {
		i += 4
	}
	if r.match(i, "value", ":") {
		r.add(name)
		return
	}
	switch {
	case r.match(i, "get", ":", "function"):
		i += 3
		if _, ok := r.name(i); ok {
			i++
		}
	case r.match(i, "get", "("):
		i++
	default:
		if r.match(i, "get") {
			r.unsafe[name] = true
		}
		return
	}
	if r.getter(i) {
		r.add(name)
		return
	}
	r.unsafe[name] = true
}

// getter reads `() { return a.b; }` and the end of the descriptor.
func (r *exportReader) getter(i int) bool {
	if !r.match(i, "(", ")", "{", "return") {
		return false
	}
	i += 4
	if _, ok := r.name(i); !ok {
		return false
	}
	i++
	switch {
	case r.match(i, "."):
		if _, ok := r.name(i + 1); !ok {
			return false
		}
		i += 2
	case r.match(i, "["):
		if _, ok := r.text(i + 1); !ok || !r.match(i+2, "]") {
			return false
		}
		i += 3
	}
	if r.match(i, ";") {
		i++
	}
	if !r.match(i, "}") {
		return false
	}
	i++
	if r.match(i, ",") {
		i++
	}
	return r.match(i, "}", ")")
}

// variable notes `var a = require("x")`, also inside the helpers of compilers.
func (r *exportReader) variable() {
	name, ok := r.name(1)
	if !ok || !r.assigns(2) {
		return
	}
	i := 3
	for {
		if module, n := r.requireAt(i); n > 0 {
			r.requires[name] = module
			return
		}
		helper, ok := r.name(i)
		if !ok || helper != "_interopRequireWildcard" || !r.match(i+1, "(") {
			return
		}
		i += 2
	}
}

// eachKey reads how Babel passes on the exports of a module:
// Object.keys(_a).forEach(function (key) { ... exports[key] = _a[key] ... }).
func (r *exportReader) eachKey() {
	variable, ok := r.name(4)
	if !ok || !r.match(5, ")", ".", "forEach", "(", "function", "(") {
		return
	}
	key, ok := r.name(11)
	if !ok || !r.match(12, ")", "{", "if", "(", key) {
		return
	}
	module, known := r.requires[variable]
	if !known {
		return
	}
	depth := r.depths[r.at+13]
	for i := 14; r.at+i < len(r.tokens) && r.depths[r.at+i] > depth; i++ {
		n := r.exportsAt(i)
		assigned := n > 0 && r.match(i+n, "[", key, "]", "=", variable, "[", key, "]")
		defined := r.match(i, "Object", ".", "defineProperty", "(", "exports", ",", key)
		if assigned || defined {
			r.pass(module)
			return
		}
	}
}
