package regex_test

import (
	"errors"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/gonode/gonode/internal/regex"
)

func units(s string) []uint16 { return utf16.Encode([]rune(s)) }

func flags(text string) regex.Flags {
	return regex.Flags{
		IgnoreCase: strings.Contains(text, "i"), Multiline: strings.Contains(text, "m"),
		DotAll: strings.Contains(text, "s"), Unicode: strings.Contains(text, "u"),
		UnicodeSets: strings.Contains(text, "v"),
	}
}

// TestMatch checks the positions of all captures; what they are on V8 is
// checked at length by the JavaScript tests.
func TestMatch(t *testing.T) {
	for _, c := range []struct {
		pattern, flags, text string
		want                 []int32 // nil is no match
	}{
		{"", "", "", []int32{0, 0}},
		{"b", "", "ab", []int32{1, 2}},
		{"(?:(a)|b)*", "", "ab", []int32{0, 2, -1, -1}},
		{"(z)((a+)?(b+)?(c))*", "", "zaacbbbcac", []int32{0, 10, 0, 1, 8, 10, 8, 9, -1, -1, 9, 10}},
		{"(?=(a+))a*b\\1", "", "baaabac", []int32{3, 6, 3, 4}},
		{"(.*?)a(?!(a+)b\\2c)\\2(.*)", "", "baaabaac", []int32{0, 8, 0, 2, -1, -1, 3, 8}},
		{"(?<=(\\d+)(\\d+))$", "", "1053", []int32{4, 4, 0, 1, 1, 4}},
		{"(?<=\\1(a))b", "", "aab", []int32{2, 3, 1, 2}},
		{"(a*)*", "", "b", []int32{0, 0, -1, -1}},
		{"(?:a*?)+?$", "", "aa", []int32{0, 2}},
		{"(a{2}){2,}?", "", "aaaaaa", []int32{0, 4, 2, 4}},
		{"^b", "m", "a\nb", []int32{2, 3}},
		{"^b", "", "ab", nil},
		{".", "s", "\n", []int32{0, 1}},
		{"^.$", "", "😀", nil},
		{"^.$", "u", "😀", []int32{0, 2}},
		{"\\u212a", "i", "k", nil},
		{"\\u212a", "iu", "k", []int32{0, 1}},
		{"\\p{Script=Greek}+", "u", "abγδ", []int32{2, 4}},
		{"\\p{Lu}", "iu", "ß", []int32{0, 1}},
		{"[\\w--[a-f]]", "v", "abz", []int32{2, 3}},
		{"[\\q{ab|abc}]", "v", "abc", []int32{0, 3}},
		{"(?<n>a)|(?<n>b)\\k<n>", "", "bb", []int32{0, 2, -1, -1, 0, 1}},
		{"(?i:a)b", "", "Ab", []int32{0, 2}},
		{"x*y", "", strings.Repeat("x", 100), nil},
	} {
		p, err := regex.Compile(units(c.pattern), flags(c.flags))
		if err != nil {
			t.Errorf("/%s/%s: %v", c.pattern, c.flags, err)
			continue
		}
		var m regex.Matcher
		got, err := m.MatchUTF16(p, units(c.text), 0, false)
		if err != nil || !slices.Equal(got, c.want) {
			t.Errorf("/%s/%s on %q: %v %v, want %v", c.pattern, c.flags, c.text, got, err, c.want)
		}
		if strings.IndexFunc(c.text, func(r rune) bool { return r > 127 }) < 0 {
			if narrow, err := m.MatchASCII(p, []byte(c.text), 0, false); err != nil || !slices.Equal(narrow, c.want) {
				t.Errorf("/%s/%s on bytes %q: %v %v, want %v", c.pattern, c.flags, c.text, narrow, err, c.want)
			}
		}
	}
}

