package weburl

import "testing"

// parseCases are inputs, with a base or without, and what they come to; "" is
// no URL.
var parseCases = []struct{ input, base, want string }{
	{"", "", ""},
	{"", "http://h/a?q#f", "http://h/a?q"},
	{"a", "", ""},
	{"  http://h \n", "", "http://h/"},
	{"ht\ntp://h/\ta\r", "", "http://h/a"},
	{"HTTP://EXAMPLE.com:80/%7Efoo/../b", "", "http://example.com/b"},
	{"https://h:443", "", "https://h/"},
	{"ftp://h:21/", "", "ftp://h/"},
	{"ws://h:81", "", "ws://h:81/"},
	{"http://h:065535", "", "http://h:65535/"},
	{"http://h:65536", "", ""},
	{"http://h:8a", "", ""},
	{"http://h:", "", "http://h/"},
	{"http:h", "", "http://h/"},
	{`http:\\h\a`, "", "http://h/a"},
	{"http:////h", "", "http://h/"},
	{"http://", "", ""},
	{"http://:80", "", ""},
	{"http://@/x", "", ""},
	{"http://u@", "", ""},
	{"http://u:p@h", "", "http://u:p@h/"},
	{"http://:@h", "", "http://h/"},
	{"http://:p@h", "", "http://:p@h/"},
	{"http://a@b:c@d@e/", "", "http://a%40b:c%40d@e/"},
	{"http://u/@h", "", "http://u/@h"},
	{"http://h/ \"#%<>?`{}^|", "", "http://h/%20%22#%%3C%3E?%60{}^|"},
	{"http://h/`{}^|'", "", "http://h/%60%7B%7D%5E|'"},
	{"http://h/?'\"<>`", "", "http://h/?%27%22%3C%3E`"},
	{"foo://h/?'", "", "foo://h/?'"},
	{"http://h/é?é#é", "", "http://h/%C3%A9?%C3%A9#%C3%A9"},
	{"http://h/a/./b/../c/%2e/%2E%2e/d/..", "", "http://h/a/"},
	{"http://h/..", "", "http://h/"},
	{"http://h//..//a", "", "http://h//a"},

	{"b", "http://u:p@h:1/x/y?q#f", "http://u:p@h:1/x/b"},
	{"?r", "http://h/x/y?q#f", "http://h/x/y?r"},
	{"#g", "http://h/x/y?q#f", "http://h/x/y?q#g"},
	{"/a", "http://h/x", "http://h/a"},
	{"//g", "http://h/x", "http://g/"},
	{`\\g`, "http://h/x", "http://g/"},
	{"http:a", "http://h/x/y", "http://h/x/a"},
	{"http:/a", "http://h/x/y", "http://h/a"},
	{"https:a", "http://h/x/y", "https://a/"},
	{"../../..", "http://h/x/y/z", "http://h/"},
	{"a", "no url", ""},

	{"foo:bar", "", "foo:bar"},
	{"foo:", "", "foo:"},
	{"foo:/a/../b", "", "foo:/b"},
	{"foo:/..//a", "", "foo:/.//a"},
	{"foo://h", "", "foo://h"},
	{"foo://", "", "foo://"},
	{"foo:///", "", "foo:///"},
	{"foo://h:80?q", "", "foo://h:80?q"},
	{`foo://h\a`, "", ""},
	{"foo://HOST%41", "", "foo://HOST%41"},
	{"foo://h o", "", ""},
	{"foo: a  ?q", "", "foo: a %20?q"},
	{"foo:a  #f", "", "foo:a %20#f"},
	{"foo:a  ", "", "foo:a"},
	{"a", "foo:bar", ""},
	{"#f", "foo:bar?q#g", "foo:bar?q#f"},
	{"a", "foo://h/x/y", "foo://h/x/a"},
	{"//g", "foo://h", "foo://g"},
	{"1:2", "", ""},
	{"a+b-c.d:x", "", "a+b-c.d:x"},

	{"file:", "", "file:///"},
	{"file:a", "", "file:///a"},
	{"file://localhost/a", "", "file:///a"},
	{"file://h/a", "", "file://h/a"},
	{`file:\\h\a`, "", "file://h/a"},
	{"file://a b/", "", ""},
	{"file:///C|/x/../..", "", "file:///C:/"},
	{"file:C:/x", "", "file:///C:/x"},
	{"file://C:/x", "", "file:///C:/x"},
	{"/x", "file:///C:/y", "file:///C:/x"},
	{"D:/x", "file:///C:/y", "d:/x"},
	{"/D:/x", "file:///C:/y", "file:///D:/x"},
	{"D|/x", "file:///C:/y", "file:///D:/x"},
	{"x", "file://h/a/b", "file://h/a/x"},
	{"..", "file:///C:/", "file:///C:/"},
	{"?q", "file:///a?b", "file:///a?q"},
	{"//g/x", "file:///a", "file://g/x"},
	{"file:x", "http://h/", "file:///x"},
}

