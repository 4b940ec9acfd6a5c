// Package weburl parses, changes and prints URLs by the URL Standard of the
// WHATWG, as browsers and Node's global URL do. modules/url is its binding to
// JavaScript; the package itself knows no VM and has no state. Texts are
// UTF-8; who has a JavaScript string replaces its lone surrogates first.
//
// A URL belongs to one goroutine at a time.
//
// # Differences from the standard
//
// As in Node, a domain that is ASCII already is not checked, whatever its labels
// in Punycode stand for.
//
// # Differences from Node
//
// Domain names use the Unicode tables of golang.org/x/net/idna, so characters
// that are newer than those make a name invalid here; of the characters that
// changed their meaning since, domain.go has the list.
package weburl

import (
	"errors"
	"strconv"
	"strings"
)

// ErrInvalid says that a text is no URL.
var ErrInvalid = errors.New("invalid URL")

// noPort is the port of a URL that names none, or the default of its scheme.
const noPort = -1

// URL is a URL record of the standard. The texts are as they print:
// percent-encoded, the host in its serialized form, the path with its slashes.
type URL struct {
	scheme             string // without the colon
	username, password string
	host               string // valid if hasHost
	hasHost            bool
	opaque             bool // path is an opaque path
	hasQuery           bool
	hasFragment        bool
	port               int
	path               string
	query, fragment    string

	href string // what Href has made of it; "" after a change
}

// Href is the whole URL as a text.
func (u *URL) Href() string {
	if u.href == "" {
		u.href = u.Format(Parts{Auth: true, Search: true, Fragment: true, Host: u.host})
	}
	return u.href
}

// Parts says what Format prints besides scheme, port and path.
type Parts struct {
	Auth, Search, Fragment bool
	Host                   string // in place of the URL's own
}

// Format prints a URL, or some parts of it.
func (u *URL) Format(p Parts) string {
	size := len(u.scheme) + len(u.username) + len(u.password) + len(p.Host) + len(u.path) + len(u.query) + len(u.fragment)
	b := append(make([]byte, 0, size+16), u.scheme...)
	b = append(b, ':')
	switch {
	case u.hasHost:
		b = append(b, "//"...)
		if p.Auth {
			b = u.appendAuth(b)
		}
		b = append(b, p.Host...)
		b = u.appendPort(b)
	case !u.opaque && strings.HasPrefix(u.path, "//"):
		b = append(b, "/."...) // or the path would read as a host
	}
	b = append(b, u.path...)
	if p.Search && u.hasQuery {
		b = append(append(b, '?'), u.query...)
	}
	if p.Fragment && u.hasFragment {
		b = append(append(b, '#'), u.fragment...)
	}
	return string(b)
}

func (u *URL) appendAuth(b []byte) []byte {
	if u.username == "" && u.password == "" {
		return b
	}
	b = append(b, u.username...)
	if u.password != "" {
		b = append(append(b, ':'), u.password...)
	}
	return append(b, '@')
}

func (u *URL) appendPort(b []byte) []byte {
	if u.port == noPort {
		return b
	}
	return strconv.AppendInt(append(b, ':'), int64(u.port), 10)
}

// Origin is the serialized origin, "null" for schemes that have none.
func (u *URL) Origin() string {
	switch u.scheme {
	case "http", "https", "ws", "wss", "ftp":
		return u.scheme + "://" + u.Host()
	case "blob":
		inner, err := Parse(u.path, nil)
		if err == nil && (inner.scheme == "http" || inner.scheme == "https") {
			return inner.Origin()
		}
	}
	return "null"
}

// Protocol is the scheme with its colon.
func (u *URL) Protocol() string { return u.scheme + ":" }

// Username is the percent-encoded user name, "" without one.
func (u *URL) Username() string { return u.username }

// Password is the percent-encoded password, "" without one.
func (u *URL) Password() string { return u.password }

// Host is the host name with the port, if there is one.
func (u *URL) Host() string {
	if u.port == noPort {
		return u.host
	}
	return string(u.appendPort([]byte(u.host)))
}

// Hostname is the host name: a domain, an address, or "".
func (u *URL) Hostname() string { return u.host }

// Port is the port as a text, "" for the default one.
func (u *URL) Port() string {
	if u.port == noPort {
		return ""
	}
	return strconv.Itoa(u.port)
}

// Pathname is the path.
func (u *URL) Pathname() string { return u.path }

// Search is the query with its question mark, or "".
func (u *URL) Search() string {
	if u.query == "" {
		return ""
	}
	return "?" + u.query
}

// Query is the query without its question mark.
func (u *URL) Query() string { return u.query }

// Hash is the fragment with its number sign, or "".
func (u *URL) Hash() string {
	if u.fragment == "" {
		return ""
	}
	return "#" + u.fragment
}

// special reports whether the scheme is one whose URLs always have a host.
func (u *URL) special() bool { return isSpecial(u.scheme) }

func isSpecial(scheme string) bool {
	switch scheme {
	case "http", "https", "ws", "wss", "ftp", "file":
		return true
	}
	return false
}

func defaultPort(scheme string) int {
	switch scheme {
	case "http", "ws":
		return 80
	case "https", "wss":
		return 443
	case "ftp":
		return 21
	}
	return noPort
}
