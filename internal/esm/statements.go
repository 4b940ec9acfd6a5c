package esm

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// importStatement reads what follows the keyword import.
func (s *scanner) importStatement(keyword lexeme) {
	first := len(s.imports)
	tok := s.read()
	if tok.kind != stringToken {
		s.importClause(tok)
		tok = s.from()
	}
	request, end := s.request(tok)
	for i := first; i < len(s.imports); i++ {
		s.imports[i].Request = request
	}
	s.remove(keyword.start, end)
}

// importClause reads `a`, `* as a`, `{ a, b as c }` and the combinations that
// begin with a name.
func (s *scanner) importClause(tok lexeme) {
	if tok.kind == wordToken {
		s.bind(tok, Default, tok)
		if !s.is(s.peek(), ",") {
			return
		}
		s.read()
		tok = s.read()
	}
	switch {
	case s.is(tok, "*"):
		s.expect("as")
		s.bind(tok, Namespace, s.read())
	case s.is(tok, "{"):
		s.list(func(name lexeme, text string) {
			local := name
			if s.is(s.peek(), "as") {
				s.read()
				local = s.read()
			}
			if local.kind == stringToken {
				s.fail(local, "Unexpected reserved word")
			}
			s.bind(name, text, local)
		})
	default:
		s.unexpected(tok)
	}
}

// bind notes an imported name.
func (s *scanner) bind(name lexeme, imported string, local lexeme) {
	text := s.value(local)
	switch {
	case local.kind == wordToken && reserved[text]:
		s.fail(local, "Unexpected reserved word")
	case local.kind != wordToken:
		s.unexpected(local)
	case text == "eval" || text == "arguments":
		s.fail(local, "Unexpected eval or arguments in strict mode")
	}
	for i := range s.imports {
		if s.imports[i].Local == text {
			s.fail(local, "Identifier '"+text+"' has already been declared")
		}
	}
	s.imports = append(s.imports, Import{Name: imported, Local: text, Offset: name.start})
}

// list reads names in braces, the first of which has been read.
func (s *scanner) list(item func(name lexeme, text string)) {
	for {
		tok := s.read()
		if s.is(tok, "}") {
			return
		}
		item(tok, s.exportName(tok))
		switch tok = s.read(); {
		case s.is(tok, "}"):
			return
		case !s.is(tok, ","):
			s.unexpected(tok)
		}
	}
}

// exportName is a word or a string.
func (s *scanner) exportName(tok lexeme) string {
	switch tok.kind {
	case wordToken:
		return s.value(tok)
	case stringToken:
		text, ok := unquote(s.value(tok))
		if !ok {
			s.fail(tok, "Invalid module export name: contains unpaired surrogate")
		}
		return text
	}
	s.unexpected(tok)
	return ""
}

func (s *scanner) expect(word string) {
	if tok := s.read(); !s.is(tok, word) {
		s.unexpected(tok)
	}
}

// from reads `from "x"` up to the string.
func (s *scanner) from() lexeme {
	s.expect("from")
	return s.read()
}

// request reads the attributes of a module's specifier and the end of the
// statement.
func (s *scanner) request(specifier lexeme) (index, end int) {
	if specifier.kind != stringToken {
		s.unexpected(specifier)
	}
	text, _ := unquote(s.value(specifier))
	r := Request{Specifier: text, Offset: specifier.start}
	end = specifier.end
	if s.is(s.peek(), "with") {
		s.read()
		if open := s.read(); !s.is(open, "{") {
			s.unexpected(open)
		}
		s.list(func(name lexeme, key string) {
			s.expect(":")
			value := s.read()
			if value.kind != stringToken {
				s.unexpected(value)
			}
			if slices.ContainsFunc(r.Attributes, func(a Attribute) bool { return a.Key == key }) {
				s.fail(name, "Import attribute has duplicate key '"+key+"'")
			}
			text, _ := unquote(s.value(value))
			r.Attributes = append(r.Attributes, Attribute{key, text})
		})
		end = s.prevEnd()
	}
	end = s.semicolon(end)
	for i := range s.requests {
		if s.requests[i].Specifier == r.Specifier && slices.Equal(s.requests[i].Attributes, r.Attributes) {
			return i, end
		}
	}
	s.requests = append(s.requests, r)
	return len(s.requests) - 1, end
}

