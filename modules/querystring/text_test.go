package querystring

import (
	"fmt"
	"strings"
	"testing"

	"github.com/gonode/gonode/internal/weburl"
)

func TestSplit(t *testing.T) {
	for _, c := range []struct {
		in, sep, eq string
		limit       int
		want        string
	}{
		{"", "&", "=", -1, ""},
		{"a=b&c&=d&&e==f", "&", "=", -1, `"a":"b" "c":"" "":"d" "e":"=f" `},
		{"=&a=&", "&", "=", -1, `"":"" "a":"" `},
		{"a&&b&c", "&", "=", 3, `"a":"" "b":"" `},
		{"a;;b::c;;d", ";;", "::", -1, `"a":"" "b":"c" "d":"" `},
		{"aaab", "aab", "=", -1, `"aaab":"" `},
		{"a:b", "&", "::", -1, `"a:b":"" `},
		{"xäyäz", "ä", "=", -1, `"x":"" "y":"" "z":"" `},
	} {
		var b strings.Builder
		split(c.in, c.sep, c.eq, c.limit, func(key, value string) { fmt.Fprintf(&b, "%q:%q ", key, value) })
		if b.String() != c.want {
			t.Errorf("%q: %s, want %s", c.in, b.String(), c.want)
		}
	}
}

func TestEscape(t *testing.T) {
	for _, c := range []struct {
		in, want string
		ok       bool
	}{
		{"aZ0!'()*-._~", "aZ0!'()*-._~", true},
		{"a b/é😀", "a%20b%2F%C3%A9%F0%9F%98%80", true},
		{"\xed\xa0\x80", "", false},
		{"\xed\xa0\x80a", "%F0%90%81%A1", true},
		{"a\xed\xb0\x80", "", false},
	} {
		if got, ok := Escape(c.in); got != c.want || ok != c.ok {
			t.Errorf("%q: %q %v", c.in, got, ok)
		}
	}
}

func TestUnescape(t *testing.T) {
	for _, c := range []struct {
		in     string
		spaces bool
		want   string
	}{
		{"a+b%20", true, "a+b "},
		{"a%zz+", true, "a%zz "},
		{"a%zz+", false, "a%zz+"},
		{"%zz%41%ff", false, "%zzA\ufffd"},
		{"€%41%", false, "\ufffdA%"},
		{"é%", false, "\ufffd%"},
	} {
		if got := Unescape(c.in, c.spaces); got != c.want {
			t.Errorf("%q: %q, want %q", c.in, got, c.want)
		}
	}
}

func TestDecodePair(t *testing.T) {
	for _, c := range []struct{ key, value, wantKey, wantValue string }{
		{"a+b", "%C3%A9+", "a b", "é "},
		{"€%zz+", "é%", "€%zz ", "é%"},
		{"%41", "é%", "A", "é%"},
		{"%41%42", "é%", "AB", "\ufffd%"},
		{"%%41", "%4%41", "%A", "%4A"},
	} {
		if key, value := decodePair(c.key, c.value); key != c.wantKey || value != c.wantValue {
			t.Errorf("%q=%q: %q=%q", c.key, c.value, key, value)
		}
	}
}

// FuzzSplit compares with a plain search, which is the same for separators of
// one character, and checks that what is escaped reads as it was.
func FuzzSplit(f *testing.F) {
	f.Add("a=b&c&&=d")
	f.Fuzz(func(t *testing.T, in string) {
		var want, got []string
		for _, part := range strings.Split(in, "&") {
			if part != "" {
				key, value, _ := strings.Cut(part, "=")
				want = append(want, key, value)
			}
		}
		split(in, "&", "=", -1, func(key, value string) { got = append(got, key, value) })
		if fmt.Sprintf("%q", got) != fmt.Sprintf("%q", want) {
			t.Fatalf("%q: %q, want %q", in, got, want)
		}
		text := weburl.DecodeUTF8(in)
		escaped, ok := Escape(text)
		if !ok || Unescape(escaped, true) != text {
			t.Fatalf("%q: %q", text, escaped)
		}
	})
}
