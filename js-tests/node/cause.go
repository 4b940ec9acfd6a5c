package nodetests

import (
	"cmp"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

// longestCause limits a line of the status file.
const longestCause = 160

// causePatterns find the line that says most, the best first.
var causePatterns = []*regexp.Regexp{
	regexp.MustCompile(`^(?:panic: |fatal error: |WARNING: DATA RACE).*`),
	regexp.MustCompile(`^(?:Uncaught )?\[?(?:[A-Za-z_$][\w$.]*)?(?:Error|Exception)(?: \[\w+\])?(?:: .*|$)`),
	regexp.MustCompile(`^\s*(?:error: |Error: |[A-Z]\w*Error(?: \[\w+\])?: ).*`),
	regexp.MustCompile(`^Mismatched .* function calls\..*`),
}

// warningLine matches what process.emitWarning prints, which makes nothing fail.
var warningLine = regexp.MustCompile("^\\(\\w+:\\d+\\) .*|^\\(Use `.* --trace-.*")

// errorLine finds the first line of the error a failed test printed. It is ""
// if there are no words to explain the failure.
func errorLine(stdout, stderr string) string {
	for _, pattern := range causePatterns {
		for _, text := range []string{stderr, stdout} {
			lines := printed(text)
			if i := slices.IndexFunc(lines, pattern.MatchString); i >= 0 {
				return joinCause(lines[i:])
			}
		}
	}
	if lines := slices.DeleteFunc(printed(stderr), warningLine.MatchString); len(lines) > 0 {
		return joinCause(lines[:1])
	}
	if lines := printed(stdout); len(lines) > 0 {
		return joinCause(lines[len(lines)-1:])
	}
	return ""
}

// printed splits text into its lines that are not blank.
func printed(text string) []string {
	return slices.DeleteFunc(strings.Split(text, "\n"), func(line string) bool { return strings.TrimSpace(line) == "" })
}

// diffHead starts the comparison that an AssertionError shows.
const diffHead = "+ actual - expected"

// joinCause makes one line of an error message: a line that ends with a colon
// says nothing without the next, or without the first difference.
func joinCause(lines []string) string {
	cause := bare(lines[0])
	if !strings.HasSuffix(cause, ":") || len(lines) == 1 || frame(lines[1]) {
		return cause
	}
	if !strings.HasPrefix(lines[1], diffHead) {
		return cause + " " + strings.TrimSpace(lines[1])
	}
	for _, sign := range []string{"+", "-"} {
		for _, line := range lines[2:] {
			if frame(line) {
				break
			}
			if strings.HasPrefix(line, sign) {
				cause += " " + sign + " " + strings.TrimSpace(line[1:])
				break
			}
		}
	}
	return cause
}

var bracketed = regexp.MustCompile(`^\[[\w$.]*(?:Error|Exception)\b`)

// bare takes off the brackets that an error without a stack is shown in, and
// the brace that opens its properties.
func bare(line string) string {
	line = strings.TrimSuffix(strings.TrimSpace(line), " {")
	if bracketed.MatchString(line) {
		return strings.TrimSuffix(line[1:], "]")
	}
	return line
}

// frame tells whether a line belongs to a stack.
func frame(line string) bool { return strings.HasPrefix(strings.TrimSpace(line), "at ") }

// errorPlace finds the first line of the test's own file that its output
// names, 0 if none.
func errorPlace(file, output string) int {
	m := regexp.MustCompile(regexp.QuoteMeta(file) + `:(\d+)`).FindStringSubmatch(output)
	if m == nil {
		return 0
	}
	line, err := strconv.Atoi(m[1])
	if err != nil {
		return 0
	}
	return line
}

// sanitizer takes out of a cause what differs between machines and runs.
type sanitizer struct {
	places []string // path, replacement, path, replacement ...
}

// newSanitizer knows the folders of a run: replacement by path. Longer paths
// are replaced first, as one may lie inside another.
func newSanitizer(places map[string]string) *sanitizer {
	if home, err := os.UserHomeDir(); err == nil && len(home) > 1 {
		places[home] = "<home>"
	}
	places[filepath.Clean(os.TempDir())] = "<tmp>"
	if host, err := os.Hostname(); err == nil && strings.ContainsAny(host, "-0123456789") {
		places[host] = "<host>" // others are words that an error may well use
	}
	paths := slices.SortedFunc(maps.Keys(places), func(a, b string) int {
		return cmp.Or(cmp.Compare(len(b), len(a)), cmp.Compare(a, b))
	})
	s := &sanitizer{}
	for _, p := range paths {
		if p != "" {
			s.places = append(s.places, p, places[p])
		}
	}
	return s
}

var sanitizeRules = []struct {
	pattern *regexp.Regexp
	with    string
}{
	{regexp.MustCompile(`\.tmp\.\d+`), ".tmp.<n>"},
	{regexp.MustCompile(`<tmp>(/[\w.<>-]+)*`), "<tmp>"},
	{regexp.MustCompile(`(^|[\s'"(=\[])(?:file://)?/(?:[\w.@+-]+/){2,}`), "${1}<path>/"},
	{regexp.MustCompile(`(\blocalhost|\b(?:\d{1,3}\.){3}\d{1,3}|\]|::1|::):\d{2,5}\b`), "$1:<port>"},
	{regexp.MustCompile(`\b([Pp]ort:? )\d{2,5}\b`), "$1<port>"},
	{regexp.MustCompile(`(\b[Pp][Ii][Dd]:? |\((?:go)?node:)\d+\b`), "$1<pid>"},
	{regexp.MustCompile(`0x[0-9a-fA-F]{6,}`), "<address>"},
	{regexp.MustCompile(`\b\d{5,}\b`), "<n>"},
	{regexp.MustCompile(`\x1b\[[0-9;]*m`), ""},
	{regexp.MustCompile(`[\s\x00-\x1f]+`), " "},
}

// clean returns cause fit for the status file.
func (s *sanitizer) clean(cause string) string {
	cause = strings.NewReplacer(s.places...).Replace(strings.ToValidUTF8(cause, "?"))
	for _, rule := range sanitizeRules {
		cause = rule.pattern.ReplaceAllString(cause, rule.with)
	}
	return shorten(strings.TrimSpace(cause), longestCause)
}

func shorten(text string, most int) string {
	if utf8.RuneCountInString(text) <= most {
		return text
	}
	return strings.TrimSpace(string([]rune(text)[:most-3])) + "..."
}

var (
	number   = regexp.MustCompile(`\d+`)
	testFile = regexp.MustCompile(`<suite>/(?:parallel|sequential)/[\w.-]+`)
)

// causeKind is the part of a cause that failures with the same origin share.
func causeKind(cause string) string {
	return shorten(number.ReplaceAllString(testFile.ReplaceAllString(cause, "<test>"), "N"), 100)
}

// moduleCause stands for the long message of an ES module that is not loaded.
const moduleCause = "an ES module, which the loader does not know yet"

// causeOf improves the cause of a failed test.
func causeOf(t *Test, cause string) string {
	if t.module() && strings.Contains(cause, "[ERR_REQUIRE_ESM]") {
		return moduleCause
	}
	return cause
}