// prevEnd is the end of the token that has just been read.
func (s *scanner) prevEnd() int { return s.tokenizer.prev.end }

// semicolon ends a statement, as automatic semicolon insertion allows.
func (s *scanner) semicolon(end int) int {
	next := s.peek()
	switch {
	case s.is(next, ";"):
		s.read()
		return next.end
	case next.kind != endToken && !next.newline:
		s.unexpected(next)
	}
	return end
}

// exportStatement reads what follows the keyword export.
func (s *scanner) exportStatement(keyword lexeme) {
	switch next := s.peek(); {
	case s.is(next, "*"):
		s.read()
		s.exportAll(keyword, next)
	case s.is(next, "{"):
		s.read()
		s.exportList(keyword)
	case s.is(next, "default"):
		s.read()
		s.exportDefault(keyword, next)
	case next.kind == wordToken && declarations[s.value(next)]:
		s.declared = append(s.declared, next.start)
		s.remove(keyword.start, keyword.end)
	default:
		s.unexpected(keyword)
	}
}

// declarations are the words that a declaration begins with.
var declarations = map[string]bool{
	"var": true, "let": true, "const": true, "function": true, "class": true, "async": true,
}

// exportAll reads `* from "x"` and `* as a from "x"`.
func (s *scanner) exportAll(keyword, star lexeme) {
	e := Export{Import: Namespace, Offset: star.start}
	if s.is(s.peek(), "as") {
		s.read()
		name := s.read()
		e.Name, e.Offset = s.exportName(name), name.start
		s.unique(name, e.Name)
	}
	request, end := s.request(s.from())
	e.Request = request
	s.exports = append(s.exports, e)
	s.remove(keyword.start, end)
}

// exportList reads `{ a, b as c }`, with or without a module.
func (s *scanner) exportList(keyword lexeme) {
	first := len(s.exports)
	var quoted *lexeme
	s.list(func(name lexeme, text string) {
		e := Export{Name: text, Local: text, Request: -1, Offset: name.start}
		if name.kind == stringToken || reserved[text] {
			quoted = &name
		}
		as := name
		if s.is(s.peek(), "as") {
			s.read()
			as = s.read()
			e.Name = s.exportName(as)
		}
		s.unique(as, e.Name)
		s.exports = append(s.exports, e)
	})
	end := s.prevEnd()
	if !s.is(s.peek(), "from") {
		if quoted != nil && quoted.kind == stringToken {
			s.fail(*quoted, "String literal module export names must be followed by a 'from' clause")
		} else if quoted != nil {
			s.fail(*quoted, "Unexpected reserved word")
		}
		s.remove(keyword.start, s.semicolon(end))
		return
	}
	request, end := s.request(s.from())
	for i := first; i < len(s.exports); i++ {
		e := &s.exports[i]
		e.Import, e.Local, e.Request = e.Local, "", request
	}
	s.remove(keyword.start, end)
}

// unique notes an exported name.
func (s *scanner) unique(at lexeme, name string) {
	if s.seen[name] {
		s.fail(at, "Duplicate export of '"+name+"'")
	}
	s.seen[name] = true
}

// exportDefault makes a declaration of what follows `export default`.
func (s *scanner) exportDefault(keyword, word lexeme) {
	s.unique(word, Default)
	e := Export{Name: Default, Local: s.names.fallback, Request: -1, Offset: word.start}
	next := s.peek()
	switch {
	case s.is(next, "class"):
		s.read()
		e.Local = s.defaultClass(keyword, next)
	case s.is(next, "function"):
		s.read()
		e.Local = s.defaultFunction(keyword, next, "function")
	case s.is(next, "async"):
		s.read()
		if fn := s.peek(); s.is(fn, "function") && !fn.newline {
			s.read()
			e.Local = s.defaultFunction(keyword, next, "async function")
		} else {
			s.defaultExpression(keyword, word)
		}
	default:
		s.defaultExpression(keyword, word)
	}
	s.exports = append(s.exports, e)
}

// defaultExpression makes `const name=` of `export default`.
func (s *scanner) defaultExpression(keyword, word lexeme) {
	s.fallback = keyword.start
	s.replace(keyword.start, word.end, "const")
	copy(s.out[word.start:], s.names.fallback+"=")
}

