package glob

import (
	"strconv"
	"strings"
)

// maxExpansions bounds what {1..1000000} and nested braces may become.
const maxExpansions = 100_000

// Stand-ins for braces that are text. They are no valid UTF-8, so no pattern
// contains them.
const (
	literalOpen  = "\xfe"
	literalClose = "\xff"
)

// expandBraces lists what a pattern with braces stands for, as bash does.
func expandBraces(pattern string) []string {
	if !hasBraces(pattern) {
		return []string{pattern}
	}
	if rest, ok := strings.CutPrefix(pattern, "{}"); ok {
		pattern = literalOpen + literalClose + rest
	}
	out := expand(pattern, true)
	for i, s := range out {
		out[i] = strings.ReplaceAll(strings.ReplaceAll(s, literalOpen, "{"), literalClose, "}")
	}
	return out
}

// hasBraces looks for a { and a } after it on the same line with no other {
// between them.
func hasBraces(p string) bool {
	open := false
	for _, c := range p {
		switch c {
		case '{':
			open = true
		case '}':
			if open {
				return true
			}
		case '\n', '\r', '\u2028', '\u2029':
			open = false
		}
	}
	return false
}

func expand(s string, top bool) []string {
	pre, body, post, ok := balanced(s)
	if !ok {
		return []string{s}
	}
	if strings.HasSuffix(pre, "$") {
		return prepend(pre+"{"+body+"}", expandRest(post))
	}
	if items, ok := sequence(body); ok {
		return combine(pre, items, expandRest(post), true)
	}
	if !strings.Contains(body, ",") {
		if closesLater(post) { // {a},b}: the first } is text
			return expand(pre+"{"+body+literalClose+post, true)
		}
		return []string{s}
	}
	parts := splitAtCommas(body)
	if len(parts) > 1 {
		return combine(pre, expandAll(parts), expandRest(post), !top)
	}
	inner := expand(parts[0], false) // x{{a,b}}y is x{a}y x{b}y
	for i := range inner {
		inner[i] = "{" + inner[i] + "}"
	}
	if len(inner) == 1 {
		return prepend(pre+inner[0], expandRest(post))
	}
	return combine(pre, expandAll(inner), expandRest(post), !top)
}

func expandAll(parts []string) []string {
	var items []string
	for _, part := range parts {
		if items = append(items, expand(part, false)...); len(items) > maxExpansions {
			return items[:maxExpansions]
		}
	}
	return items
}

func expandRest(post string) []string {
	if post == "" {
		return []string{""}
	}
	return expand(post, false)
}

func prepend(pre string, posts []string) []string {
	out := make([]string, len(posts))
	for i, post := range posts {
		out[i] = pre + post
	}
	return out
}

// combine puts every item between pre and every post. An empty outcome is
// kept only if wanted.
func combine(pre string, items, posts []string, keepEmpty bool) []string {
	var out []string
	for _, item := range items {
		for _, post := range posts {
			if len(out) == maxExpansions {
				return out
			}
			if s := pre + item + post; s != "" || keepEmpty {
				out = append(out, s)
			}
		}
	}
	return out
}

// closesLater finds a single comma with a } behind it on the same line.
func closesLater(post string) bool {
	for i := 0; i < len(post); i++ {
		if post[i] != ',' || i+1 < len(post) && post[i+1] == ',' {
			continue
		}
		line := post[i+1:]
		if end := strings.IndexAny(line, "\n\r\u2028\u2029"); end >= 0 {
			line = line[:end]
		}
		if strings.Contains(line, "}") {
			return true
		}
	}
	return false
}

// balanced finds the first pair of braces that belong together. Where an
// opening one has no partner, the outermost pair after it counts.
func balanced(s string) (pre, body, post string, ok bool) {
	var open []int
	left, right := -1, -1
	for i := 0; i < len(s); i++ {
		switch {
		case s[i] == '{':
			open = append(open, i)
		case s[i] != '}' || len(open) == 0:
		case len(open) == 1:
			return s[:open[0]], s[open[0]+1 : i], s[i+1:], true
		default:
			last := open[len(open)-1]
			open = open[:len(open)-1]
			if left < 0 || last < left {
				left, right = last, i
			}
		}
	}
	if left < 0 {
		return "", "", "", false
	}
	return s[:left], s[left+1 : right], s[right+1:], true
}

// splitAtCommas splits at the commas outside of inner braces.
func splitAtCommas(s string) []string {
	pre, body, post, ok := balanced(s)
	if !ok {
		return strings.Split(s, ",")
	}
	parts := strings.Split(pre, ",")
	last := &parts[len(parts)-1]
	*last += "{" + body + "}"
	if post == "" {
		return parts
	}
	rest := splitAtCommas(post)
	*last += rest[0]
	return append(parts, rest[1:]...)
}

// sequence lists 1..5, 01..10..2 or a..e.
func sequence(body string) ([]string, bool) {
	n := strings.Split(body, "..")
	if len(n) != 2 && len(n) != 3 || len(n) == 3 && !isInteger(n[2]) {
		return nil, false
	}
	numbers := isInteger(n[0]) && isInteger(n[1])
	if !numbers && !(isLetter(n[0]) && isLetter(n[1])) {
		return nil, false
	}
	from, to := number(n[0]), number(n[1])
	step := 1.0
	if len(n) == 3 {
		step = max(abs(number(n[2])), 1)
	}
	width := 0
	if numbers {
		for _, s := range n {
			if digits := strings.TrimPrefix(s, "-"); len(digits) > 1 && digits[0] == '0' {
				width = max(len(n[0]), len(n[1]))
			}
		}
	}
	return count(from, to, step, func(i float64) string {
		if !numbers {
			return letter(i)
		}
		return padded(i, width)
	}), true
}

func count(from, to, step float64, item func(float64) string) []string {
	var out []string
	if to < from {
		for i := from; i >= to && len(out) < maxExpansions; i -= step {
			out = append(out, item(i))
		}
		return out
	}
	for i := from; i <= to && len(out) < maxExpansions; i += step {
		out = append(out, item(i))
	}
	return out
}

func letter(i float64) string {
	if i == '\\' {
		return ""
	}
	return string(rune(i))
}

func padded(i float64, width int) string {
	s := strconv.FormatFloat(i, 'f', -1, 64)
	if need := width - len(s); need > 0 {
		sign, digits := "", s
		if i < 0 {
			sign, digits = "-", s[1:]
		}
		return sign + strings.Repeat("0", need) + digits
	}
	return s
}

func isInteger(s string) bool {
	s = strings.TrimPrefix(s, "-")
	return s != "" && strings.Trim(s, "0123456789") == ""
}

func isLetter(s string) bool { return len(s) == 1 && 'a' <= s[0]|0x20 && s[0]|0x20 <= 'z' }

// number is the value of an integer, or the code of a letter.
func number(s string) float64 {
	if isLetter(s) {
		return float64(s[0])
	}
	f, err := strconv.ParseFloat(s, 64)
	if err != nil {
		return 0 // out of range: no list is that long
	}
	return f
}

func abs(f float64) float64 {
	if f < 0 {
		return -f
	}
	return f
}
