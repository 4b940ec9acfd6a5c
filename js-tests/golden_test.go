package jstests

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// referenceNode is the major version gonode behaves like, and the one that
// goldens are recorded from.
const referenceNode = 24

// golden returns the path of the golden that counts for a Node of the given
// major version: x.golden, or x.node26.golden where a newer Node differs and
// the file exists. 0 stands for gonode.
func (f *testFile) golden(major int) string {
	for v := major; v > referenceNode; v-- {
		variant := f.variant(v)
		if _, err := os.Stat(variant); err == nil {
			return variant
		}
	}
	return filepath.Join(filepath.Dir(f.path), f.stdoutFile)
}

func (f *testFile) variant(major int) string {
	base := filepath.Join(filepath.Dir(f.path), f.stdoutFile)
	return fmt.Sprintf("%s.node%d.golden", strings.TrimSuffix(base, ".golden"), major)
}

// diff shows two texts from their first different line on.
func diff(want, got string) string {
	w, g := strings.Split(want, "\n"), strings.Split(got, "\n")
	same := 0
	for same < len(w) && same < len(g) && w[same] == g[same] {
		same++
	}
	var b strings.Builder
	for i := max(0, same-3); i < same; i++ {
		fmt.Fprintf(&b, "      %s\n", w[i])
	}
	writeLines(&b, "want", w[same:])
	writeLines(&b, "got ", g[same:])
	return b.String()
}

func writeLines(b *strings.Builder, label string, lines []string) {
	const most = 12
	for i, line := range lines {
		if i == most {
			fmt.Fprintf(b, "%s| ... %d more lines\n", label, len(lines)-most)
			return
		}
		fmt.Fprintf(b, "%s| %s\n", label, line)
	}
}

// record writes stdout of a run as the golden of f. The run must be right in
// every other respect. A newer Node than the reference gets a golden of its own
// only where it differs.
func record(t *testing.T, f *testFile, out outcome) {
	t.Helper()
	other, silent := *f, out
	other.stdoutFile, silent.stdout = "", ""
	if problems := judge(&other, silent); problems != nil {
		t.Fatalf("not recorded:\n%s", strings.Join(problems, "\n"))
	}
	switch {
	case out.node < referenceNode:
		t.Fatalf("goldens are recorded from Node %d and later", referenceNode)
	case out.node == referenceNode:
		write(t, f.golden(0), out.stdout)
	default:
		recordVariant(t, f, out)
	}
}

func recordVariant(t *testing.T, f *testFile, out outcome) {
	t.Helper()
	variant := f.variant(out.node)
	if err := os.Remove(variant); err != nil && !errors.Is(err, fs.ErrNotExist) {
		t.Fatal(err)
	}
	text, err := os.ReadFile(f.golden(out.node))
	if err != nil {
		t.Fatalf("record with Node %d first: %v", referenceNode, err)
	}
	if string(text) != out.stdout {
		write(t, variant, out.stdout)
	}
}

// write leaves a file that is right already alone.
func write(t *testing.T, path, text string) {
	t.Helper()
	if old, err := os.ReadFile(path); err == nil && string(old) == text {
		return
	}
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	t.Logf("recorded %s", filepath.Base(path))
}
