package util

import (
	"testing"

	"github.com/gonode/gonode/internal/engine"
)

func TestMIMEParams(t *testing.T) {
	tests := []struct{ params, want string }{
		{"", ""},
		{"charset=utf-8", "charset=utf-8"},
		{"A=B; a=c", "a=B"},
		{`a="x\"y"junk;b=1`, `a="x\"y";b=1`},
		{`a="unclosed`, "a=unclosed"},
		{`a="";b=;=c;d`, `a=""`},
		{"a=é;b=Ā;c=\x01", `a="é"`},
		{" ;; a= b ;c =d", `a=" b"`},
	}
	for _, tt := range tests {
		l := &mimeList{}
		l.parse(tt.params)
		if got := l.String(); got != tt.want {
			t.Errorf("%q: got %q, want %q", tt.params, got, tt.want)
		}
	}
}

// FuzzMIME checks that what a type is written as is read as the same type.
func FuzzMIME(f *testing.F) {
	for _, seed := range []string{"text/html", "a/b;c=d", `a/b; c="\\\""; d`, "A/B ;x=é"} {
		f.Add(seed)
	}
	e := engine.New()
	m := &Module{e: e, vm: e.VM}
	parse := func(text string) (mime *mimeState) {
		e.Try(func() { mime = m.parseMIME(text) })
		return mime
	}
	f.Fuzz(func(t *testing.T, text string) {
		mime := parse(text)
		if mime == nil {
			t.Skip("no MIME type")
		}
		again := parse(mime.String())
		if again == nil || again.String() != mime.String() {
			t.Errorf("%q: %q is not read back", text, mime.String())
		}
	})
}
