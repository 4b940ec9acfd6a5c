package nodepath

import (
	"strings"
	"unicode/utf8"
)

// reservedNames are the device names that Windows finds in every directory.
var reservedNames = map[string]bool{
	"CON": true, "PRN": true, "AUX": true, "NUL": true,
	"COM1": true, "COM2": true, "COM3": true, "COM4": true, "COM5": true, "COM6": true, "COM7": true, "COM8": true, "COM9": true,
	"LPT1": true, "LPT2": true, "LPT3": true, "LPT4": true, "LPT5": true, "LPT6": true, "LPT7": true, "LPT8": true, "LPT9": true,
	"COM¹": true, "COM²": true, "COM³": true, "LPT¹": true, "LPT²": true, "LPT³": true,
}

// isReserved reports whether name is a device name.
func isReserved(name string) bool { return reservedNames[strings.ToUpper(name)] }

// beginsWithDevice reports whether the part of p before its first colon is a
// device name. Without a colon Node looks at all of p but the last character.
func beginsWithDevice(p string) bool {
	colon := strings.IndexByte(p, ':')
	if colon < 0 {
		r, size := utf8.DecodeLastRuneInString(p)
		if r > 0xffff {
			return false
		}
		colon = len(p) - size
	}
	return isReserved(p[:colon])
}

// normalRoot is the root as normalize reads it: device names with a colon
// count as devices.
func normalRoot(p string) root {
	r := readRoot(p)
	colon := strings.IndexByte(p, ':')
	switch {
	case colon < 0:
	case r.device == `\\.` || r.device == `\\?`:
		if colon >= r.end && isReserved(p[r.end:colon]) {
			r.device, r.end = `\\?\`+p[r.end:colon+1], colon+1
		}
	case r.device == "" && !r.absolute && isReserved(p[:colon]):
		r.device, r.end = p[:colon+1], colon+1
	}
	return r
}

func (s win32) Normalize(p string) string {
	switch {
	case p == "":
		return "."
	case len(p) == 1:
		return strings.ReplaceAll(p, "/", `\`)
	}
	r := normalRoot(p)
	if r.whole {
		return r.device + `\`
	}
	tail := squeezed(p[r.end:], !r.absolute)
	if tail == "" && !r.absolute {
		tail = "."
	}
	if tail != "" && isEitherSlash(p[len(p)-1]) {
		tail += `\`
	}
	switch {
	case r.device == "" && !r.absolute && looksRooted(p, tail):
		return `.\` + tail
	case beginsWithDevice(p):
		return `.\` + r.device + tail
	case r.absolute:
		return r.device + `\` + tail
	}
	return r.device + tail
}

// looksRooted reports whether a relative path must be marked as such, because
// its normal form could be taken for one with a drive or a device.
func looksRooted(p, tail string) bool {
	if !strings.Contains(p, ":") {
		return false
	}
	if hasDrive(tail) {
		return true
	}
	for i := 0; i < len(p); i++ {
		if p[i] == ':' && (i == len(p)-1 || isEitherSlash(p[i+1])) {
			return true
		}
	}
	return false
}

// Join must not make a share out of parts that are none: only a first part
// that begins with exactly two separators and something else is one.
func (s win32) Join(parts []string) string {
	var filled []string
	for _, part := range parts {
		if part != "" {
			filled = append(filled, part)
		}
	}
	if len(filled) == 0 {
		return "."
	}
	joined := strings.Join(filled, `\`)
	if n := skip(filled[0], 0, true); n != 2 || len(filled[0]) == 2 {
		if slashes := skip(joined, 0, true); slashes >= 2 {
			joined = `\` + joined[slashes:]
		}
	}
	if namesDevice(joined) {
		return strings.ReplaceAll(joined, "/", `\`)
	}
	return s.Normalize(joined)
}

// namesDevice reports whether any segment is a device name with its colon.
func namesDevice(p string) bool {
	for _, segment := range strings.Split(p, `\`) {
		if name, _, ok := strings.Cut(segment, ":"); ok && isReserved(name) {
			return true
		}
	}
	return false
}
