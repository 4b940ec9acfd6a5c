package readline

import (
	"math"
	"testing"
)

// testWidth knows just enough of the widths of characters.
func testWidth(s string) int {
	switch s {
	case "日", "😀":
		return 2
	case "\u0301", "\x01":
		return 0
	}
	return 1
}

func TestEndOfText(t *testing.T) {
	for _, c := range []struct {
		name    string
		text    string
		columns float64
		indent  float64
		want    position
	}{
		{"empty", "", 10, 0, position{0, 0}},
		{"short", "abc", 10, 0, position{3, 0}},
		{"full row", "0123456789", 10, 0, position{0, 1}},
		{"several rows", "0123456789012345678901", 10, 0, position{2, 2}},
		{"no limit", "0123456789", math.Inf(1), 0, position{10, 0}},
		{"rows without limit", "a\nbc", math.Inf(1), 0, position{2, 1}},
		{"line feeds", "ab\n\nc", 10, 0, position{1, 2}},
		{"line feed after a full row", "0123456789\na", 10, 0, position{1, 1}},
		{"indented", "ab\nc", 10, 2, position{3, 1}},
		{"tab", "a\tb", 20, 0, position{9, 0}},
		{"tab at a stop", "12345678\tb", 20, 0, position{17, 0}},
		{"wide", "日日", 10, 0, position{4, 0}},
		{"wide at the edge", "123456789日", 10, 0, position{2, 1}},
		{"nothing wide", "e\u0301\x01x", 10, 0, position{2, 0}},
		{"lone surrogates", "\xed\xa0\xbdx\xed\xb8\x80", 10, 0, position{3, 0}},
		{"broken bytes", "\xffx", 10, 0, position{2, 0}},
	} {
		s := screen{columns: c.columns, tabSize: 8, indent: c.indent, width: testWidth}
		if got := s.end(c.text); got != c.want {
			t.Errorf("%s: %+v, want %+v", c.name, got, c.want)
		}
	}
}
