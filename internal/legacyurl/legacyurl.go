// Package legacyurl is the parser behind url.parse, url.format and url.resolve,
// which Node keeps for old programs (Node documentation, "Legacy URL API"). It
// follows no standard but Node's own behaviour. modules/url binds it to
// JavaScript; the package knows no VM and has no state. Texts are in WTF-8.
package legacyurl

import (
	"errors"
	"strings"
)

// The errors of Parse.
var (
	ErrInvalid   = errors.New("invalid URL")
	ErrMalformed = errors.New("URI malformed") // in the user or password
)

// Record is the fields of a Url object. A nil field is null.
type Record struct {
	Protocol, Auth, Host, Port, Hostname *string
	Hash, Search, Pathname, Path, Href   *string
	Slashes                              bool // true or null
	Query                                any  // a string, or what the caller has made of it
}

func text(s string) *string { return &s }

// value is the text of a field, "" for null.
func value(field *string) string {
	if field == nil {
		return ""
	}
	return *field
}

// same compares two fields as !== does.
func same(a, b *string) bool {
	return a == nil && b == nil || a != nil && b != nil && *a == *b
}

// slashed reports whether URLs of a protocol have two slashes before the host.
func slashed(protocol string) bool {
	switch strings.TrimSuffix(protocol, ":") {
	case "http", "https", "ftp", "gopher", "file", "ws", "wss":
		return true
	}
	return false
}

// scripts reports whether what follows a protocol is no path but a script.
func scripts(protocol string) bool { return strings.TrimSuffix(protocol, ":") == "javascript" }

// setPath makes path of pathname and search, for http.request.
func (r *Record) setPath() { r.Path = text(value(r.Pathname) + value(r.Search)) }

// setHref makes href of the other fields.
func (r *Record) setHref() {
	r.Href = text(Format(Parts{
		Protocol: value(r.Protocol), Auth: value(r.Auth), Host: value(r.Host), Hostname: value(r.Hostname),
		Port: value(r.Port), Pathname: value(r.Pathname), Search: value(r.Search), Hash: value(r.Hash), Slashes: r.Slashes,
	}))
}
