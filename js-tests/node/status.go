package nodetests

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"maps"
	"os"
	"slices"
	"strings"
)

// expectation is one line of the status file.
type expectation struct {
	kind   expectedKind
	reason string
}

// expectedKind says what a listed test does.
type expectedKind string

// A line without one of the other prefixes expects a failure.
const (
	expectFailure  expectedKind = ""
	expectSkip     expectedKind = "skips itself: "
	expectUnsteady expectedKind = "unsteady: " // fails on some runs and passes on others
)

// allows tells whether v is what the line says.
func (e expectation) allows(v Verdict) bool {
	switch e.kind {
	case expectSkip:
		return v == Skipped
	case expectUnsteady:
		return v != Skipped
	default:
		return v == Failed
	}
}

// status holds the lines of the status file by path, or by path@transport when
// a test behaves differently on the transports of net.
type status map[string]expectation

// statusKey names a test on a transport.
func statusKey(path, transport string) string {
	if transport == "" {
		return path
	}
	return path + "@" + transport
}

// lookup finds the expectation for a test on a transport.
func (s status) lookup(path, transport string) (expectation, bool) {
	if e, ok := s[statusKey(path, transport)]; ok {
		return e, true
	}
	e, ok := s[path]
	return e, ok
}

// asExpected tells whether the verdict is the one the status file announces:
// a pass for every test that has no line there.
func (s status) asExpected(path, transport string, v Verdict) bool {
	if e, ok := s.lookup(path, transport); ok {
		return e.allows(v)
	}
	return v == Passed
}

// readStatus reads the status file. Without one nothing may fail.
func readStatus(file string) (status, error) {
	text, err := os.ReadFile(file)
	if errors.Is(err, os.ErrNotExist) {
		return status{}, nil
	}
	if err != nil {
		return nil, fmt.Errorf("the status file: %w", err)
	}
	return parseStatus(bytes.NewReader(text))
}

// parseStatus reads lines of a path or path@transport, a tab and a reason.
// Lines that start with # are comments.
func parseStatus(r io.Reader) (status, error) {
	s, last := status{}, ""
	lines := bufio.NewScanner(r)
	for n := 1; lines.Scan(); n++ {
		line := lines.Text()
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		key, e, err := parseExpectation(line)
		if err == nil && key <= last {
			err = errOrder
		}
		if err != nil {
			return nil, &ListError{File: statusFile, Line: n, Err: err}
		}
		s[key], last = e, key
	}
	return s, errors.Join(lines.Err(), s.check())
}

func parseExpectation(line string) (key string, e expectation, err error) {
	key, reason, _ := strings.Cut(line, "\t")
	path, transport, named := strings.Cut(key, "@")
	if err := checkPath(path); err != nil {
		return key, e, err
	}
	if named && !slices.Contains(netTransports(), transport) {
		return key, e, fmt.Errorf("no transport is called %q", transport)
	}
	for _, kind := range []expectedKind{expectSkip, expectUnsteady} {
		if rest, ok := strings.CutPrefix(reason, string(kind)); ok {
			e.kind, reason = kind, rest
		}
	}
	e.reason = strings.TrimSpace(reason)
	if e.reason == "" {
		return key, e, errNoReason
	}
	return key, e, nil
}

// check refuses a test with a line for all transports and another for one.
func (s status) check() error {
	for key := range s {
		path, _, named := strings.Cut(key, "@")
		if _, both := s[path]; named && both {
			return fmt.Errorf("%s: %s has a line for all transports and one for a single one", statusFile, path)
		}
	}
	return nil
}

// checkNames refuses lines for tests that no list counts.
func (s status) checkNames(tests []Test) error {
	counted := map[string]bool{}
	for _, t := range tests {
		counted[t.Path] = counted[t.Path] || t.Excluded == ""
	}
	for _, key := range slices.Sorted(maps.Keys(s)) {
		if path, _, _ := strings.Cut(key, "@"); !counted[path] {
			return fmt.Errorf("%s: no list counts %s", statusFile, path)
		}
	}
	return nil
}

const statusHead = `# Node's own tests that gonode does not pass, one a line, with the reason after a tab.
# A test listed here that passes fails the run, and so does one that is not listed and fails.
# Written by go run ./js-tests/node/cmd -update-status; reasons may be improved by hand.
`

// format writes the status file.
func (s status) format() string {
	var text strings.Builder
	text.WriteString(statusHead)
	for _, key := range slices.Sorted(maps.Keys(s)) {
		fmt.Fprintf(&text, "%s\t%s%s\n", key, s[key].kind, s[key].reason)
	}
	return text.String()
}

// update returns the status that results show. Lines of tests that did not run
// stay, and so do the reasons of tests that still do what their line says.
func (s status) update(results []Result) status {
	next := maps.Clone(s)
	for i := range results {
		next.split(&results[i].Test)
	}
	for i := range results {
		r := &results[i]
		key := statusKey(r.Test.Path, r.Transport)
		if old, ok := next[key]; ok && old.allows(r.Verdict) {
			continue
		}
		delete(next, key)
		if r.Verdict != Passed {
			next[key] = r.expectation()
		}
	}
	for i := range results {
		next.join(&results[i].Test)
	}
	return next
}

// expectation describes a result that is no pass.
func (r *Result) expectation() expectation {
	e := expectation{kind: expectFailure, reason: r.Cause}
	if r.Verdict == Skipped {
		e.kind = expectSkip
	}
	return e
}

// split gives each transport of a test its own line.
func (s status) split(t *Test) {
	e, ok := s[t.Path]
	if !ok || len(transportsOf(t)) < 2 {
		return
	}
	delete(s, t.Path)
	for _, transport := range transportsOf(t) {
		s[statusKey(t.Path, transport)] = e
	}
}

// join undoes split where all transports do the same.
func (s status) join(t *Test) {
	transports := transportsOf(t)
	if len(transports) < 2 {
		return
	}
	first, ok := s[statusKey(t.Path, transports[0])]
	for _, transport := range transports[1:] {
		if e, listed := s[statusKey(t.Path, transport)]; !ok || !listed || e.kind != first.kind {
			return
		}
	}
	for _, transport := range transports {
		delete(s, statusKey(t.Path, transport))
	}
	s[t.Path] = first
}

// netTransports names the values of GONODE_NET_TRANSPORT.
func netTransports() []string { return []string{"epoll", "pump"} }

// transportsOf lists the transports of net a test runs on; "" is the default.
func transportsOf(t *Test) []string {
	if t.Area == "net" {
		return netTransports()
	}
	return []string{""}
}
