package glob

// A component becomes a small expression, with the same protections against
// leading dots that minimatch puts into its regular expressions.

type kind uint8

const (
	kindLiteral     kind = iota
	kindAny              // ?
	kindStar             // *, as few as possible
	kindPlus             // * where it has to match something
	kindClass            // [...]
	kindNever            // matches nothing
	kindSequence         // one after the other
	kindGroup            // one of several, op times
	kindNot              // !(...)
	kindNoDot            // no dot comes next
	kindNoTraversal      // neither "." nor ".." is all there is
)

type node struct {
	kind  kind
	r     rune
	class *class
	op    rune // of a group: ? + * @
	subs  []*node
	first *node // of a group: what its first round is made of, when it differs
	rest  *node // of kindNot: what matches in place of the alternatives
}

// builder turns the trees of one component into expressions.
type builder struct {
	magic   bool // anything but plain text
	unicode bool // characters count, not UTF-16 units
	done    map[buildKey]built
}

type buildKey struct {
	t   *tree
	dot bool
}

// built is an expression, and whether it would be another one if leading dots
// were allowed.
type built struct {
	node         *node
	dotSensitive bool
}

// build makes the expression of t. dot says that a leading dot may match.
func (b *builder) build(t *tree, dot bool) built {
	key := buildKey{t, dot}
	if out, ok := b.done[key]; ok {
		return out
	}
	var out built
	if t.op == 0 {
		out = b.sequence(t, dot)
	} else {
		out = b.extended(t, dot)
	}
	b.done[key] = out
	return out
}

func (b *builder) sequence(t *tree, dot bool) built {
	var out built
	seq := &node{kind: kindSequence}
	whole := t.isStart() && t.isEnd() && t.onlyText()
	for _, part := range t.parts {
		if part.isText {
			seq.subs = append(seq.subs, b.text(part.text, whole)...)
			continue
		}
		sub := b.build(part, dot)
		seq.subs = append(seq.subs, sub.node)
		out.dotSensitive = out.dotSensitive || sub.dotSensitive
	}
	if t.isStart() && len(t.parts) > 0 && t.parts[0].isText && !t.isTraversal() {
		guard, sensitive := guardStart(seq.subs, dot)
		out.dotSensitive = out.dotSensitive || sensitive
		if guard != nil {
			seq.subs = append([]*node{guard}, seq.subs...)
		}
	}
	out.node = seq
	return out
}

// isTraversal reports whether the sequence is "." or ".." and nothing else:
// only those patterns match these names.
func (t *tree) isTraversal() bool {
	if len(t.parts) != 1 {
		return false
	}
	s := string(t.parts[0].text)
	return s == "." || s == ".."
}

// guardStart says what keeps an expression at the start of a component from
// matching a leading dot, and whether that depends on dot.
func guardStart(subs []*node, dot bool) (guard *node, sensitive bool) {
	wild := func(i int) bool { return i < len(subs) && subs[i].isWild() }
	isDot := func(i int) bool { return i < len(subs) && subs[i].kind == kindLiteral && subs[i].r == '.' }
	switch {
	case dot && wild(0), isDot(0) && wild(1), isDot(0) && isDot(1) && wild(2):
		return &node{kind: kindNoTraversal}, wild(0)
	case wild(0):
		return &node{kind: kindNoDot}, true
	}
	return nil, false
}

// isWild tells what minimatch writes as a character class.
func (n *node) isWild() bool {
	switch n.kind {
	case kindAny, kindStar, kindPlus:
		return true
	case kindClass:
		return len(n.class.except) == 0 || len(n.class.ranges)+len(n.class.tables) == 0
	}
	return false
}

// text is the expression of a text with wildcards and brackets. A lone star
// must not match the empty component.
func (b *builder) text(p []rune, whole bool) []*node {
	var out []*node
	onlyStars := whole
	for _, c := range p {
		onlyStars = onlyStars && c == '*'
	}
	for i := 0; i < len(p); i++ {
		switch p[i] {
		case '*':
			b.magic = true
			star := kindStar
			if onlyStars {
				star = kindPlus
			}
			if len(out) == 0 || out[len(out)-1].kind != star {
				out = append(out, &node{kind: star})
			}
		case '?':
			b.magic = true
			out = append(out, &node{kind: kindAny})
		case '[':
			if bracket, ok := parseBracket(p, i); ok {
				out = append(out, b.bracket(bracket))
				i = bracket.end - 1
				continue
			}
			out = append(out, &node{kind: kindLiteral, r: '['})
		default:
			out = append(out, &node{kind: kindLiteral, r: p[i]})
		}
	}
	return out
}

func (b *builder) bracket(x bracket) *node {
	b.unicode = b.unicode || x.unicode
	switch {
	case x.never:
		b.magic = true
		return &node{kind: kindNever}
	case x.class == nil:
		return &node{kind: kindLiteral, r: x.literal}
	}
	b.magic = true
	return &node{kind: kindClass, class: x.class}
}

// extended is the expression of an extended glob.
func (b *builder) extended(t *tree, dot bool) built {
	switch inner := t.doubleNegation(); {
	case inner != nil:
		t = inner
	case t.op == '!':
		return b.negation(t, dot)
	}
	subs, sensitive := b.alternatives(t, dot)
	if len(subs) == 0 {
		return b.hollow(t)
	}
	b.magic = true
	group := &node{kind: kindGroup, op: t.op, subs: subs}
	if t.op == '!' {
		group.op = '@' // !(!(a)) is @(a)
	}
	if repeats := t.op == '*' || t.op == '+'; repeats && !dot && sensitive {
		group.first = &node{kind: kindGroup, op: '@', subs: subs}
		group.subs, _ = b.alternatives(t, true)
	}
	return built{node: group, dotSensitive: sensitive}
}

// alternatives drops the empty ones where a whole component cannot be empty.
func (b *builder) alternatives(t *tree, dot bool) (subs []*node, sensitive bool) {
	whole := t.isStart() && t.isEnd()
	for _, part := range t.parts {
		sub := b.build(part, dot)
		if whole && len(sub.node.subs) == 0 {
			continue
		}
		subs = append(subs, sub.node)
		sensitive = sensitive || sub.dotSensitive
	}
	return subs, sensitive
}

// hollow is an extended glob that could match the empty component only.
// minimatch then takes its text for a part of the regular expression.
func (b *builder) hollow(t *tree) built {
	if t.op == '@' {
		return built{node: &node{kind: kindLiteral, r: '@'}}
	}
	return built{node: &node{kind: kindSequence}}
}

func (b *builder) negation(t *tree, dot bool) built {
	b.magic = true
	rest := &node{kind: kindSequence}
	start := t.isStart()
	if start && !dot {
		rest.subs = append(rest.subs, &node{kind: kindNoDot})
	}
	if t.empty {
		rest.subs = append(rest.subs, &node{kind: kindPlus})
		return built{node: rest, dotSensitive: start}
	}
	rest.subs = append(rest.subs, &node{kind: kindStar})
	not := &node{kind: kindNot, rest: rest}
	for _, part := range t.parts {
		not.subs = append(not.subs, b.build(part, dot).node)
	}
	return built{node: not, dotSensitive: start}
}
