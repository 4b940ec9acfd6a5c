package legacyurl

import (
	"strings"
	"unicode"

	"github.com/gonode/gonode/internal/weburl"
	"github.com/gonode/gonode/internal/wtf8"
)

// maxHostname is the longest host name; a longer one is dropped.
const maxHostname = 255

// Result is what Parse has found besides the fields.
type Result struct {
	Record
	Simple  bool // only a path and a query; Href is set
	BadPort bool // what follows the host's colon is no port
}

// Parse splits a URL. With slashesDenoteHost, //host/path has a host.
func Parse(url string, slashesDenoteHost bool) (Result, error) {
	rest, hasAt, hasHash := prepare(url)
	if !slashesDenoteHost && !hasHash && !hasAt {
		if r, ok := parseSimple(rest); ok {
			return r, nil
		}
	}
	var r Result
	protocol := protocolOf(rest)
	lower := strings.ToLower(protocol)
	if protocol != "" {
		r.Protocol = text(lower)
		rest = rest[len(protocol):]
	}
	slashes := false
	if slashesDenoteHost || protocol != "" || namesUser(rest) {
		slashes = strings.HasPrefix(rest, "//")
		if slashes && !scripts(lower) {
			rest = rest[2:]
			r.Slashes = true
		}
	}
	if !scripts(lower) && (slashes || protocol != "" && !slashed(protocol)) {
		var err error
		if rest, err = r.parseHost(rest); err != nil {
			return r, err
		}
	}
	if !scripts(lower) {
		rest = escapePath(rest)
	}
	r.parsePath(rest)
	if slashed(lower) && value(r.Hostname) != "" && r.Pathname == nil {
		r.Pathname = text("/")
	}
	if r.Pathname != nil || r.Search != nil {
		r.setPath()
	}
	return r, nil
}

// isSpace is the white space that is cut off at both ends.
func isSpace(r rune) bool { return r <= ' ' || r == 0xa0 || r == 0xfeff }

