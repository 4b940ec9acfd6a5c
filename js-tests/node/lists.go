package nodetests

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"
)

// Areas names the lists in the order of reports.
func Areas() []string {
	return []string{
		"net", "stream", "events", "timers", "buffer", "string_decoder", "util", "assert", "path", "url",
		"querystring", "module", "process", "console", "abort", "dns", "fs", "child_process", "cluster",
		"readline", "os", "globals", "diagnostics_channel", "async_hooks", "pipe",
		"es-module",
	}
}

// Test is one line of a list.
type Test struct {
	Area     string
	Path     string        // slash-separated, inside Node's test folder
	Node     int           // the only major version of Node that passes it, 0 for any
	Limit    time.Duration // a time limit of its own, 0 for the default
	Excluded string        // why it does not count, "" when it does
}

// Sequential tells whether the test must run alone.
func (t *Test) Sequential() bool { return strings.HasPrefix(t.Path, "sequential/") }

// module tells whether the test is an ES module.
func (t *Test) module() bool { return path.Ext(t.Path) == ".mjs" }

// ListError is a line of a list or of the status file that cannot be used.
type ListError struct {
	File string
	Line int
	Err  error
}

func (e *ListError) Error() string { return fmt.Sprintf("%s:%d: %v", e.File, e.Line, e.Err) }
func (e *ListError) Unwrap() error { return e.Err }

// Errors of lists.
var (
	errNoReason = errors.New("no reason after the tab")
	errOrder    = errors.New("not in order, or twice")
)

// loadLists reads the lists of areas below folder.
func loadLists(folder string, areas []string) ([]Test, error) {
	var all []Test
	for _, area := range areas {
		if !slices.Contains(Areas(), area) {
			return nil, fmt.Errorf("no area is called %q; there are %s", area, strings.Join(Areas(), ", "))
		}
		tests, err := readList(filepath.Join(folder, area+".txt"), area)
		if err != nil {
			return nil, err
		}
		all = append(all, tests...)
	}
	return all, nil
}

func readList(file, area string) (tests []Test, err error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, fmt.Errorf("the list of %s: %w", area, err)
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	return parseList(area, f)
}

// parseList reads lines of three kinds:
//
//	parallel/test-x.js
//	parallel/test-y.js # node24 limit=60s
//	parallel/test-z.js<TAB>why it does not count
func parseList(area string, r io.Reader) ([]Test, error) {
	var tests []Test
	lines := bufio.NewScanner(r)
	for n := 1; lines.Scan(); n++ {
		t, err := parseTest(area, lines.Text())
		if err == nil && len(tests) > 0 && tests[len(tests)-1].Path >= t.Path {
			err = errOrder
		}
		if err != nil {
			return nil, &ListError{File: area + ".txt", Line: n, Err: err}
		}
		tests = append(tests, t)
	}
	return tests, lines.Err()
}

func parseTest(area, line string) (Test, error) {
	t := Test{Area: area}
	name, reason, excluded := strings.Cut(line, "\t")
	if excluded {
		t.Excluded = strings.TrimSpace(reason)
		if t.Excluded == "" {
			return t, errNoReason
		}
	}
	name, remarks, _ := strings.Cut(name, "#")
	t.Path = strings.TrimSpace(name)
	if err := checkPath(t.Path); err != nil {
		return t, err
	}
	for _, remark := range strings.Fields(remarks) {
		if err := t.remark(remark); err != nil {
			return t, fmt.Errorf("remark %q: %w", remark, err)
		}
	}
	return t, nil
}

func (t *Test) remark(remark string) (err error) {
	if major, ok := strings.CutPrefix(remark, "node"); ok {
		t.Node, err = strconv.Atoi(major)
		return err
	}
	if limit, ok := strings.CutPrefix(remark, "limit="); ok {
		t.Limit, err = time.ParseDuration(limit)
		return err
	}
	return errors.New("neither nodeMAJOR nor limit=DURATION")
}

// leftOut says for whole folders of Node's tests why no list may name them.
func leftOut(folder string) string {
	switch folder {
	case "parallel", "sequential", "es-module":
		return ""
	case "message":
		return "compares whole outputs, with V8's wording and stack frames inside Node's own files"
	case "pseudo-tty":
		return "runs on a terminal that a Python program of Node's source tree makes"
	default:
		return "belongs to a part of Node outside the areas"
	}
}

func checkPath(name string) error {
	folder, file := path.Split(name)
	folder = strings.TrimSuffix(folder, "/")
	if why := leftOut(folder); why != "" {
		return fmt.Errorf("%q: the folder %q is left out: %s", name, folder, why)
	}
	if ext := path.Ext(file); ext != ".js" && ext != ".mjs" && ext != ".cjs" {
		return fmt.Errorf("%q is not the name of a test", name)
	}
	return nil
}
