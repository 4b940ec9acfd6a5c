package nodepath

func (win32) Dirname(p string) string {
	if p == "" {
		return "."
	}
	rootEnd := dirRoot(p)
	start, end := lastComponent(p, max(rootEnd, 0), isEitherSlash)
	switch {
	case start == end || start <= rootEnd:
		if rootEnd < 0 {
			return "."
		}
		return p[:rootEnd]
	case start == 0:
		return "."
	}
	return p[:start-1]
}

// dirRoot is where dirname stops, -1 for a path without a root.
func dirRoot(p string) int {
	if isEitherSlash(p[0]) {
		s, ok := leadingShare(p)
		switch {
		case !ok:
			return 1
		case s.end == len(p):
			return s.end
		}
		return s.end + 1
	}
	return driveEnd(p, -1)
}

// driveEnd is where a drive with its separator ends.
func driveEnd(p string, none int) int {
	switch {
	case !hasDrive(p):
		return none
	case len(p) > 2 && isEitherSlash(p[2]):
		return 3
	}
	return 2
}

// afterDrive is where basename and extname begin to look.
func afterDrive(p string) int {
	if hasDrive(p) {
		return 2
	}
	return 0
}

func (win32) Basename(p, suffix string) string {
	start, end := lastComponent(p, afterDrive(p), isEitherSlash)
	return cutSuffix(p, p[start:end], p[end:], suffix)
}

func (win32) Extname(p string) string {
	start, end := lastComponent(p, afterDrive(p), isEitherSlash)
	return p[start:end][extension(p[start:end]):]
}

func (win32) Parse(p string) Parsed {
	rootEnd := parseRoot(p)
	start, end := lastComponent(p, rootEnd, isEitherSlash)
	out := Parsed{Root: p[:rootEnd], Base: p[start:end]}
	dot := extension(out.Base)
	out.Name, out.Ext = out.Base[:dot], out.Base[dot:]
	out.Dir = out.Root
	if start > rootEnd {
		out.Dir = p[:start-1]
	}
	return out
}

func parseRoot(p string) int {
	if p == "" {
		return 0
	}
	if !isEitherSlash(p[0]) {
		return driveEnd(p, 0)
	}
	s, ok := leadingShare(p)
	switch {
	case !ok:
		return 1
	case s.end == len(p):
		return s.end
	}
	return s.end + 1
}