func TestParse(t *testing.T) {
	for _, c := range parseCases {
		if got := href(c.input, c.base); got != c.want {
			t.Errorf("%q on %q: %q, want %q", c.input, c.base, got, c.want)
		}
	}
}

// href parses and prints; "" is no URL.
func href(input, baseText string) string {
	var base *URL
	if baseText != "" {
		var err error
		if base, err = Parse(baseText, nil); err != nil {
			return ""
		}
	}
	u, err := Parse(input, base)
	if err != nil {
		return ""
	}
	return u.Href()
}

func TestParts(t *testing.T) {
	u, err := Parse("https://user:pass@sub.example.com:8080/p/a/t/h?query=string#hash", nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ name, got, want string }{
		{"origin", u.Origin(), "https://sub.example.com:8080"},
		{"protocol", u.Protocol(), "https:"},
		{"username", u.Username(), "user"},
		{"password", u.Password(), "pass"},
		{"host", u.Host(), "sub.example.com:8080"},
		{"hostname", u.Hostname(), "sub.example.com"},
		{"port", u.Port(), "8080"},
		{"pathname", u.Pathname(), "/p/a/t/h"},
		{"search", u.Search(), "?query=string"},
		{"query", u.Query(), "query=string"},
		{"hash", u.Hash(), "#hash"},
		{"bare", u.Format(Parts{Host: u.Hostname()}), "https://sub.example.com:8080/p/a/t/h"},
	} {
		if c.got != c.want {
			t.Errorf("%s: %q, want %q", c.name, c.got, c.want)
		}
	}
}

func TestOrigin(t *testing.T) {
	for input, want := range map[string]string{
		"http://h:80/": "http://h", "wss://h:1": "wss://h:1", "ftp://h": "ftp://h", "file:///a": "null", "foo://h": "null",
		"blob:https://h:1/x": "https://h:1", "blob:ftp://h": "null", "blob:x": "null", "data:,": "null",
	} {
		u, err := Parse(input, nil)
		if err != nil {
			t.Fatalf("%s: %v", input, err)
		}
		if got := u.Origin(); got != want {
			t.Errorf("%s: %q, want %q", input, got, want)
		}
	}
}

// TestEmptyParts checks that an empty query or fragment prints, but is no part.
func TestEmptyParts(t *testing.T) {
	u, err := Parse("http://h/?#", nil)
	if err != nil {
		t.Fatal(err)
	}
	if u.Href() != "http://h/?#" || u.Search() != "" || u.Hash() != "" {
		t.Errorf("%q %q %q", u.Href(), u.Search(), u.Hash())
	}
}

// FuzzParse checks that what a URL prints as parses to the same URL, and that
// setting a part to what it is changes nothing.
func FuzzParse(f *testing.F) {
	for _, c := range parseCases {
		f.Add(c.input, c.base)
	}
	f.Add("http://א.é/", "")
	f.Fuzz(func(t *testing.T, input, baseText string) {
		var base *URL
		if u, err := Parse(baseText, nil); err == nil {
			base = u
		}
		u, err := Parse(input, base)
		if err != nil {
			return
		}
		again, err := Parse(u.Href(), nil)
		if err != nil {
			t.Fatalf("%q on %q: %q is no URL", input, baseText, u.Href())
		}
		if again.Href() != u.Href() {
			t.Fatalf("%q on %q: %q, then %q", input, baseText, u.Href(), again.Href())
		}
		again.SetPathname(u.Pathname())
		if u.Hostname() != "" { // or it gets an empty host
			again.SetHostname(u.Hostname())
		}
		again.SetProtocol(u.Protocol())
		if again.Href() != u.Href() {
			t.Fatalf("%q on %q: %q, after setting the same %q", input, baseText, u.Href(), again.Href())
		}
	})
}

func BenchmarkParse(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Parse("https://user:pass@sub.example.com:8080/p/a/t/h?query=string#hash", nil); err != nil {
			b.Fatal(err)
		}
	}
}
