package weburl

import "testing"

func TestHost(t *testing.T) {
	for _, c := range []struct{ host, want string }{ // "" is no host
		{"EXAMPLE.COM", "example.com"},
		{"a%41", "aa"},
		{"%ff", ""},
		{"a%2fb", ""},
		{"a b", ""},
		{"a%00", ""},
		{"a_b-.c.", "a_b-.c."},
		{"0", "0.0.0.0"},
		{"127.1", "127.0.0.1"},
		{"1.2.3", "1.2.0.3"},
		{"1.2.3.4.", "1.2.3.4"},
		{"0x7f.1", "127.0.0.1"},
		{"0300.0250.1", "192.168.0.1"},
		{"0x.0x", "0.0.0.0"},
		{"4294967295", "255.255.255.255"},
		{"4294967296", ""},
		{"99999999999999999999999", ""},
		{"256.1", ""},
		{"1.2.3.256", ""},
		{"1.2.3.4.5", ""},
		{"1..2", ""},
		{"09", ""},
		{"a.09", ""},
		{"a.0x4", ""},
		{"a.0xg", "a.0xg"},
		{"１２７。１", "127.0.0.1"},
		{"[::1]", "[::1]"},
		{"[1:2:0:0:5:0:0:0]", "[1:2:0:0:5::]"},
		{"[1:0:0:4:0:0:7:8]", "[1::4:0:0:7:8]"},
		{"[1:0:3:0:5:0:7:0]", "[1:0:3:0:5:0:7:0]"},
		{"[::ffff:1.2.3.4]", "[::ffff:102:304]"},
		{"[0:0:0:0:0:0:0:0]", "[::]"},
		{"[1:2:3:4:5:6:7::]", "[1:2:3:4:5:6:7:0]"},
		{"[::1%25eth0]", ""},
		{"[::00001]", ""},
		{"[1.2.3.4]", ""},
		{"[::1", ""},
		{"[:1]", ""},
		{"[1::2::3]", ""},
		{"[]", ""},

		{"español.com", "xn--espaol-zwa.com"},
		{"FAẞ.de", "xn--fa-hia.de"},
		{"a\u00adb", "ab"},
		{"look\u180eout", "lookout"},
		{"Ⴀ.com", "xn--rkj.com"},
		{"a。b", "a.b"},
		{"≠", "xn--1ch"},
		{"\u00ad", ""},
		{"℀", ""},
		{"é.xn--", ""},
		{"é.xn--a", ""},
		{"é.xn--4ca.xn--xn---epa", ""},
		{"xn--a", "xn--a"},
		{"א0", "xn--0-zhc"},
		{"אa", ""},
		{"a\u200db", ""},
		{"क्\u200dष", "xn--11b2ezcw70k"},
	} {
		u, err := Parse("https://"+c.host+"/", nil)
		got := ""
		if err == nil {
			got = u.Hostname()
		}
		if got != c.want {
			t.Errorf("%q: %q, want %q", c.host, got, c.want)
		}
	}
}

func TestDomains(t *testing.T) {
	for _, c := range []struct{ domain, ascii, unicode string }{
		{"español.com", "xn--espaol-zwa.com", "español.com"},
		{"xn--fiq228c.com", "xn--fiq228c.com", "中文.com"},
		{"xn--0zwm56d.xn--a", "xn--0zwm56d.xn--a", "测试.xn--a"},
		{"xn--iñvalid.com", "", ""},
		{"a/b", "a", "a"},
		{"a:80", "", ""},
		{"127.1", "127.0.0.1", "127.0.0.1"},
		{"", "", ""},
	} {
		if got := DomainToASCII(c.domain); got != c.ascii {
			t.Errorf("DomainToASCII(%q) = %q, want %q", c.domain, got, c.ascii)
		}
		if got := DomainToUnicode(c.domain); got != c.unicode {
			t.Errorf("DomainToUnicode(%q) = %q, want %q", c.domain, got, c.unicode)
		}
	}
	if got := ToASCII("xn--é") + ToASCII("É"); got != "xn--9ca" {
		t.Errorf("ToASCII: %q", got)
	}
}
