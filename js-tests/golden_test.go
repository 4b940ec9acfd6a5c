package jstests

import (
	"fmt"
	"os"
	"strings"
	"testing"
)

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
// every other respect.
func record(t *testing.T, f *testFile, out outcome) {
	t.Helper()
	other := *f
	other.stdoutFile = ""
	out2 := out
	out2.stdout = ""
	if problems := judge(&other, out2); problems != nil {
		t.Fatalf("not recorded:\n%s", strings.Join(problems, "\n"))
	}
	old, err := os.ReadFile(f.golden())
	if err == nil && string(old) == out.stdout {
		return
	}
	if err := os.WriteFile(f.golden(), []byte(out.stdout), 0o644); err != nil {
		t.Fatal(err)
	}
	t.Logf("recorded %s", f.stdoutFile)
}
