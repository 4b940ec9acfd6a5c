package weburl

import "strings"

// Parse is the basic URL parser of the standard; base may be nil.
func Parse(input string, base *URL) (*URL, error) {
	u := &URL{port: noPort}
	if !u.parse(dropTabs(trimControls(input)), base) {
		return nil, ErrInvalid
	}
	return u, nil
}

// parse is the parser's "scheme start state" and "scheme state".
func (u *URL) parse(in string, base *URL) bool {
	scheme, rest, ok := cutScheme(in)
	if !ok {
		return u.parseNoScheme(in, base)
	}
	u.scheme = strings.ToLower(scheme)
	switch {
	case u.scheme == "file":
		if base != nil && base.scheme != "file" {
			base = nil
		}
		return u.parseFile(rest, base)
	case !u.special():
		return u.parseNonSpecial(rest)
	case base != nil && base.scheme == u.scheme && !strings.HasPrefix(rest, "//"):
		return u.parseRelative(rest, base)
	}
	return u.parseAuthority(trimSlashes(rest))
}

// cutScheme splits a scheme from what follows its colon.
func cutScheme(in string) (scheme, rest string, ok bool) {
	if in == "" || !isAlpha(in[0]) {
		return "", "", false
	}
	for i := 1; i < len(in); i++ {
		switch c := in[i]; {
		case c == ':':
			return in[:i], in[i+1:], true
		case !isSchemeByte(c):
			return "", "", false
		}
	}
	return "", "", false
}

func isSchemeByte(c byte) bool {
	return isAlpha(c) || isDigit(c) || c == '+' || c == '-' || c == '.'
}

// trimSlashes is "special authority ignore slashes state".
func trimSlashes(s string) string {
	for s != "" && (s[0] == '/' || s[0] == '\\') {
		s = s[1:]
	}
	return s
}

// isSlash reports whether s begins with what this URL's scheme takes as a slash.
func (u *URL) isSlash(s string) bool {
	return s != "" && (s[0] == '/' || s[0] == '\\' && u.special())
}

func (u *URL) parseNonSpecial(rest string) bool {
	switch {
	case strings.HasPrefix(rest, "//"):
		return u.parseAuthority(rest[2:])
	case strings.HasPrefix(rest, "/"):
		u.parsePath(rest[1:])
	default:
		u.parseOpaquePath(rest)
	}
	return true
}

func (u *URL) parseNoScheme(in string, base *URL) bool {
	switch {
	case base == nil:
		return false
	case base.opaque:
		if !strings.HasPrefix(in, "#") {
			return false
		}
		u.scheme, u.path, u.opaque = base.scheme, base.path, true
		u.query, u.hasQuery = base.query, base.hasQuery
		u.parseTail(in)
		return true
	case base.scheme == "file":
		u.scheme = base.scheme
		return u.parseFile(in, base)
	}
	return u.parseRelative(in, base)
}

// parseRelative is "relative state" and "relative slash state".
func (u *URL) parseRelative(in string, base *URL) bool {
	u.scheme = base.scheme
	if !u.isSlash(in) {
		u.takeAuthority(base)
		u.parseBeside(in, base, true)
		return true
	}
	if in = in[1:]; u.isSlash(in) {
		in = in[1:]
		if u.special() {
			in = trimSlashes(in)
		}
		return u.parseAuthority(in)
	}
	u.takeAuthority(base)
	u.parsePath(in)
	return true
}

// parseBeside resolves a path, query or fragment against the base's path.
func (u *URL) parseBeside(in string, base *URL, keepDirectory bool) {
	u.path = base.path
	switch {
	case in == "" || in[0] == '#':
		u.query, u.hasQuery = base.query, base.hasQuery
		u.parseTail(in)
	case in[0] == '?':
		u.parseTail(in)
	default:
		if keepDirectory {
			u.path = string(u.shorten([]byte(u.path)))
		} else {
			u.path = ""
		}
		u.parsePath(in)
	}
}

