package wtf8

import "testing"

func TestJoinHalves(t *testing.T) {
	for _, c := range []struct {
		in, want string
		ok       bool
	}{
		{"é😀", "é😀", true},
		{"\xed\xa0\x80a", "\U00010061", true},
		{"\xed\xb0\x80\xed\xa0\x80x", "\U00010000x", true},
		{"\xed\xa0\x80😀", "\U0001003d\U00010200", false},
		{"a\xed\xa0\x80", "", false},
	} {
		if got, ok := JoinHalves(c.in); ok != c.ok || ok && got != c.want {
			t.Errorf("%q: %q %v", c.in, got, ok)
		}
	}
}