func TestStickyAndStart(t *testing.T) {
	p, err := regex.Compile(units("a"), regex.Flags{})
	if err != nil {
		t.Fatal(err)
	}
	var m regex.Matcher
	if got, _ := m.MatchASCII(p, []byte("bab"), 0, true); got != nil {
		t.Errorf("sticky at 0: %v", got)
	}
	if got, _ := m.MatchASCII(p, []byte("bab"), 1, true); !slices.Equal(got, []int32{1, 2}) {
		t.Errorf("sticky at 1: %v", got)
	}
	if got, _ := m.MatchASCII(p, []byte("bab"), 2, false); got != nil {
		t.Errorf("from 2: %v", got)
	}
}

func TestErrors(t *testing.T) {
	for pattern, want := range map[string]string{
		"(":              "Unterminated group",
		")":              "Unmatched ')'",
		"[b-a]":          "Range out of order in character class",
		"a**":            "Nothing to repeat",
		"a{2,1}":         "numbers out of order in {} quantifier",
		"(?<a>x)(?<a>y)": "Duplicate capture group name",
		"\\":             "\\ at end of pattern",
		"(?<=a)*":        "Invalid quantifier",
	} {
		_, err := regex.Compile(units(pattern), regex.Flags{})
		var bad *regex.Error
		if !errors.As(err, &bad) || bad.Text != want {
			t.Errorf("/%s/: %v, want %s", pattern, err, want)
		}
	}
}

// TestLongSubjects has patterns whose choices outgrow what other engines
// allow.
func TestLongSubjects(t *testing.T) {
	p, err := regex.Compile(units(`^(?:(a)|(b)|(cd))*(?!z)`), regex.Flags{})
	if err != nil {
		t.Fatal(err)
	}
	text := []byte(strings.Repeat("ab", 1<<19))
	var m regex.Matcher
	got, err := m.MatchASCII(p, text, 0, false)
	if err != nil || len(got) == 0 || int(got[1]) != len(text) {
		t.Errorf("%v %v", got, err)
	}
}

// TestStackLimit ends a match that would take all memory.
func TestStackLimit(t *testing.T) {
	if testing.Short() {
		t.Skip("takes a quarter of a gigabyte")
	}
	p, err := regex.Compile(units(`(?:(.)(.))*z`), regex.Flags{})
	if err != nil {
		t.Fatal(err)
	}
	var m regex.Matcher
	if _, err := m.MatchASCII(p, make([]byte, 1<<24), 0, true); !errors.Is(err, regex.ErrStack) {
		t.Errorf("%v, want ErrStack", err)
	}
}

func FuzzCompile(f *testing.F) {
	for _, s := range []string{"a|b*", "(?<n>.)\\k<n>", "[\\p{L}--[a-z]]", "(?<=a{2,3}?)b", "\\u{1F600}", "[^]]"} {
		f.Add(s, "ab😀", uint8(3))
	}
	f.Fuzz(func(t *testing.T, pattern, text string, bits uint8) {
		if len(pattern) > 40 || len(text) > 12 || strings.Count(pattern, "*")+strings.Count(pattern, "+")+strings.Count(pattern, "{") > 3 {
			return
		}
		p, err := regex.Compile(units(pattern), regex.Flags{
			IgnoreCase: bits&1 != 0, Unicode: bits&2 != 0, UnicodeSets: bits&6 == 4, DotAll: bits&8 != 0,
		})
		if err != nil {
			return
		}
		subject := units(text)
		var m regex.Matcher
		caps, err := m.MatchUTF16(p, subject, 0, false)
		if err != nil || caps == nil {
			return
		}
		if len(caps) != 2*p.Groups {
			t.Fatalf("%d positions for %d captures", len(caps), p.Groups)
		}
		for i := 0; i < len(caps); i += 2 {
			from, to := caps[i], caps[i+1]
			if (from < 0) != (to < 0) || from > to || int(to) > len(subject) {
				t.Fatalf("capture %d is %d to %d", i/2, from, to)
			}
		}
	})
}
