package jstests

import (
	"errors"
	"fmt"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"
)

// header is what the leading comment of a test file asks for. The zero values
// mean: exit code 0, nothing on stdout, nothing on stderr.
type header struct {
	summary string

	exit       int
	stdout     []*regexp.Regexp
	stdoutFile string // golden, relative to the test file
	stderr     []*regexp.Regexp
	uncaught   string // first line of the error a crash report shows

	args  []string
	stdin *string // nil: the null device
	env   []string

	needsNode nodeVersion
	platforms []string
	transport string // "", "epoll", "pump", "both" or "none"
	own       string // why the file cannot run inside the test binary
	timeout   time.Duration

	canary *regexp.Regexp // the problem a canary must cause
}

const defaultTimeout = 20 * time.Second

// directiveLine is any line that looks like a directive, known or not, so that
// a misspelt one is an error and not part of the summary.
var directiveLine = regexp.MustCompile(`^([A-Z][A-Za-z]*(?:-[A-Z][A-Za-z]*)*):(?: (.*))?$`)

// parseHeader reads the comment lines at the top of src.
func parseHeader(src string) (header, error) {
	h := header{timeout: defaultTimeout}
	seen := map[string]bool{}
	for line := range strings.Lines(src) {
		text, ok := strings.CutPrefix(strings.TrimRight(line, "\r\n"), "//")
		if !ok {
			break
		}
		text = strings.TrimSpace(text)
		m := directiveLine.FindStringSubmatch(text)
		if m == nil {
			h.summary = strings.TrimSpace(h.summary + " " + text)
			continue
		}
		if err := h.set(m[1], m[2], seen[m[1]]); err != nil {
			return h, fmt.Errorf("%s: %w", m[1], err)
		}
		seen[m[1]] = true
	}
	return h, h.validate()
}

func (h *header) validate() error {
	if h.summary == "" {
		return errors.New("the file does not start with a comment that says what it checks")
	}
	if h.uncaught != "" && (h.stderr != nil || h.exit != 0) {
		return errors.New("Expect-Uncaught already says what exit code and stderr are")
	}
	if h.stdoutFile != "" && h.stdout != nil {
		return errors.New("Expect-Stdout-File and Expect-Stdout exclude each other")
	}
	return nil
}

var (
	errRepeated = errors.New("given twice")
	errEmpty    = errors.New("needs a value")
)

// repeatable directives add up; every other one is given once.
var repeatable = []string{"Expect-Stdout", "Expect-Stderr", "Env"}

func (h *header) set(key, value string, again bool) error {
	if again && !slices.Contains(repeatable, key) {
		return errRepeated
	}
	if value == "" {
		return errEmpty
	}
	switch key {
	case "Expect-Exit":
		return setInt(&h.exit, value)
	case "Expect-Stdout":
		return addRegexp(&h.stdout, value)
	case "Expect-Stdout-File":
		return setGolden(&h.stdoutFile, value)
	case "Expect-Stderr":
		return addRegexp(&h.stderr, value)
	case "Expect-Uncaught":
		h.uncaught = value
	case "Args":
		return setArgs(&h.args, value)
	case "Stdin":
		return setStdin(&h.stdin, value)
	case "Env":
		return addEnv(&h.env, value)
	case "Needs-Node":
		return setVersion(&h.needsNode, value)
	case "Platforms":
		h.platforms = strings.Fields(value)
	case "Transport":
		return setOneOf(&h.transport, value, "epoll", "pump", "both", "none")
	case "Process":
		return setOwn(&h.own, value)
	case "Timeout":
		return setDuration(&h.timeout, value)
	case "Canary":
		return setRegexp(&h.canary, value)
	default:
		return errors.New("no such directive")
	}
	return nil
}

func setInt(p *int, value string) (err error) {
	*p, err = strconv.Atoi(value)
	return err
}

func setVersion(p *nodeVersion, value string) (err error) {
	*p, err = parseNodeVersion(value)
	return err
}

func setDuration(p *time.Duration, value string) (err error) {
	*p, err = time.ParseDuration(value)
	return err
}

func setRegexp(p **regexp.Regexp, value string) (err error) {
	*p, err = regexp.Compile(value)
	return err
}

// addRegexp compiles value so that ^ and $ match at lines.
func addRegexp(p *[]*regexp.Regexp, value string) error {
	re, err := regexp.Compile("(?m)" + value)
	*p = append(*p, re)
	return err
}

func setGolden(p *string, value string) error {
	if filepath.Ext(value) != ".golden" || filepath.Base(value) != value {
		return fmt.Errorf("%q is not the name of a .golden file beside the test", value)
	}
	*p = value
	return nil
}

func setOneOf(p *string, value string, allowed ...string) error {
	if !slices.Contains(allowed, value) {
		return fmt.Errorf("%q is none of %q", value, allowed)
	}
	*p = value
	return nil
}

// setArgs splits at spaces; an argument with spaces is a Go string literal.
func setArgs(p *[]string, value string) error {
	for rest := strings.TrimSpace(value); rest != ""; rest = strings.TrimSpace(rest) {
		if rest[0] != '"' {
			word, tail, _ := strings.Cut(rest, " ")
			*p, rest = append(*p, word), tail
			continue
		}
		quoted, err := strconv.QuotedPrefix(rest)
		if err != nil {
			return fmt.Errorf("%s: %w", rest, err)
		}
		word, err := strconv.Unquote(quoted)
		if err != nil {
			return fmt.Errorf("%s: %w", quoted, err)
		}
		*p, rest = append(*p, word), rest[len(quoted):]
	}
	return nil
}

func setStdin(p **string, value string) error {
	text, err := strconv.Unquote(value)
	if err != nil {
		return fmt.Errorf("%s is not a Go string literal: %w", value, err)
	}
	*p = &text
	return nil
}

func addEnv(p *[]string, value string) error {
	if !strings.Contains(value, "=") {
		return fmt.Errorf("%q is not NAME=value", value)
	}
	*p = append(*p, value)
	return nil
}

// setOwn wants "own (reason)": a file kept out of the in-process run says why.
func setOwn(p *string, value string) error {
	reason, ok := strings.CutPrefix(value, "own (")
	reason, closed := strings.CutSuffix(reason, ")")
	if !ok || !closed || reason == "" {
		return fmt.Errorf("%q is not \"own (reason)\"", value)
	}
	*p = reason
	return nil
}
