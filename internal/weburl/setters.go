package weburl

import "strings"

// The setters follow the URL class of the standard ("API"): what makes no
// sense leaves the URL as it was. They report whether they took the value.

func (u *URL) changed() bool {
	u.href = ""
	return true
}

// SetProtocol changes the scheme, within special or other ones.
func (u *URL) SetProtocol(value string) bool {
	scheme, _, ok := cutScheme(dropTabs(value) + ":")
	if !ok {
		return false
	}
	scheme = strings.ToLower(scheme)
	switch {
	case isSpecial(scheme) != u.special(),
		scheme == "file" && (u.username != "" || u.password != "" || u.port != noPort),
		u.scheme == "file" && u.host == "":
		return false
	}
	if u.scheme = scheme; u.port == defaultPort(scheme) {
		u.port = noPort
	}
	return u.changed()
}

// hasNoAuthority reports whether the URL cannot have a user or a port.
func (u *URL) hasNoAuthority() bool { return u.host == "" || u.scheme == "file" }

// SetUsername changes the user name.
func (u *URL) SetUsername(value string) bool {
	if u.hasNoAuthority() {
		return false
	}
	u.username = encode(value, userinfoSet)
	return u.changed()
}

// SetPassword changes the password.
func (u *URL) SetPassword(value string) bool {
	if u.hasNoAuthority() {
		return false
	}
	u.password = encode(value, userinfoSet)
	return u.changed()
}

// SetHost changes the host name, and the port if the value has one.
func (u *URL) SetHost(value string) bool {
	if u.opaque {
		return false
	}
	text := u.untilPath(value)
	if u.scheme == "file" {
		return u.setFileHost(text) && u.changed()
	}
	host, port, hasPort := cutPort(text)
	if hasPort && host == "" || !u.replaceHost(host) {
		return false
	}
	u.parsePort(leadingDigits(port))
	return u.changed()
}

// SetHostname changes the host name.
func (u *URL) SetHostname(value string) bool {
	if u.opaque {
		return false
	}
	text := u.untilPath(value)
	if u.scheme == "file" {
		return u.setFileHost(text) && u.changed()
	}
	if _, _, hasPort := cutPort(text); hasPort || !u.replaceHost(text) {
		return false
	}
	return u.changed()
}

// untilPath is the part of a host's new value that counts.
func (u *URL) untilPath(value string) string {
	value = dropTabs(value)
	if end := u.authorityEnd(value); end >= 0 {
		value = value[:end]
	}
	return value
}

func (u *URL) replaceHost(text string) bool {
	if text == "" && (u.special() || u.username != "" || u.password != "" || u.port != noPort) {
		return false
	}
	host, ok := parseHost(text, u.special())
	if !ok {
		return false
	}
	u.host, u.hasHost = host, true
	return true
}

func leadingDigits(s string) string {
	for i := range len(s) {
		if !isDigit(s[i]) {
			return s[:i]
		}
	}
	return s
}

// SetPort changes the port; "" is the default one.
func (u *URL) SetPort(value string) bool {
	if u.hasNoAuthority() {
		return false
	}
	if value == "" {
		u.port = noPort
		return u.changed()
	}
	digits := leadingDigits(dropTabs(value))
	return digits != "" && u.parsePort(digits) && u.changed()
}

// SetPathname changes the path.
func (u *URL) SetPathname(value string) bool {
	if u.opaque {
		return false
	}
	value = dropTabs(value)
	u.path = ""
	switch {
	case u.isSlash(value):
		u.appendPath(value[1:])
	case value != "" || u.special():
		u.appendPath(value)
	case !u.hasHost:
		u.path = "/"
	}
	return u.changed()
}

// SetSearch changes the query; "" removes it.
func (u *URL) SetSearch(value string) bool {
	if value == "" {
		u.query, u.hasQuery = "", false
	} else {
		u.setQuery(dropTabs(strings.TrimPrefix(value, "?")))
	}
	return u.changed()
}

// SetHash changes the fragment; "" removes it.
func (u *URL) SetHash(value string) bool {
	if value == "" {
		u.fragment, u.hasFragment = "", false
	} else {
		u.fragment, u.hasFragment = encode(dropTabs(strings.TrimPrefix(value, "#")), fragmentSet), true
	}
	return u.changed()
}
