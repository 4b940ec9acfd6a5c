package jstests

import (
	"fmt"
	"regexp"
	"strings"
)

// caretMark ends the source line that a crash report must show. It names the
// word of that line the caret stands under.
var caretMark = regexp.MustCompile(`(?m)^.*// caret: (\S+)$`)

// checkCrashReport compares stderr with the report Node prints for an uncaught
// exception: place, source line, caret, blank, stack, blank, version.
func checkCrashReport(f *testFile, stderr string) []string {
	loc := caretMark.FindStringSubmatchIndex(f.source)
	if loc == nil {
		return []string{"the file has no line marked with // caret: word"}
	}
	number := strings.Count(f.source[:loc[0]], "\n") + 1
	line, word := f.source[loc[0]:loc[1]], f.source[loc[2]:loc[3]]
	place := fmt.Sprintf("%s:%d", f.path, number)
	lines := strings.Split(stderr, "\n")
	c := reportCheck{lines: lines}
	c.line("place", place)
	c.line("source line", line)
	c.line("caret line", strings.Repeat(" ", strings.Index(line, word))+"^")
	c.line("blank line before the stack", "")
	c.line("error", f.uncaught)
	c.frames(place)
	c.line("blank line after the stack", "")
	c.match("version line", `^Node\.js v\d+\.\d+\.\d+$`)
	c.line("end", "")
	return c.problems
}

// reportCheck walks over the lines of a report.
type reportCheck struct {
	lines    []string
	problems []string
}

func (c *reportCheck) next() (string, bool) {
	if len(c.lines) == 0 {
		return "", false
	}
	line := c.lines[0]
	c.lines = c.lines[1:]
	return line, true
}

func (c *reportCheck) line(what, want string) {
	if got, ok := c.next(); !ok || got != want {
		c.problems = append(c.problems, fmt.Sprintf("crash report: %s is %q, want %q", what, got, want))
	}
}

func (c *reportCheck) match(what, pattern string) {
	if got, ok := c.next(); !ok || !regexp.MustCompile(pattern).MatchString(got) {
		c.problems = append(c.problems, fmt.Sprintf("crash report: %s is %q, want %s", what, got, pattern))
	}
}

// stackFrame is a frame of a V8 stack, with or without a function name.
var stackFrame = regexp.MustCompile(`^    at (?:.+ \((.+)\)|(?:async )?(\S+))$`)

// frames wants at least one frame, the first at place.
func (c *reportCheck) frames(place string) {
	n := 0
	for len(c.lines) > 0 && strings.HasPrefix(c.lines[0], "    at ") {
		line, _ := c.next()
		m := stackFrame.FindStringSubmatch(line)
		switch {
		case m == nil:
			c.problems = append(c.problems, fmt.Sprintf("crash report: malformed frame %q", line))
		case n == 0 && !strings.HasPrefix(m[1]+m[2], place+":"):
			c.problems = append(c.problems, fmt.Sprintf("crash report: first frame is %q, want %s", line, place))
		}
		n++
	}
	if n == 0 {
		c.problems = append(c.problems, "crash report: no stack frames")
	}
}
