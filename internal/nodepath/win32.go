package nodepath

import (
	"strings"

	"golang.org/x/text/cases"
	"golang.org/x/text/language"

	"github.com/gonode/gonode/internal/wtf8"
)

// Win32 is path.win32.
var Win32 Style = win32{}

type win32 struct{}

func isEitherSlash(c byte) bool { return c == '/' || c == '\\' }

func isDriveLetter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }

func hasDrive(p string) bool { return len(p) >= 2 && isDriveLetter(p[0]) && p[1] == ':' }

func (win32) Separator() byte { return '\\' }
func (win32) Delimiter() byte { return ';' }

func (win32) IsAbsolute(p string) bool {
	return p != "" && isEitherSlash(p[0]) || hasDrive(p) && len(p) > 2 && isEitherSlash(p[2])
}

// share is the beginning of a UNC path, \\server\name.
type share struct {
	server, name string
	end          int // in the path
}

// leadingShare reads a share. name may be empty: "\\server\" does.
func leadingShare(p string) (share, bool) {
	if len(p) < 2 || !isEitherSlash(p[0]) || !isEitherSlash(p[1]) {
		return share{}, false
	}
	serverEnd := skip(p, 2, false)
	nameStart := skip(p, serverEnd, true)
	if serverEnd == 2 || nameStart == serverEnd || nameStart == len(p) {
		return share{}, false
	}
	nameEnd := skip(p, nameStart, false)
	return share{server: p[2:serverEnd], name: p[nameStart:nameEnd], end: nameEnd}, true
}

// skip finds the end of the separators, or of the other characters, at i.
func skip(p string, i int, separators bool) int {
	for i < len(p) && isEitherSlash(p[i]) == separators {
		i++
	}
	return i
}

// isDevice tells the namespaces \\.\ and \\?\.
func (s share) isDevice() bool { return s.server == "." || s.server == "?" }

// root is the beginning of a path as resolve and normalize read it.
type root struct {
	device   string // "C:", `\\server\share`, `\\?`
	absolute bool
	end      int  // where the rest begins
	whole    bool // the path is a share and nothing else
}

func readRoot(p string) root {
	switch {
	case p == "":
		return root{}
	case isEitherSlash(p[0]):
		return slashRoot(p)
	case !hasDrive(p):
		return root{}
	case len(p) > 2 && isEitherSlash(p[2]):
		return root{device: p[:2], absolute: true, end: 3}
	}
	return root{device: p[:2], end: 2}
}

func slashRoot(p string) root {
	s, ok := leadingShare(p)
	switch {
	case ok && s.isDevice():
		return root{device: `\\` + s.server, absolute: true, end: 4}
	case ok:
		return root{device: `\\` + s.server + `\` + s.name, absolute: true, end: s.end, whole: s.end == len(p)}
	}
	return root{absolute: true, end: 1}
}

// squeezed is the normal form of what follows a root.
func squeezed(tail string, climb bool) string {
	return strings.Join(squeeze(strings.FieldsFunc(tail, func(r rune) bool { return r == '/' || r == '\\' }), climb), `\`)
}

// lower is String.prototype.toLowerCase.
func lower(s string) string {
	for i := 0; i < len(s); i++ {
		if s[i] >= 0x80 {
			return cases.Lower(language.Und).String(s)
		}
	}
	return strings.ToLower(s)
}

func sameFold(a, b string) bool { return a == b || lower(a) == lower(b) }

func (s win32) Resolve(env Env, n int, part func(i int) string) string {
	device, tail, absolute := "", "", false
	for i := n - 1; i >= -1 && !(absolute && device != ""); i-- {
		p := ""
		switch {
		case i >= 0:
			p = part(i)
		case device == "":
			p = env.Cwd()
		default:
			p = driveCwd(env, device)
		}
		r := readRoot(p)
		if r.device != "" && device != "" && !sameFold(r.device, device) || p == "" {
			continue
		}
		if device == "" {
			device = r.device
		}
		if !absolute {
			tail = p[r.end:] + `\` + tail
			absolute = r.absolute
		}
	}
	tail = squeezed(tail, !absolute)
	switch {
	case absolute:
		return device + `\` + tail
	case device+tail == "":
		return "."
	}
	return device + tail
}

// driveCwd is the working directory of a drive, its root when that is not
// known.
func driveCwd(env Env, device string) string {
	p := env.DriveCwd(device)
	if p == "" {
		p = env.Cwd()
	}
	if len(p) > 2 && p[2] == '\\' && !sameFold(p[:2], device) {
		return device + `\`
	}
	return p
}

func (s win32) ToNamespaced(env Env, p string) string {
	if p == "" {
		return p
	}
	resolved := ResolveAll(s, env, p)
	switch {
	case wtf8.Length(resolved) <= 2:
		return p
	case strings.HasPrefix(resolved, `\\`) && resolved[2] != '?' && resolved[2] != '.':
		return `\\?\UNC\` + resolved[2:]
	case hasDrive(resolved) && resolved[2] == '\\':
		return `\\?\` + resolved
	}
	return resolved
}