func (u *URL) takeAuthority(base *URL) {
	u.username, u.password = base.username, base.password
	u.host, u.hasHost, u.port = base.host, base.hasHost, base.port
}

// parseFile is "file state" and "file slash state"; base is nil or a file URL.
func (u *URL) parseFile(in string, base *URL) bool {
	u.hasHost = true
	if !u.isSlash(in) {
		if base == nil {
			u.parsePath(in)
			return true
		}
		u.host = base.host
		u.parseBeside(in, base, !startsWithDrive(in))
		return true
	}
	if in = in[1:]; u.isSlash(in) {
		return u.parseFileHost(in[1:])
	}
	if base != nil {
		u.host = base.host
		if drive, _, _ := strings.Cut(strings.TrimPrefix(base.path, "/"), "/"); !startsWithDrive(in) && isNormalDrive(drive) {
			u.path = "/" + drive
		}
	}
	u.parsePath(in)
	return true
}

func (u *URL) parseFileHost(in string) bool {
	host, rest := in, ""
	if end := strings.IndexAny(in, "/\\?#"); end >= 0 {
		host, rest = in[:end], in[end:]
	}
	if isDrive(host) {
		u.parsePath(in)
		return true
	}
	if !u.setFileHost(host) {
		return false
	}
	u.parsePathStart(rest)
	return true
}

func (u *URL) setFileHost(text string) bool {
	host, ok := "", true
	if text != "" {
		host, ok = parseHost(text, true)
	}
	if !ok {
		return false
	}
	if host == "localhost" {
		host = ""
	}
	u.host, u.hasHost = host, true
	return true
}

// parseAuthority is "authority state", "host state" and "port state".
func (u *URL) parseAuthority(in string) bool {
	authority, rest := in, ""
	if end := u.authorityEnd(in); end >= 0 {
		authority, rest = in[:end], in[end:]
	}
	if at := strings.LastIndexByte(authority, '@'); at >= 0 {
		user, password, _ := strings.Cut(authority[:at], ":")
		u.username, u.password = encode(user, userinfoSet), encode(password, userinfoSet)
		if authority = authority[at+1:]; authority == "" {
			return false
		}
	}
	host, port, hasPort := cutPort(authority)
	if host == "" && (hasPort || u.special()) {
		return false
	}
	var ok bool
	if u.host, ok = parseHost(host, u.special()); !ok {
		return false
	}
	u.hasHost = true
	if !u.parsePort(port) {
		return false
	}
	u.parsePathStart(rest)
	return true
}

func (u *URL) authorityEnd(s string) int {
	if u.special() {
		return strings.IndexAny(s, "/?#\\")
	}
	return strings.IndexAny(s, "/?#")
}

// cutPort splits at the first colon outside brackets.
func cutPort(s string) (host, port string, found bool) {
	inBrackets := false
	for i := range len(s) {
		switch s[i] {
		case '[':
			inBrackets = true
		case ']':
			inBrackets = false
		case ':':
			if !inBrackets {
				return s[:i], s[i+1:], true
			}
		}
	}
	return s, "", false
}

// parsePort takes the digits of a port; no digits are the default port.
func (u *URL) parsePort(digits string) bool {
	if digits == "" {
		return true
	}
	port := 0
	for i := range len(digits) {
		if !isDigit(digits[i]) {
			return false
		}
		if port = port*10 + int(digits[i]-'0'); port > 0xffff {
			return false
		}
	}
	if port == defaultPort(u.scheme) {
		port = noPort
	}
	u.port = port
	return true
}

// parseTail takes "", "?query", "#fragment" or both.
func (u *URL) parseTail(in string) {
	if in != "" && in[0] == '?' {
		query, _, found := strings.Cut(in[1:], "#")
		u.setQuery(query)
		if !found {
			return
		}
		in = in[1+len(query):]
	}
	if in != "" {
		u.fragment, u.hasFragment = encode(in[1:], fragmentSet), true
	}
}

func (u *URL) setQuery(query string) {
	set := querySet
	if u.special() {
		set = specialQuerySet
	}
	u.query, u.hasQuery = encode(query, set), true
}
