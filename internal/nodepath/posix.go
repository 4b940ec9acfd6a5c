package nodepath

import "strings"

// Posix is path.posix.
var Posix Style = posix{}

type posix struct{}

func isSlash(c byte) bool { return c == '/' }

func (posix) Separator() byte { return '/' }
func (posix) Delimiter() byte { return ':' }

func (posix) IsAbsolute(p string) bool { return strings.HasPrefix(p, "/") }

func (posix) Normalize(p string) string {
	if p == "" {
		return "."
	}
	absolute := p[0] == '/'
	out := strings.Join(squeeze(strings.Split(p, "/"), !absolute), "/")
	if out == "" && !absolute {
		out = "."
	}
	if absolute {
		out = "/" + out
	}
	if p[len(p)-1] == '/' && out != "/" {
		out += "/"
	}
	return out
}

func (s posix) Join(parts []string) string {
	var filled []string
	for _, part := range parts {
		if part != "" {
			filled = append(filled, part)
		}
	}
	return s.Normalize(strings.Join(filled, "/"))
}

func (s posix) Resolve(env Env, n int, part func(i int) string) string {
	resolved, absolute := "", false
	for i := n - 1; i >= 0 && !absolute; i-- {
		if p := part(i); p != "" {
			resolved = p + "/" + resolved
			absolute = p[0] == '/'
		}
	}
	if !absolute {
		cwd := env.Cwd()
		resolved = cwd + "/" + resolved
		absolute = s.IsAbsolute(cwd)
	}
	resolved = strings.Join(squeeze(strings.Split(resolved, "/"), !absolute), "/")
	switch {
	case absolute:
		return "/" + resolved
	case resolved == "":
		return "."
	}
	return resolved
}

func (s posix) Relative(env Env, from, to string) string {
	if from == to {
		return ""
	}
	a, b := s.segments(env, from), s.segments(env, to)
	n := common(a, b, func(a, b string) bool { return a == b })
	return climbing(a, b, n, "/")
}

func (s posix) segments(env Env, p string) []string {
	return squeeze(strings.Split(ResolveAll(s, env, p), "/"), false)
}

func (posix) ToNamespaced(_ Env, p string) string { return p }

func (posix) Dirname(p string) string {
	start, _ := lastComponent(p, 0, isSlash)
	switch {
	case p == "" || p[0] != '/' && start == 0:
		return "."
	case start <= 1:
		return "/"
	case start == 2:
		if p[:2] == "//" {
			return "//" // as the first of two slashes is the root
		}
	}
	return p[:start-1]
}

func (posix) Basename(p, suffix string) string {
	start, end := lastComponent(p, 0, isSlash)
	return cutSuffix(p, p[start:end], p[end:], suffix)
}

func (posix) Extname(p string) string {
	start, end := lastComponent(p, 0, isSlash)
	return p[start:end][extension(p[start:end]):]
}

func (s posix) Parse(p string) Parsed {
	var out Parsed
	rootEnd := 0
	if s.IsAbsolute(p) {
		out.Root, rootEnd = "/", 1
	}
	start, end := lastComponent(p, rootEnd, isSlash)
	out.Base = p[start:end]
	dot := extension(out.Base)
	if out.Base == ".." && rootEnd == 1 && start == 1 {
		dot = 1 // as Node has it for "/.." alone
	}
	out.Name, out.Ext = out.Base[:dot], out.Base[dot:]
	out.Dir = out.Root
	if start > rootEnd {
		out.Dir = p[:start-1]
	}
	return out
}