// prepare trims the text and turns backslashes before the query into slashes.
// It reports whether there is an @ before the query and a # anywhere.
func prepare(url string) (rest string, hasAt, hasHash bool) {
	rest = strings.TrimFunc(url, isSpace)
	head, tail := rest, ""
	if i := strings.IndexAny(rest, "?#"); i >= 0 {
		head, tail = rest[:i], rest[i:]
	}
	return strings.ReplaceAll(head, `\`, "/") + tail, strings.Contains(head, "@"), strings.Contains(tail, "#")
}

// parseSimple takes a path of one or two slashes with or without a query.
func parseSimple(rest string) (r Result, ok bool) {
	if !strings.HasPrefix(rest, "/") || strings.HasPrefix(rest, "///") ||
		strings.ContainsFunc(rest, func(c rune) bool { return unicode.IsSpace(c) && c != 0x85 || c == 0xfeff }) {
		return r, false
	}
	pathname, query, _ := strings.Cut(rest, "?")
	r.Simple = true
	r.Path, r.Href, r.Pathname = text(rest), text(rest), text(pathname)
	if len(pathname) < len(rest) {
		r.Search, r.Query = text("?"+query), query
	}
	return r, true
}

// protocolOf is the protocol with its colon, as it is written.
func protocolOf(s string) string {
	for i := range len(s) {
		c := s[i]
		switch {
		case c == ':' && i > 0:
			return s[:i+1]
		case !(c >= '0' && c <= '9' || c|0x20 >= 'a' && c|0x20 <= 'z' || strings.IndexByte(".+-", c) >= 0):
			return ""
		}
	}
	return ""
}

// namesUser reports whether a text begins like //user@host.
func namesUser(s string) bool {
	s, ok := strings.CutPrefix(s, "//")
	if !ok {
		return false
	}
	at := strings.IndexAny(s, "@/")
	return at > 0 && s[at] == '@' && at+1 < len(s) && s[at+1] != '@' && s[at+1] != '/'
}

// neverInHost ends a host name unless an @ follows.
const neverInHost = " \"%';<>\\^`{|}"

// parseHost takes user, host name and port from the start of rest.
func (r *Result) parseHost(rest string) (string, error) {
	at, end := -1, -1
	var b strings.Builder
	i := 0
scan:
	for ; i < len(rest); i++ {
		c := rest[i]
		switch {
		case c == '\t' || c == '\n' || c == '\r':
			continue
		case c == '#' || c == '/' || c == '?':
			if end < 0 {
				end = b.Len()
			}
			break scan
		case strings.IndexByte(neverInHost, c) >= 0:
			if end < 0 {
				end = b.Len()
			}
		case c == '@':
			at, end = b.Len(), -1
		}
		b.WriteByte(c)
	}
	scanned := b.String()
	if end < 0 {
		end = len(scanned)
	}
	if at >= 0 {
		auth, ok := weburl.DecodeURIComponent(scanned[:at])
		if !ok {
			return "", ErrMalformed
		}
		r.Auth = text(auth)
	}
	return r.checkHost(scanned[at+1:end], scanned[end:]+rest[i:])
}

// SplitPort is the host name before a colon with digits at the end.
func SplitPort(host string) (name, port string) {
	name = strings.TrimRight(host, "0123456789")
	if !strings.HasSuffix(name, ":") {
		return host, ""
	}
	return name[:len(name)-1], host[len(name):]
}

// checkHost splits the host, and moves what cannot be part of a host name to
// the path.
func (r *Result) checkHost(host, rest string) (string, error) {
	name, port := SplitPort(host)
	if port != "" {
		r.Port = text(port)
	}
	isIPv6 := bracketed(name)
	if !isIPv6 {
		if i := strings.IndexAny(name, "/\\#?:"); i >= 0 {
			r.BadPort = name[i] == ':'
			name, rest = name[:i], "/"+name[i:]+rest
		}
	}
	if wtf8.Length(name) > maxHostname {
		name = ""
	}
	name, err := checkName(strings.ToLower(name), isIPv6)
	if err != nil {
		return "", err
	}
	r.Host = text(name)
	if r.Port != nil {
		r.Host = text(name + ":" + port)
	}
	if isIPv6 && name != "" {
		name = name[1 : len(name)-1]
	}
	if isIPv6 && !strings.HasPrefix(rest, "/") {
		rest = "/" + rest
	}
	r.Hostname = text(name)
	return rest, nil
}

// checkName converts a host name to ASCII and refuses one that hides
// something.
func checkName(name string, isIPv6 bool) (string, error) {
	if name == "" {
		return "", nil
	}
	forbidden := "\x00\t\n\r #%/<>?@\\^|"
	if !isIPv6 {
		forbidden += ":[]"
		name = weburl.ToASCII(wtf8.Repair(name))
	}
	if name == "" || strings.ContainsAny(name, forbidden) {
		return "", ErrInvalid
	}
	return name, nil
}

// escapePath encodes characters that delimit URLs elsewhere.
var escapes = strings.NewReplacer("\t", "%09", "\n", "%0A", "\r", "%0D", " ", "%20", `"`, "%22", "'", "%27", "<", "%3C",
	">", "%3E", `\`, "%5C", "^", "%5E", "`", "%60", "{", "%7B", "|", "%7C", "}", "%7D")

func escapePath(s string) string { return escapes.Replace(s) }

// parsePath takes what follows the host.
func (r *Result) parsePath(rest string) {
	if i := strings.IndexByte(rest, '#'); i >= 0 {
		r.Hash = text(rest[i:])
		rest = rest[:i]
	}
	if i := strings.IndexByte(rest, '?'); i >= 0 {
		r.Search, r.Query = text(rest[i:]), rest[i+1:]
		rest = rest[:i]
	}
	if rest != "" {
		r.Pathname = text(rest)
	}
}
