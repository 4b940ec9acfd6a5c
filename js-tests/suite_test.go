package jstests

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"testing"
)

// testFile is one .js file with its parsed header.
type testFile struct {
	header
	name   string // slash-separated, relative to this folder
	path   string // absolute
	source string
}

// notTests are the folders that hold no tests of the suite.
var notTests = []string{"fixtures", "canaries", "bulk", "packages", "differential", "node"}

// loadSuite reads all test files: those one or more folders down. The files
// beside this one are shared helpers.
func loadSuite(t *testing.T) []testFile {
	t.Helper()
	entries, err := os.ReadDir(".")
	if err != nil {
		t.Fatal(err)
	}
	var files []testFile
	for _, e := range entries {
		if e.IsDir() && !slices.Contains(notTests, e.Name()) {
			files = append(files, loadFolder(t, e.Name())...)
		}
	}
	if len(files) == 0 {
		t.Fatal("no test files found")
	}
	return files
}

// loadFolder reads the test files below dir, without its fixtures.
func loadFolder(t *testing.T, dir string) []testFile {
	t.Helper()
	var files []testFile
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && d.Name() == "fixtures":
			return filepath.SkipDir
		case filepath.Ext(path) != ".js":
			return nil
		}
		f, err := loadFile(path)
		files = append(files, f)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

func loadFile(path string) (testFile, error) {
	src, err := os.ReadFile(path)
	if err != nil {
		return testFile{}, err
	}
	abs, err := filepath.Abs(path)
	if err != nil {
		return testFile{}, err
	}
	h, err := parseHeader(string(src))
	if err != nil {
		return testFile{}, fmt.Errorf("%s: %w", path, err)
	}
	return testFile{header: h, name: filepath.ToSlash(path), path: abs, source: string(src)}, nil
}

// netUse matches the require calls after which the transport matters.
var netUse = regexp.MustCompile(`require\('(?:node:net|net|(?:\.\./)+netpair(?:\.js)?)'\)`)

// transports lists the net transports the file runs on. "" is the default of
// the runtime, for files that open no socket.
func (f *testFile) transports() []string {
	switch f.transport {
	case "epoll", "pump":
		return []string{f.transport}
	case "both":
		return []string{"epoll", "pump"}
	case "":
		if netUse.MatchString(f.source) {
			return []string{"epoll", "pump"}
		}
	}
	return []string{""}
}

// skipElsewhere skips on a platform the file is not for.
func (f *testFile) skipElsewhere(t *testing.T) {
	if f.platforms != nil && !slices.Contains(f.platforms, runtime.GOOS) {
		t.Skipf("for %s only, this is %s", strings.Join(f.platforms, ", "), runtime.GOOS)
	}
}
