package legacyurl

import (
	"strings"

	"github.com/gonode/gonode/internal/wtf8"
)

// Parts are what Format prints; what is missing is "".
type Parts struct {
	Protocol, Auth, Host, Hostname, Port string
	Pathname, Search, Hash               string
	Slashes                              bool
}

// Format puts a URL together.
func Format(p Parts) string {
	protocol := p.Protocol
	if protocol != "" && !strings.HasSuffix(protocol, ":") {
		protocol += ":"
	}
	host := p.host()
	pathname := strings.NewReplacer("#", "%23", "?", "%3F").Replace(p.Pathname)
	if p.Slashes || slashed(protocol) {
		switch {
		case p.Slashes || host != "":
			if pathname != "" && pathname[0] != '/' {
				pathname = "/" + pathname
			}
			host = "//" + host
		case strings.HasPrefix(protocol, "file"):
			host = "//"
		}
	}
	search := strings.ReplaceAll(p.Search, "#", "%23")
	return protocol + host + pathname + prefixed(search, "?") + prefixed(p.Hash, "#")
}

func prefixed(s, prefix string) string {
	if s == "" || strings.HasPrefix(s, prefix) {
		return s
	}
	return prefix + s
}

// host is user, host name and port.
func (p Parts) host() string {
	auth := ""
	if p.Auth != "" {
		auth = escapeAuth(p.Auth) + "@"
	}
	switch {
	case p.Host != "":
		return auth + p.Host
	case p.Hostname == "":
		return ""
	}
	host := p.Hostname
	if strings.Contains(host, ":") && !bracketed(host) {
		host = "[" + host + "]"
	}
	if p.Port != "" {
		host += ":" + p.Port
	}
	return auth + host
}

// bracketed reports whether a host name looks like an IPv6 address.
func bracketed(host string) bool {
	return len(host) > 1 && host[0] == '[' && host[len(host)-1] == ']'
}

// escapeAuth is encodeURIComponent but for the colon. A surrogate at the end,
// for which that throws, is lost; who calls Format looks for it before.
func escapeAuth(s string) string {
	s, _ = wtf8.JoinHalves(s)
	const digits = "0123456789ABCDEF"
	b := make([]byte, 0, len(s))
	for i := range len(s) {
		c := s[i]
		if c >= '0' && c <= '9' || c|0x20 >= 'a' && c|0x20 <= 'z' || strings.IndexByte("!'()*-._~:", c) >= 0 {
			b = append(b, c)
		} else {
			b = append(b, '%', digits[c>>4], digits[c&15])
		}
	}
	return string(b)
}
