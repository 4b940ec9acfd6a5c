package util

import (
	"strings"
	"testing"
)

func TestDiff(t *testing.T) {
	tests := []struct{ actual, expected, want string }{
		{"", "", ""},
		{"a", "", "+a"},
		{"", "a", "-a"},
		{"abc", "abc", " a b c"},
		{"12345678", "12!!5!7!", " 1 2+3+4-!-! 5+6-! 7+8-!"},
		{"abcabba", "cbabac", "+a+b c-b a b+b a-c"},
	}
	for _, tt := range tests {
		got := script(diff(split(tt.actual), split(tt.expected)))
		if got != tt.want {
			t.Errorf("diff(%q, %q) = %q, want %q", tt.actual, tt.expected, got, tt.want)
		}
	}
}

func split(s string) []string { return strings.Split(s, "")[:len(s)] }

func script(edits []edit) string {
	signs := map[int]string{diffKeep: " ", diffInsert: "+", diffDelete: "-"}
	out := ""
	for _, x := range edits {
		out += signs[x.operation] + x.text
	}
	return out
}

// FuzzDiff checks that an edit script leads from one text to the other.
func FuzzDiff(f *testing.F) {
	f.Add("abcabba", "cbabac")
	f.Add("", "x")
	f.Fuzz(func(t *testing.T, actual, expected string) {
		if len(actual)+len(expected) > 200 {
			t.Skip("the algorithm is quadratic")
		}
		a, b := []string{}, []string{}
		for i := range len(actual) {
			a = append(a, actual[i:i+1])
		}
		for i := range len(expected) {
			b = append(b, expected[i:i+1])
		}
		var first, second string
		for _, x := range diff(a, b) {
			if x.operation != diffDelete {
				first += x.text
			}
			if x.operation != diffInsert {
				second += x.text
			}
		}
		if first != actual || second != expected {
			t.Errorf("diff(%q, %q) spells %q and %q", actual, expected, first, second)
		}
	})
}
