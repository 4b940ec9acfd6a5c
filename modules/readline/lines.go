package readline

import "strings"

// The characters that end a line besides LF and CR (LINE SEPARATOR and
// PARAGRAPH SEPARATOR) begin with these two bytes.
const separatorPrefix = "\xe2\x80"

// splitter cuts text that arrives in pieces into lines. A line ends at LF, CR,
// CR LF, U+2028 or U+2029; a CR at the end of a piece ends one, and whether an
// LF at the start of the next belongs to it is for the caller to know.
type splitter struct {
	rest []string // the line that has begun, in pieces
}

// pending is the line that has begun, if it is not empty.
func (s *splitter) pending() string {
	if len(s.rest) > 1 {
		s.rest = append(s.rest[:0], strings.Join(s.rest, ""))
	}
	if len(s.rest) == 0 {
		return ""
	}
	return s.rest[0]
}

// begun reports whether a line has begun, which may be empty.
func (s *splitter) begun() bool { return len(s.rest) > 0 }

// write takes the next piece of text and returns what follows its last line
// end's predecessor: a scanner over the lines it completes, or nil when it
// completes none. The text after the last line is kept before the first line
// is handed out, so that a line's reader may write more.
func (s *splitter) write(text string) *scanner {
	if text == "" {
		return nil
	}
	end := lastLineEnd(text)
	if end == 0 {
		s.rest = append(s.rest, text)
		return nil
	}
	sc := &scanner{text: text[:end]}
	if s.begun() {
		first, _ := sc.next()
		sc.first, sc.hasFirst = s.pending()+first, true
	}
	s.rest = s.rest[:0]
	if end < len(text) {
		s.rest = append(s.rest, strings.Clone(text[end:]))
	}
	return sc
}

// lastLineEnd is the index behind the last line end of text, 0 without one.
func lastLineEnd(text string) int {
	end := max(strings.LastIndexByte(text, '\n'), strings.LastIndexByte(text, '\r')) + 1
	if i := lastSeparator(text); i >= end {
		end = i + len("\u2028")
	}
	return end
}

// lastSeparator is the index of the last U+2028 or U+2029, or -1.
func lastSeparator(text string) int {
	for end := len(text); ; {
		i := strings.LastIndex(text[:end], separatorPrefix)
		if i < 0 || isSeparator(text, i) {
			return i
		}
		end = i
	}
}

// isSeparator reports whether U+2028 or U+2029 stands at i, where its first
// two bytes do.
func isSeparator(text string, i int) bool {
	return i+2 < len(text) && (text[i+2] == 0xa8 || text[i+2] == 0xa9)
}

// scanner hands out the lines of a text that ends with a line end.
type scanner struct {
	text     string
	pos      int
	first    string // the first line, which began in an earlier piece
	hasFirst bool
	// The next LF, CR and separator at or after pos; -1 before the first
	// search, len(text) when there is none. Each is searched for only when
	// pos has passed it, so the work is linear.
	lf, cr, sep int
	started     bool
}

// next is the next line, without its end.
func (sc *scanner) next() (line string, ok bool) {
	if sc.hasFirst {
		sc.hasFirst = false
		return sc.first, true
	}
	if sc.pos >= len(sc.text) {
		return "", false
	}
	sc.search()
	end := min(sc.lf, sc.cr, sc.sep)
	line = sc.text[sc.pos:end]
	switch {
	case end == sc.sep:
		sc.pos = end + len("\u2028")
	case end == sc.cr && sc.lf == end+1:
		sc.pos = end + 2
	default:
		sc.pos = end + 1
	}
	return line, true
}

// search brings the three positions up to pos.
func (sc *scanner) search() {
	if !sc.started {
		sc.started = true
		sc.lf, sc.cr, sc.sep = -1, -1, -1
	}
	if sc.lf < sc.pos {
		sc.lf = sc.index(strings.IndexByte(sc.text[sc.pos:], '\n'))
	}
	if sc.cr < sc.pos {
		sc.cr = sc.index(strings.IndexByte(sc.text[sc.pos:], '\r'))
	}
	if sc.sep < sc.pos {
		sc.sep = sc.nextSeparator()
	}
}

// index is a position in text for one relative to pos.
func (sc *scanner) index(i int) int {
	if i < 0 {
		return len(sc.text)
	}
	return sc.pos + i
}

func (sc *scanner) nextSeparator() int {
	for from := sc.pos; ; {
		i := strings.Index(sc.text[from:], separatorPrefix)
		switch {
		case i < 0:
			return len(sc.text)
		case isSeparator(sc.text, from+i):
			return from + i
		}
		from += i + len(separatorPrefix)
	}
}
