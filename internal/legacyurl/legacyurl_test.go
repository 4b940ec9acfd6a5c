package legacyurl

import (
	"errors"
	"fmt"
	"testing"
)

// show prints the fields that are not null.
func show(r Record) string {
	out := ""
	for _, f := range []struct {
		name  string
		field *string
	}{
		{"protocol", r.Protocol}, {"auth", r.Auth}, {"host", r.Host}, {"port", r.Port}, {"hostname", r.Hostname}, {"hash", r.Hash},
		{"search", r.Search}, {"pathname", r.Pathname}, {"path", r.Path},
	} {
		if f.field != nil {
			out += fmt.Sprintf("%s=%q ", f.name, *f.field)
		}
	}
	if r.Slashes {
		out += "slashes "
	}
	return out
}

func TestParse(t *testing.T) {
	for _, c := range []struct {
		in      string
		slashes bool
		want    string
	}{
		{"", false, ""},
		{"/a?b", false, `search="?b" pathname="/a" path="/a?b" `},
		{" /a b", false, `pathname="/a%20b" path="/a%20b" `},
		{"//h/p", false, `pathname="//h/p" path="//h/p" `},
		{"//h/p", true, `host="h" hostname="h" pathname="/p" path="/p" slashes `},
		{"//u@h/p", false, `auth="u" host="h" hostname="h" pathname="/p" path="/p" slashes `},
		{"HTTP://U:P@H:80/A?b=c#d", false, `protocol="http:" auth="U:P" host="h:80" port="80" hostname="h" hash="#d" search="?b=c" pathname="/A" path="/A?b=c" slashes `},
		{"http://a@b@c/", false, `protocol="http:" auth="a@b" host="c" hostname="c" pathname="/" path="/" slashes `},
		{"http://a@b?@c", false, `protocol="http:" auth="a" host="b" hostname="b" search="?@c" pathname="/" path="/?@c" slashes `},
		{"http://[::1]:8", false, `protocol="http:" host="[::1]:8" port="8" hostname="::1" pathname="/" path="/" slashes `},
		{`http:\\h\p?\#\`, false, `protocol="http:" host="h" hostname="h" hash="#%5C" search="?%5C" pathname="/p" path="/p?%5C" slashes `},
		{"http://ä.de", false, `protocol="http:" host="xn--4ca.de" hostname="xn--4ca.de" pathname="/" path="/" slashes `},
		{"mailto:a@b.c?s=x y", false, `protocol="mailto:" auth="a" host="b.c" hostname="b.c" search="?s=x%20y" path="?s=x%20y" `},
		{"javascript:alert('a b')", false, `protocol="javascript:" pathname="alert('a b')" path="alert('a b')" `},
		{"file:///a", false, `protocol="file:" host="" hostname="" pathname="/a" path="/a" slashes `},
	} {
		r, err := Parse(c.in, c.slashes)
		if err != nil {
			t.Errorf("%q: %v", c.in, err)
		}
		if got := show(r.Record); got != c.want {
			t.Errorf("%q:\n%s, want\n%s", c.in, got, c.want)
		}
	}
}

func TestErrors(t *testing.T) {
	for in, want := range map[string]error{
		"http://%zz@h/": ErrMalformed, "http://a\x00b": ErrInvalid, "http://[a b]/": ErrInvalid, "http://[::1": ErrInvalid, "http://xn--é": ErrInvalid, "http://℀/": ErrInvalid,
		"http://\u00ad/": ErrInvalid,
	} {
		if r, err := Parse(in, false); !errors.Is(err, want) {
			t.Errorf("%q: %s, %v; want %v", in, show(r.Record), err, want)
		}
	}
	if r, _ := Parse("http://h:x/", false); !r.BadPort || value(r.Pathname) != "/:x/" {
		t.Errorf("bad port: %v %s", r.BadPort, show(r.Record))
	}
}

func TestFormat(t *testing.T) {
	for _, c := range []struct {
		parts Parts
		want  string
	}{
		{Parts{}, ""},
		{Parts{Protocol: "http", Host: "h"}, "http://h"},
		{Parts{Protocol: "file"}, "file://"},
		{Parts{Protocol: "mailto", Pathname: "a@b"}, "mailto:a@b"},
		{Parts{Hostname: "::1", Port: "80", Slashes: true}, "//[::1]:80"},
		{Parts{Auth: "a b:c/d@", Host: "h", Slashes: true, Pathname: "p"}, "//a%20b:c%2Fd%40@h/p"},
		{Parts{Pathname: "/a?b#c", Search: "x#y", Hash: "z"}, "/a%3Fb%23c?x%23y#z"},
	} {
		if got := Format(c.parts); got != c.want {
			t.Errorf("%+v: %q, want %q", c.parts, got, c.want)
		}
	}
}

func TestResolve(t *testing.T) {
	for _, c := range []struct{ base, link, want string }{
		{"http://u:p@h:1/a/b?q#f", "", "http://u:p@h:1/a/b?q"},
		{"http://u:p@h:1/a/b?q#f", "c", "http://u:p@h:1/a/c"},
		{"http://u:p@h:1/a/b?q#f", "../../../c/./d/..", "http://u:p@h:1/c/"},
		{"http://u:p@h:1/a/b?q#f", "?r", "http://u:p@h:1/a/b?r"},
		{"http://u:p@h:1/a/b?q#f", "#g", "http://u:p@h:1/a/b?q#g"},
		{"http://u:p@h:1/a/b?q#f", "//g", "http://g/"},
		{"http://u:p@h/a", "https:x/y", "https://x/y"},
		{"http://h/a", "https:/x/y", "https://x/y"},
		{"http://h/a", "http:b", "http://h/b"},
		{"http://h/a", "mailto:o@e", "mailto:o@e"},
		{"mailto:l@d", "m@e", "mailto:m@e"},
		{"/a/b", "../../../c", "/c"},
		{"a/b", "../../../c", "../../c"},
		{".", "..", ".."},
		{"", "", ""},
	} {
		base, err := Parse(c.base, true)
		if err != nil {
			t.Fatal(err)
		}
		link, err := Parse(c.link, true)
		if err != nil {
			t.Fatal(err)
		}
		base.setHref()
		link.setHref()
		if got := value(Resolve(base.Record, link.Record).Href); got != c.want {
			t.Errorf("%q + %q: %q, want %q", c.base, c.link, got, c.want)
		}
	}
}

// FuzzResolve checks that no text makes the parser or the resolver fail in
// another way than by an error.
func FuzzResolve(f *testing.F) {
	f.Add("http://u:p@h:1/a/b?q#f", "../c", true)
	f.Add("mailto:l@d", "//[::1]:8\\x", false)
	f.Add("javascript:x", "http:", true)
	f.Fuzz(func(t *testing.T, baseText, linkText string, slashes bool) {
		base, err := Parse(baseText, slashes)
		if err != nil && !errors.Is(err, ErrInvalid) && !errors.Is(err, ErrMalformed) {
			t.Fatalf("%q: %v", baseText, err)
		}
		link, linkErr := Parse(linkText, slashes)
		if err != nil || linkErr != nil {
			return
		}
		base.setHref()
		link.setHref()
		if r := Resolve(base.Record, link.Record); r.Href == nil {
			t.Fatalf("%q + %q has no href", baseText, linkText)
		}
	})
}
