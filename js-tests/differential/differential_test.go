//go:build unix

package differential

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// script makes a file that stands for a runtime: it writes what it is told.
func script(t *testing.T, text string, exit string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "runtime")
	body := "#!/bin/sh\ncat <<'END'\n" + text + "\nEND\nexit " + exit + "\n"
	if err := os.WriteFile(path, []byte(body), 0o755); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestCompare(t *testing.T) {
	const right = "1: a\n1: b\n2: c\n3: d"
	for name, tc := range map[string]struct {
		have, exit string
		want       []string // seed, and the line that it has
	}{
		"the same":       {right, "0", nil},
		"another line":   {"1: a\n1: x\n2: c\n3: d", "0", []string{"seed 1 differs at line 2", "want b", "have x"}},
		"one too few":    {"1: a\n1: b\n3: d", "0", []string{"seed 2 differs at line 1", "want c"}},
		"one too many":   {right + "\n3: e", "0", []string{"seed 3 differs at line 2", "have e"}},
		"noise":          {"warning\n" + right, "0", nil},
		"a crash":        {"1: a\n1: b\n2: c", "70", []string{"seed 2 differs at line 2", "exit status 70", "seed 3 differs"}},
		"a crash at end": {right, "1", []string{"seed 3 differs at line 2", "exit status 1"}},
	} {
		t.Run(name, func(t *testing.T) {
			found, err := Compare(t.Context(), Batch{Script: "x", First: 1, Count: 3}, script(t, right, "0"), script(t, tc.have, tc.exit))
			if err != nil {
				t.Fatal(err)
			}
			var all strings.Builder
			for _, d := range found {
				all.WriteString(d.String())
			}
			if len(tc.want) == 0 && all.Len() > 0 {
				t.Errorf("differs:\n%s", &all)
			}
			for _, want := range tc.want {
				if !strings.Contains(all.String(), want) {
					t.Errorf("does not say %q:\n%s", want, &all)
				}
			}
		})
	}
}

func TestCompareNeedsATranscript(t *testing.T) {
	_, err := Compare(t.Context(), Batch{Script: "x", First: 1, Count: 3}, script(t, "1: a", "0"), script(t, "1: a", "0"))
	if err == nil || !strings.Contains(err.Error(), "nothing for seed 2") {
		t.Errorf("error %v", err)
	}
	if _, err := Compare(t.Context(), Batch{}, filepath.Join(t.TempDir(), "none"), ""); err == nil {
		t.Error("no error for a runtime that is not there")
	}
}
