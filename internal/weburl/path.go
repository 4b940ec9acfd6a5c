package weburl

import "strings"

// parsePathStart takes what follows the authority.
func (u *URL) parsePathStart(in string) {
	switch {
	case u.isSlash(in):
		u.parsePath(in[1:])
	case u.special():
		u.parsePath(in)
	case in != "" && in[0] != '?' && in[0] != '#':
		u.parsePath(in)
	default:
		u.parseTail(in)
	}
}

// parsePath takes a path without its leading slash, and what follows it.
func (u *URL) parsePath(in string) {
	tail := ""
	if end := strings.IndexAny(in, "?#"); end >= 0 {
		in, tail = in[:end], in[end:]
	}
	u.appendPath(in)
	u.parseTail(tail)
}

// appendPath appends segments to the path, a dot at a time.
func (u *URL) appendPath(in string) {
	special := u.special()
	path := append(make([]byte, 0, len(u.path)+len(in)+1), u.path...)
	for more := true; more; {
		var segment string
		segment, in, more = cutSegment(in, special)
		switch {
		case isDoubleDot(segment):
			if path = u.shorten(path); !more {
				path = append(path, '/')
			}
		case isSingleDot(segment):
			if !more {
				path = append(path, '/')
			}
		case u.scheme == "file" && len(path) == 0 && isDrive(segment):
			path = append(path, '/', segment[0], ':')
		default:
			path = appendEncoded(append(path, '/'), segment, pathSet)
		}
	}
	u.path = string(path)
}

func cutSegment(s string, special bool) (segment, rest string, more bool) {
	for i := range len(s) {
		if s[i] == '/' || special && s[i] == '\\' {
			return s[:i], s[i+1:], true
		}
	}
	return s, "", false
}

// shorten removes the last segment, but not the drive letter of a file URL.
func (u *URL) shorten(path []byte) []byte {
	last := strings.LastIndexByte(string(path), '/')
	if last < 0 || u.scheme == "file" && last == 0 && isNormalDrive(string(path[1:])) {
		return path
	}
	return path[:last]
}

func (u *URL) parseOpaquePath(in string) {
	path, tail := in, ""
	if end := strings.IndexAny(in, "?#"); end >= 0 {
		path, tail = in[:end], in[end:]
	}
	path = encode(path, controlSet)
	if tail != "" && strings.HasSuffix(path, " ") {
		// A space at the end would be lost when the URL is parsed again
		// without what follows.
		path = path[:len(path)-1] + "%20"
	}
	u.path, u.opaque = path, true
	u.parseTail(tail)
}

func isSingleDot(s string) bool {
	return s == "." || len(s) == 3 && strings.EqualFold(s, "%2e")
}

func isDoubleDot(s string) bool {
	switch len(s) {
	case 2:
		return s == ".."
	case 4:
		return strings.EqualFold(s, ".%2e") || strings.EqualFold(s, "%2e.")
	case 6:
		return strings.EqualFold(s, "%2e%2e")
	}
	return false
}

// isDrive is a Windows drive letter: C: or C|.
func isDrive(s string) bool {
	return len(s) == 2 && isAlpha(s[0]) && (s[1] == ':' || s[1] == '|')
}

func isNormalDrive(s string) bool { return isDrive(s) && s[1] == ':' }

// startsWithDrive reports whether a path begins with a drive letter.
func startsWithDrive(s string) bool {
	return len(s) >= 2 && isDrive(s[:2]) && (len(s) == 2 || strings.IndexByte("/\\?#", s[2]) >= 0)
}
