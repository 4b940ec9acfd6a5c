package glob

// tree is a component of a pattern: text, or an extended glob with its
// alternatives.
type tree struct {
	op     rune // of an extended glob: ! ? + * @; 0 for a sequence
	text   []rune
	parts  []*tree
	isText bool
	empty  bool // nothing stands before the closing parenthesis, as in !()

	parent *tree
	index  int // among the parent's parts
}

func isExtOp(r rune) bool {
	return r == '!' || r == '?' || r == '+' || r == '*' || r == '@'
}

// parser reads one component of a pattern.
type parser struct {
	p   []rune
	pos int
}

func parseComponent(p []rune) *tree {
	ps := parser{p: p}
	root := &tree{}
	ps.sequence(root, false)
	return root
}

// sequence reads until the end, or inside an extended glob until a | or the
// closing parenthesis. Characters of bracket expressions mean nothing here.
func (ps *parser) sequence(t *tree, nested bool) {
	start, bracket, negated := ps.pos, -1, false
	for ps.pos < len(ps.p) {
		i, c := ps.pos, ps.p[ps.pos]
		ps.pos++
		switch {
		case bracket >= 0:
			if i == bracket+1 {
				negated = c == '^' || c == '!'
			}
			if c == ']' && (i != bracket+1) && !(i == bracket+2 && negated) {
				bracket = -1
			}
		case c == '[':
			bracket, negated = i, false
		case isExtOp(c) && ps.pos < len(ps.p) && ps.p[ps.pos] == '(':
			t.addText(ps.p[start:i])
			t.add(ps.extended(c))
			start = ps.pos
		case nested && (c == '|' || c == ')'):
			t.addText(ps.p[start:i])
			ps.pos = i
			return
		}
	}
	t.addText(ps.p[start:])
}

// extended reads an extended glob whose operator has been read. Without its
// closing parenthesis everything up to the end is text.
func (ps *parser) extended(op rune) *tree {
	opStart := ps.pos - 1
	t := &tree{op: op}
	for {
		ps.pos++ // the parenthesis, or a |
		alternative := &tree{}
		ps.sequence(alternative, true)
		t.add(alternative)
		if ps.pos >= len(ps.p) {
			return &tree{isText: true, text: ps.p[opStart:]}
		}
		if ps.p[ps.pos] == ')' {
			ps.pos++
			// minimatch takes !(a|) and !(@(a)) for !() because of this.
			last := len(alternative.parts) - 1
			t.empty = last < 0 || !alternative.parts[last].isText
			return t
		}
	}
}

func (t *tree) add(part *tree) {
	part.parent, part.index = t, len(t.parts)
	t.parts = append(t.parts, part)
}

func (t *tree) addText(text []rune) {
	if len(text) > 0 {
		t.add(&tree{isText: true, text: text})
	}
}

// isStart reports whether the component can begin with t.
func (t *tree) isStart() bool {
	for ; t.parent != nil; t = t.parent {
		if t.parent.op != 0 {
			continue // an alternative begins where its group begins
		}
		for _, before := range t.parent.parts[:t.index] {
			if before.op != '!' {
				return false
			}
		}
	}
	return true
}

// isEnd reports whether the component can end with t.
func (t *tree) isEnd() bool {
	for ; t.parent != nil; t = t.parent {
		switch {
		case t.parent.op == '!':
			return true
		case t.parent.op == 0 && t.index != len(t.parent.parts)-1:
			return false
		}
	}
	return true
}

// onlyText reports whether all parts are text.
func (t *tree) onlyText() bool {
	for _, part := range t.parts {
		if !part.isText {
			return false
		}
	}
	return true
}

// doubleNegation is the inner one of !(!(a)), and nil for anything else. Where
// text follows, the outer one is left as it is.
func (t *tree) doubleNegation() *tree {
	if t.op != '!' || len(t.parts) != 1 || len(t.parts[0].parts) != 1 || t.parts[0].parts[0].op != '!' || !t.isEnd() {
		return nil
	}
	return t.parts[0].parts[0]
}
