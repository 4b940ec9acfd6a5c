//go:build packages

// Package packages runs packages from npm, unmodified, and compares what a
// small real job of each prints with what it prints on Node 24: packages that
// are built on streams, and ES modules. It runs by `make packages`, since npm fetches the pinned
// versions from the network.
package packages

import (
	"context"
	"flag"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

var record = flag.String("record", "", "a real Node that writes the goldens anew")

// patience is for one script, which takes well under a second.
const patience = 30 * time.Second

func TestPackages(t *testing.T) {
	npm, err := exec.LookPath("npm")
	if err != nil {
		t.Skip("no npm in PATH to fetch the packages with")
	}
	dir := install(t, npm)
	program := *record
	if program == "" {
		program = build(t)
	}
	scripts, err := filepath.Glob("scripts/*.*s")
	if err != nil || len(scripts) == 0 {
		t.Fatalf("no scripts: %v", err)
	}
	for _, script := range scripts {
		name := strings.TrimSuffix(script, filepath.Ext(script))
		t.Run(filepath.Base(name), func(t *testing.T) {
			got := run(t, program, dir, script)
			golden := name + ".golden"
			if *record != "" {
				if err := os.WriteFile(golden, got, 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			if string(got) != string(want) {
				t.Errorf("got:\n%s\nwant:\n%s", got, want)
			}
		})
	}
}

// install fetches the packages into a folder of their own.
func install(t *testing.T, npm string) string {
	dir := t.TempDir()
	manifest, err := os.ReadFile("dependencies.json")
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "package.json"), manifest, 0o644); err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(npm, "install", "--ignore-scripts", "--no-audit", "--no-fund", "--no-package-lock")
	cmd.Dir = dir
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("npm install: %v\n%s", err, out)
	}
	return dir
}

func build(t *testing.T) string {
	gonode := filepath.Join(t.TempDir(), "gonode")
	if out, err := exec.Command("go", "build", "-o", gonode, "../../cmd/gonode").CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	return gonode
}

// run copies a script to where its packages are found, and returns what it
// prints.
func run(t *testing.T, program, dir, script string) []byte {
	text, err := os.ReadFile(script)
	if err != nil {
		t.Fatal(err)
	}
	name := filepath.Base(script)
	if err := os.WriteFile(filepath.Join(dir, name), text, 0o644); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithTimeout(t.Context(), patience)
	defer cancel()
	cmd := exec.CommandContext(ctx, program, name)
	cmd.Dir = dir
	out, err := cmd.CombinedOutput()
	if err != nil {
		t.Errorf("%v", err)
	}
	return out
}
