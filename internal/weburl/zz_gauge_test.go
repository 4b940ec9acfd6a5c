package weburl

import (
	"encoding/json"
	"os"
	"testing"
)

const dir = "/tmp/oracles/suite/test/fixtures/wpt/url/resources/"

func TestGauge(t *testing.T) {
	b, _ := os.ReadFile(dir + "urltestdata.json")
	var raw []json.RawMessage
	json.Unmarshal(b, &raw)
	n, bad := 0, 0
	for _, r := range raw {
		var c struct {
			Input                                                                             string
			Base                                                                              *string
			Href, Protocol, Username, Password, Host, Hostname, Port, Pathname, Search, Hash string
			Origin                                                                            *string
			Failure                                                                           bool
		}
		if json.Unmarshal(r, &c) != nil {
			continue
		}
		n++
		var base *URL
		var err error
		if c.Base != nil {
			base, err = Parse(*c.Base, nil)
			if err != nil && !c.Failure {
				t.Error("base", *c.Base)
				continue
			}
			if err != nil {
				continue
			}
		}
		u, err := Parse(c.Input, base)
		if (err != nil) != c.Failure {
			bad++
			t.Errorf("%q %v %v", c.Input, c.Base, err)
			continue
		}
		if err != nil {
			continue
		}
		for _, x := range [][2]string{{u.Href(), c.Href}, {u.Protocol(), c.Protocol}, {u.Username(), c.Username}, {u.Password(), c.Password}, {u.Host(), c.Host}, {u.Hostname(), c.Hostname}, {u.Port(), c.Port}, {u.Pathname(), c.Pathname}, {u.Search(), c.Search}, {u.Hash(), c.Hash}} {
			if x[0] != x[1] {
				bad++
				t.Errorf("%q: %q want %q", c.Input, x[0], x[1])
			}
		}
		if c.Origin != nil && u.Origin() != *c.Origin {
			bad++
			t.Errorf("%q: origin %q want %q", c.Input, u.Origin(), *c.Origin)
		}
	}
	t.Log("parse", n, bad)
	b, _ = os.ReadFile(dir + "setters_tests.json")
	var m map[string]json.RawMessage
	json.Unmarshal(b, &m)
	n, bad = 0, 0
	for k, v := range m {
		var cs []struct {
			Href, New_value string
			Expected        map[string]string
		}
		if json.Unmarshal(v, &cs) != nil || k == "comment" {
			continue
		}
		for _, c := range cs {
			u, err := Parse(c.Href, nil)
			if err != nil {
				t.Error("parse", c.Href, err)
				continue
			}
			n++
			switch k {
			case "protocol":
				u.SetProtocol(c.New_value)
			case "username":
				u.SetUsername(c.New_value)
			case "password":
				u.SetPassword(c.New_value)
			case "host":
				u.SetHost(c.New_value)
			case "hostname":
				u.SetHostname(c.New_value)
			case "port":
				u.SetPort(c.New_value)
			case "pathname":
				u.SetPathname(c.New_value)
			case "search":
				u.SetSearch(c.New_value)
			case "hash":
				u.SetHash(c.New_value)
			case "href":
				if v, err := Parse(c.New_value, nil); err == nil {
					u = v
				}
			default:
				t.Error(k)
			}
			for f, want := range c.Expected {
				got := map[string]func() string{"href": u.Href, "protocol": u.Protocol, "username": u.Username, "password": u.Password, "host": u.Host, "hostname": u.Hostname, "port": u.Port, "pathname": u.Pathname, "search": u.Search, "hash": u.Hash, "origin": u.Origin}[f]()
				if got != want {
					bad++
					t.Errorf("%s %q=%q %s got %q want %q\n", k, c.Href, c.New_value, f, got, want)
				}
			}
		}
	}
	t.Log("setters", n, bad)
	for _, f := range []string{"toascii.json", "IdnaTestV2.json", "IdnaTestV2-removed.json"} {
		b, _ = os.ReadFile(dir + f)
		var raw []json.RawMessage
		json.Unmarshal(b, &raw)
		n, bad := 0, 0
		for _, r := range raw {
			var c struct {
				Input  string
				Output *string
			}
			if json.Unmarshal(r, &c) != nil || c.Input == "" {
				continue
			}
			n++
			u, err := Parse("https://"+c.Input+"/x", nil)
			got := "<nil>"
			if err == nil {
				got = u.Host()
			}
			want := "<nil>"
			if c.Output != nil {
				want = *c.Output
			}
			if got != want {
				bad++
				if bad < 30 {
					t.Errorf("%s %+q got %q want %q\n", f, c.Input, got, want)
				}
			}
		}
		t.Log(f, n, bad)
	}
}

func BenchmarkParse(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		Parse("https://user:pass@sub.example.com:8080/p/a/t/h?query=string#hash", nil)
	}
}
