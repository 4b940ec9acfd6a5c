package regex

// kind tells the nodes of a pattern's tree apart.
type kind uint8

const (
	nodeEmpty kind = iota
	nodeSet        // one character of a set
	nodeSeq
	nodeAlt
	nodeGroup  // a capture
	nodeRef    // a back reference
	nodeRepeat // kids[0], min to max times
	nodeLook
	nodeStart // ^
	nodeEnd   // $
	nodeWord  // \b
)

// node is one part of a pattern. Flags have had their effect on it already.
type node struct {
	kind kind
	kids []*node
	set  *charSet

	index     int    // nodeGroup: its number
	name      string // nodeGroup, nodeRef: its name, or ""
	groups    []int  // nodeRef: the captures it may mean
	min, max  int    // nodeRepeat; max -1 is no limit
	lazy      bool
	firstCap  int // nodeRepeat: captures inside are firstCap..lastCap-1
	lastCap   int
	negative  bool // nodeLook, nodeWord
	behind    bool
	multiline bool
	fold      bool // nodeRef, nodeWord: ignore case
}

// nullable reports whether the node may match without a character.
func (n *node) nullable() bool {
	switch n.kind {
	case nodeSet:
		return false
	case nodeSeq:
		for _, k := range n.kids {
			if !k.nullable() {
				return false
			}
		}
		return true
	case nodeAlt:
		for _, k := range n.kids {
			if k.nullable() {
				return true
			}
		}
		return false
	case nodeGroup:
		return n.kids[0].nullable()
	case nodeRepeat:
		return n.min == 0 || n.kids[0].nullable()
	}
	return true
}

// weight estimates the size of the code.
func (n *node) weight() int {
	w := 1
	for _, k := range n.kids {
		w += k.weight()
	}
	if n.kind == nodeRepeat && n.min == 1 {
		w *= 2
	}
	return w
}
