package readline

import (
	"regexp"
	"slices"
	"strings"
	"testing"
)

// feed gives a splitter the pieces; a CR LF in two pieces counts as two ends,
// as it is for the caller to know better.
func feed(pieces ...string) (lines []string, rest string) {
	var s splitter
	for _, piece := range pieces {
		sc := s.write(piece)
		if sc == nil {
			continue
		}
		for line, ok := sc.next(); ok; line, ok = sc.next() {
			lines = append(lines, line)
		}
	}
	return lines, s.pending()
}

func TestSplitter(t *testing.T) {
	for _, c := range []struct {
		name   string
		pieces []string
		lines  []string
		rest   string
	}{
		{"nothing", nil, nil, ""},
		{"empty piece", []string{""}, nil, ""},
		{"no end", []string{"a", "b"}, nil, "ab"},
		{"one end", []string{"\n"}, []string{""}, ""},
		{"LF", []string{"a\nb\nc"}, []string{"a", "b"}, "c"},
		{"CR LF", []string{"a\r\nb\r\n"}, []string{"a", "b"}, ""},
		{"LF CR", []string{"a\n\rb"}, []string{"a", ""}, "b"},
		{"CR", []string{"a\r\rb\r"}, []string{"a", "", "b"}, ""},
		{"CR and LF apart", []string{"a\r", "\nb"}, []string{"a", ""}, "b"},
		{"separators", []string{"a\u2028b\u2029c"}, []string{"a", "b"}, "c"},
		{"neighbours of the separators", []string{"a\u2027b\u202ac\n"}, []string{"a\u2027b\u202ac"}, ""},
		{"line in pieces", []string{"on", "e\nt", "wo", "\n", "three"}, []string{"one", "two"}, "three"},
		{"first line begun", []string{"a", "\r\nb\r\nc"}, []string{"a", "b"}, "c"},
	} {
		lines, rest := feed(c.pieces...)
		if !slices.Equal(lines, c.lines) || rest != c.rest {
			t.Errorf("%s: %q and %q, want %q and %q", c.name, lines, rest, c.lines, c.rest)
		}
	}
}

// TestWriteWithinLine: the rest is kept before the first line is handed out.
func TestWriteWithinLine(t *testing.T) {
	var s splitter
	sc := s.write("a\nb\nrest")
	if line, _ := sc.next(); line != "a" {
		t.Fatalf("first line %q", line)
	}
	if s.pending() != "rest" {
		t.Fatalf("pending %q", s.pending())
	}
	inner := s.write("!\n")
	if line, _ := inner.next(); line != "rest!" {
		t.Errorf("inner line %q", line)
	}
	if line, _ := sc.next(); line != "b" {
		t.Errorf("second line %q", line)
	}
}

func TestBegun(t *testing.T) {
	var s splitter
	if s.begun() {
		t.Error("begun without input")
	}
	s.write("x")
	if !s.begun() {
		t.Error("not begun after x")
	}
	s.write("\n")
	if s.begun() {
		t.Error("begun after an end")
	}
}

var lineEnds = regexp.MustCompile("\r\n|[\r\n\u2028\u2029]")

func FuzzSplitter(f *testing.F) {
	f.Add("a\r\nb\u2028c", uint(3))
	f.Add("\r\r\n\n", uint(2))
	f.Add("\xe2\x80\n\xe2", uint(1))
	f.Fuzz(func(t *testing.T, text string, cut uint) {
		parts := lineEnds.Split(text, -1)
		lines, rest := feed(text)
		if got := append(slices.Clone(lines), rest); !slices.Equal(got, parts) {
			t.Fatalf("%q: %q, want %q", text, got, parts)
		}
		at := int(cut % uint(len(text)+1))
		head, tail := text[:at], text[at:]
		if strings.HasSuffix(head, "\r") && strings.HasPrefix(tail, "\n") || !sameEnds(head, tail, text) {
			return
		}
		lines, rest = feed(head, tail)
		if got := append(slices.Clone(lines), rest); !slices.Equal(got, parts) {
			t.Fatalf("%q and %q: %q, want %q", head, tail, got, parts)
		}
	})
}

// sameEnds reports whether no line end is cut in two.
func sameEnds(head, tail, whole string) bool {
	count := func(s string) int { return len(lineEnds.FindAllString(s, -1)) }
	return count(head)+count(tail) == count(whole)
}
