package querystring

// split calls add for every pair of a query string. It stops after limit
// pairs, of which empty ones count too; a negative limit is none.
//
// A separator of several characters is found without going back, as on Node:
// after a partial match the search goes on behind it. An empty eq makes all of
// a pair its value; an empty sep never matches, and loses a value that nothing
// ends.
func split(s, sep, eq string, limit int, add func(key, value string)) {
	p := startPair(0, eq)
	sepMatched, eqMatched := 0, 0
	for i := range len(s) {
		c := s[i]
		if sepMatched < len(sep) && c == sep[sepMatched] {
			if sepMatched++; sepMatched < len(sep) {
				continue
			}
			p.emit(s, i+1-len(sep), add)
			if limit--; limit == 0 {
				return
			}
			p = startPair(i+1, eq)
			sepMatched, eqMatched = 0, 0
			continue
		}
		sepMatched = 0
		switch {
		case p.hasValue:
		case c == eq[eqMatched]:
			if eqMatched++; eqMatched == len(eq) {
				p.keyEnd, p.valueStart, p.hasValue = i+1-len(eq), i+1, true
			}
		default:
			eqMatched = 0
		}
	}
	switch {
	case p.start == len(s) && eq == "":
	case p.hasValue && sep == "":
		p.emit(s, p.valueStart, add)
	default:
		p.emit(s, len(s), add)
	}
}

// pair is where a key and its value stand in the query string.
type pair struct {
	start, keyEnd, valueStart int
	hasValue                  bool
}

// startPair is the pair that begins at start, with nothing known of it yet.
func startPair(start int, eq string) pair {
	return pair{start: start, keyEnd: start, valueStart: start, hasValue: eq == ""}
}

func (p pair) emit(s string, end int, add func(key, value string)) {
	switch {
	case p.hasValue:
		add(s[p.start:max(p.start, p.keyEnd)], s[p.valueStart:max(p.valueStart, end)])
	case p.start < end:
		add(s[p.start:end], "")
	}
}
