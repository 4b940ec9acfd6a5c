package weburl

import "testing"

func TestSetters(t *testing.T) {
	setters := map[string]func(*URL, string) bool{
		"protocol": (*URL).SetProtocol, "username": (*URL).SetUsername, "password": (*URL).SetPassword, "host": (*URL).SetHost,
		"hostname": (*URL).SetHostname, "port": (*URL).SetPort, "pathname": (*URL).SetPathname, "search": (*URL).SetSearch, "hash": (*URL).SetHash,
	}
	for _, c := range []struct{ url, part, value, want string }{
		{"http://h:443/", "protocol", "https", "https://h/"},
		{"http://h/", "protocol", "https:foo", "https://h/"},
		{"http://h/", "protocol", "h\ntt\tps", "https://h/"},
		{"http://h/", "protocol", "foo", "http://h/"},
		{"http://h/", "protocol", "1x", "http://h/"},
		{"http://h/", "protocol", "", "http://h/"},
		{"http://u@h/", "protocol", "file", "http://u@h/"},
		{"http://h/", "protocol", "file", "file://h/"},
		{"file:///a", "protocol", "http", "file:///a"},
		{"foo:a", "protocol", "bar", "bar:a"},
		{"http://h/", "username", "a:b@", "http://a%3Ab%40@h/"},
		{"http://a@h/", "username", "", "http://h/"},
		{"file:///", "username", "a", "file:///"},
		{"foo:a", "password", "a", "foo:a"},
		{"http://h/", "password", "p", "http://:p@h/"},
		{"http://h:1/", "host", "g", "http://g:1/"},
		{"http://h:1/", "host", "g:2x", "http://g:2/"},
		{"http://h:1/", "host", "g:x", "http://g:1/"},
		{"http://h:1/", "host", "g:99999", "http://g:1/"},
		{"http://h/", "host", "", "http://h/"},
		{"http://h/", "host", ":80", "http://h/"},
		{"http://h/", "host", "g/x?y", "http://g/"},
		{"http://h/", "host", "[::1]:5", "http://[::1]:5/"},
		{"http://h/", "host", "a b", "http://h/"},
		{"foo://h", "host", "", "foo://"},
		{"foo://u@h", "host", "", "foo://u@h"},
		{"foo:a", "host", "h", "foo:a"},
		{"foo:/.//a", "host", "h", "foo://h//a"},
		{"file:///a", "host", "h", "file://h/a"},
		{"file://h/a", "host", "localhost", "file:///a"},
		{"file://h/a", "host", "h:1", "file://h/a"},
		{"http://h:1/", "hostname", "g:2", "http://h:1/"},
		{"http://h:1/", "hostname", `g\x`, "http://g:1/"},
		{"http://h/", "port", "81x", "http://h:81/"},
		{"http://h:1/", "port", "80", "http://h/"},
		{"http://h:1/", "port", "", "http://h/"},
		{"http://h:1/", "port", "x", "http://h:1/"},
		{"http://h:1/", "port", "65536", "http://h:1/"},
		{"file:///", "port", "1", "file:///"},
		{"http://h/a", "pathname", "", "http://h/"},
		{"http://h/a", "pathname", "b?c#d", "http://h/b%3Fc%23d"},
		{"http://h/a", "pathname", `\b/../c`, "http://h/c"},
		{"foo://h/a", "pathname", "", "foo://h"},
		{"foo:/a", "pathname", "", "foo:/"},
		{"foo:/a", "pathname", "//b", "foo:/.//b"},
		{"foo:a", "pathname", "b", "foo:a"},
		{"http://h/?q", "search", "", "http://h/"},
		{"http://h/", "search", "??a'\t#", "http://h/??a%27%23"},
		{"foo://h/", "search", "'", "foo://h/?'"},
		{"http://h/", "search", "?", "http://h/?"},
		{"http://h/#f", "hash", "", "http://h/"},
		{"http://h/", "hash", "##a b", "http://h/##a%20b"},
		{"foo:a  #b", "hash", "", "foo:a %20"},
	} {
		u, err := Parse(c.url, nil)
		if err != nil {
			t.Fatal(c.url, err)
		}
		before := u.Href()
		taken := setters[c.part](u, c.value)
		if got := u.Href(); got != c.want {
			t.Errorf("%s of %s to %q: %s, want %s", c.part, c.url, c.value, got, c.want)
		}
		if !taken && u.Href() != before {
			t.Errorf("%s of %s to %q: refused, but changed", c.part, c.url, c.value)
		}
	}
}