// defaultClass keeps a class that has a name and gives one to another.
func (s *scanner) defaultClass(keyword, class lexeme) string {
	s.fallback, s.origin = class.start, class.start
	if next := s.peek(); next.kind == wordToken && s.value(next) != "extends" {
		s.named = true
		s.remove(keyword.start, class.start)
		return s.value(next)
	}
	return s.header(keyword.start, class.end, "class")
}

// defaultFunction does so for a function.
func (s *scanner) defaultFunction(keyword, start lexeme, words string) string {
	end := s.prevEnd()
	if s.is(s.peek(), "*") {
		end = s.read().end
		words += "*"
	}
	s.fallback, s.origin, s.function = start.start, start.start, true
	if next := s.peek(); next.kind == wordToken {
		s.named = true
		s.remove(keyword.start, start.start)
		return s.value(next)
	}
	return s.header(keyword.start, end, words)
}

// header writes the beginning of a declaration over that of an unnamed one.
// Its lines follow, so that what comes next stays where it is.
func (s *scanner) header(start, end int, words string) string {
	old := string(s.out[start:end])
	text := ";" + words + " " + s.names.fallback
	s.blank(start, end)
	lines := strings.Map(func(r rune) rune {
		if strings.ContainsRune("\n\r\u2028\u2029", r) {
			return r
		}
		return -1
	}, old)
	if lines != "" {
		last := strings.LastIndexAny(old, "\n\r\u2028\u2029")
		_, size := utf8.DecodeRuneInString(old[last:])
		for i := start; i < end; i++ {
			s.out[i] = ' '
		}
		at := max(start+len(text), start+last+size-len(lines))
		copy(s.out[at:end], lines)
	}
	copy(s.out[start:], text)
	s.fallback = start + 1
	return s.names.fallback
}

// unquote is the value of a string literal. It reports false when that is no
// valid Unicode.
func unquote(literal string) (string, bool) {
	body := literal[1 : len(literal)-1]
	if !strings.Contains(body, `\`) {
		return body, utf8.ValidString(body)
	}
	var units []uint16
	for i := 0; i < len(body); {
		if body[i] != '\\' {
			r, size := utf8.DecodeRuneInString(body[i:])
			units = utf16.AppendRune(units, r)
			i += size
			continue
		}
		r, size := escape(body[i+1:])
		if r >= 0 && r <= 0xFFFF {
			units = append(units, uint16(r))
		} else if r > 0xFFFF {
			units = utf16.AppendRune(units, r)
		}
		i += 1 + size
	}
	valid := true
	for i := 0; i < len(units); i++ {
		if !utf16.IsSurrogate(rune(units[i])) {
			continue
		}
		if i+1 < len(units) && utf16.DecodeRune(rune(units[i]), rune(units[i+1])) != utf8.RuneError {
			i++
			continue
		}
		valid = false
	}
	return string(utf16.Decode(units)), valid
}

// escape reads what follows a backslash; -1 for a line that goes on.
func escape(s string) (r rune, size int) {
	if s == "" {
		return -1, 0
	}
	switch s[0] {
	case 'n':
		return '\n', 1
	case 't':
		return '\t', 1
	case 'r':
		return '\r', 1
	case 'b':
		return '\b', 1
	case 'f':
		return '\f', 1
	case 'v':
		return '\v', 1
	case '0':
		return 0, 1
	case '\n':
		return -1, 1
	case '\r':
		if strings.HasPrefix(s, "\r\n") {
			return -1, 2
		}
		return -1, 1
	case 'x':
		return hexEscape(s, 1, 3)
	case 'u':
		if strings.HasPrefix(s, "u{") {
			if end := strings.IndexByte(s, '}'); end > 0 {
				r, _ := hexEscape(s, 2, end)
				return r, end + 1
			}
		}
		return hexEscape(s, 1, 5)
	}
	r, size = utf8.DecodeRuneInString(s)
	if r == '\u2028' || r == '\u2029' {
		return -1, size
	}
	return r, size
}

func hexEscape(s string, start, end int) (rune, int) {
	if end > len(s) {
		return utf8.RuneError, len(s)
	}
	n, err := strconv.ParseUint(s[start:end], 16, 32)
	if err != nil || n > utf8.MaxRune {
		return utf8.RuneError, end
	}
	return rune(n), end
}
