package glob

import "slices"

// simplifyPatterns removes what the components of a pattern need not say:
// repeated **, ".", and names that ".." takes back. A ".." after ** makes two
// patterns of one.
func simplifyPatterns(lists [][]string) [][]string {
	for i := 0; i < len(lists); i++ {
		for changed := true; changed; {
			var other [][]string
			lists[i], other, changed = splitGlobstars(lists[i])
			lists = append(lists, other...)
			var more bool
			lists[i], more = dropDots(lists[i])
			changed = changed || more
			lists[i], more = dropParents(lists[i], true, false)
			changed = changed || more
		}
	}
	return lists
}

// splitGlobstars turns a/**/../b/c into a/../b/c and a/**/b/c.
func splitGlobstars(parts []string) (out []string, others [][]string, changed bool) {
	for i := 0; i < len(parts); i++ {
		if parts[i] != "**" {
			continue
		}
		for i+1 < len(parts) && parts[i+1] == "**" {
			parts = slices.Delete(parts, i+1, i+2)
		}
		if at(parts, i+1) != ".." || isDots(at(parts, i+2)) || isDots(at(parts, i+3)) {
			continue
		}
		changed = true
		parts = slices.Delete(slices.Clone(parts), i, i+1)
		other := slices.Clone(parts)
		other[i] = "**"
		others = append(others, other)
		i--
	}
	return parts, others, changed
}

func at(parts []string, i int) string {
	if i < len(parts) {
		return parts[i]
	}
	return ""
}

// isDots reports whether a component is missing, empty, "." or "..".
func isDots(part string) bool { return part == "" || part == "." || part == ".." }

// dropDots removes empty components and "." from the middle.
func dropDots(parts []string) (out []string, changed bool) {
	for i := 1; i < len(parts)-1; i++ {
		if i == 1 && parts[i] == "" && parts[0] == "" {
			continue
		}
		if parts[i] == "." || parts[i] == "" {
			changed = true
			parts = slices.Delete(parts, i, i+1)
			i--
		}
	}
	if len(parts) == 2 && parts[0] == "." && (parts[1] == "." || parts[1] == "") {
		return parts[:1], true
	}
	return parts, changed
}

// dropParents removes a name together with the ".." behind it. In the paths of
// Windows, but not in its patterns, a drive stays.
func dropParents(parts []string, pattern, keepDrives bool) (out []string, changed bool) {
	for i := 1; i < len(parts); i++ {
		if parts[i] != ".." || isDots(parts[i-1]) || parts[i-1] == "**" || keepDrives && isDrive(parts[i-1]) {
			continue
		}
		changed = true
		if pattern && i == 1 && at(parts, 2) == "**" {
			parts = slices.Replace(parts, 0, 2, ".") // a ** at the beginning would match more
		} else {
			parts = slices.Delete(parts, i-1, i+1)
		}
		if len(parts) == 0 {
			return []string{""}, true
		}
		i = max(i-2, 0)
	}
	return parts, changed
}

// simplifyPath is simplifyPatterns for a path.
func simplifyPath(parts []string, windows bool) []string {
	for changed := true; changed; {
		var more bool
		parts, changed = dropDots(parts)
		parts, more = dropParents(parts, false, windows)
		changed = changed || more
	}
	return parts
}
