package weburl

import (
	"slices"
	"testing"
	"unicode/utf8"
)

func TestParseForm(t *testing.T) {
	for _, c := range []struct {
		in   string
		want []Pair
	}{
		{"", nil},
		{"&&", nil},
		{"a=b&a&=&c=%zz%41+", []Pair{{"a", "b"}, {"a", ""}, {"", ""}, {"c", "%zzA "}}},
		{"a=b=c", []Pair{{"a", "b=c"}}},
		{"%e2%82=%ff&%F0%9F%98%80=%f0%9f%98", []Pair{{"\ufffd", "\ufffd"}, {"😀", "\ufffd"}}},
		{"x=%ed%a0%80%e2A%c3", []Pair{{"x", "\ufffd\ufffd\ufffd\ufffdA\ufffd"}}},
		{"%", []Pair{{"%", ""}}},
		{"%4=%4", []Pair{{"%4", "%4"}}},
	} {
		if got := ParseForm(c.in); !slices.Equal(got, c.want) {
			t.Errorf("%q: %q, want %q", c.in, got, c.want)
		}
	}
}

func TestFormatForm(t *testing.T) {
	list := []Pair{{"a b", "~!'()*-._"}, {"ä&=+%", ""}, {"", "x\n"}}
	const want = "a+b=%7E%21%27%28%29*-._&%C3%A4%26%3D%2B%25=&=x%0A"
	if got := FormatForm(list); got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

func TestCompareUTF16(t *testing.T) {
	sorted := []string{"", "a", "aa", "b", "é", "\ud7ff", "😀", "\ue000", "\uffff"}
	for i, a := range sorted {
		for j, b := range sorted {
			if got := CompareUTF16(a, b); (got < 0) != (i < j) || (got == 0) != (i == j) {
				t.Errorf("%q, %q: %d", a, b, got)
			}
		}
	}
}

func TestDecodeURIComponent(t *testing.T) {
	for _, c := range []struct {
		in, want string
		ok       bool
	}{
		{"a+b", "a+b", true},
		{"%41%c3%A9", "Aé", true},
		{"\xed\xa0\x80%20", "\xed\xa0\x80 ", true},
		{"%", "", false},
		{"%4", "", false},
		{"%zz", "", false},
		{"%ff", "", false},
		{"%c3A", "", false},
		{"%ed%a0%80", "", false},
	} {
		if got, ok := DecodeURIComponent(c.in); got != c.want || ok != c.ok {
			t.Errorf("%q: %q %v", c.in, got, ok)
		}
	}
}

// FuzzForm checks that a printed list reads as the same list.
func FuzzForm(f *testing.F) {
	f.Add("a=b&c=%20+%zz")
	f.Fuzz(func(t *testing.T, in string) {
		list := ParseForm(in)
		for _, p := range list {
			if utf8.ValidString(in) && (!utf8.ValidString(p.Name) || !utf8.ValidString(p.Value)) {
				t.Fatalf("%q gives %q", in, p)
			}
		}
		if again := ParseForm(FormatForm(list)); utf8.ValidString(in) && !slices.Equal(again, list) {
			t.Fatalf("%q: %q, then %q", in, list, again)
		}
	})
}
