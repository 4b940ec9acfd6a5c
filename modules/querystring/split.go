package querystring

// split calls add for every pair of a query string. It stops after limit
// pairs, of which empty ones count too; a negative limit is none.
//
// A separator of several characters is found without going back, as on Node:
// after a partial match the search goes on behind it.
func split(s, sep, eq string, limit int, add func(key, value string)) {
	p := pair{}
	sepMatched, eqMatched := 0, 0
	for i := range len(s) {
		c := s[i]
		if c == sep[sepMatched] {
			if sepMatched++; sepMatched < len(sep) {
				continue
			}
			p.emit(s, i+1-len(sep), add)
			if limit--; limit == 0 {
				return
			}
			p = pair{start: i + 1}
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
	p.emit(s, len(s), add)
}

// pair is where a key and its value stand in the query string.
type pair struct {
	start, keyEnd, valueStart int
	hasValue                  bool
}

func (p pair) emit(s string, end int, add func(key, value string)) {
	switch {
	case p.hasValue:
		add(s[p.start:max(p.start, p.keyEnd)], s[p.valueStart:max(p.valueStart, end)])
	case p.start < end:
		add(s[p.start:end], "")
	}
}
