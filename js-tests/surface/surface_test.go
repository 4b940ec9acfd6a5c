// Package surface compares the public surface of the built-in modules, names
// and kinds, with that of Node 24, recorded in testdata/node24.txt. Each
// module has a floor, in percent, below which it must not fall.
//
//	go test ./js-tests/surface -v                            # the table
//	go test ./js-tests/surface -node /path/to/node24 -record # record anew
package surface

import (
	"bytes"
	"flag"
	"os"
	"os/exec"
	"strings"
	"testing"

	"github.com/gonode/gonode/runtime"
)

var (
	node   = flag.String("node", "", "the node to record with")
	record = flag.Bool("record", false, "record the surface of -node")
)

const (
	script = "testdata/surface.cjs"
	golden = "testdata/node24.txt"
)

// floors are the modules with the least percentage that each must reach.
// Modules with 0 are there for information.
var floors = []struct {
	module string
	least  float64
}{
	{"timers", 100}, {"timers/promises", 100}, {"path", 100}, {"querystring", 100}, {"buffer", 100},
	{"string_decoder", 100}, {"assert", 100}, {"assert/strict", 100}, {"os", 100}, {"console", 100},
	{"util", 100}, {"util/types", 100}, {"async_hooks", 100}, {"child_process", 100},
	{"diagnostics_channel", 100}, {"fs/promises", 100}, {"net", 100}, {"punycode", 100}, {"readline", 100},
	{"readline/promises", 100}, {"stream/consumers", 100}, {"stream/promises", 100}, {"node:test", 100},
	{"tty", 100}, {"v8", 100}, {"vm", 100}, {"process", 95}, {"cluster", 0}, {"crypto", 0}, {"dgram", 0},
	{"dns", 0}, {"dns/promises", 0}, {"events", 0}, {"fs", 0}, {"http", 0}, {"https", 0}, {"http2", 0},
	{"module", 0}, {"perf_hooks", 0}, {"stream", 0}, {"stream/web", 0}, {"tls", 0}, {"url", 0},
	{"worker_threads", 0}, {"zlib", 0},
}

func modules() []string {
	names := make([]string, len(floors))
	for i, f := range floors {
		names[i] = f.module
	}
	return names
}

func TestSurface(t *testing.T) {
	if *record {
		recordSurface(t)
	}
	data, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	want, got := byModule(string(data)), byModule(ownSurface(t))
	for _, f := range floors {
		percent, lacking := compare(want[f.module], got[f.module])
		t.Logf("%-20s %6.1f %% of %d", f.module, percent, len(want[f.module]))
		if percent < f.least {
			t.Errorf("%s: %.1f %%, want at least %.0f; lacking or of another kind:\n%s",
				f.module, percent, f.least, strings.Join(lacking, "\n"))
		}
	}
}

// compare is the share of the wanted lines that are there, and the others.
func compare(want, got []string) (percent float64, lacking []string) {
	have := make(map[string]bool, len(got))
	for _, line := range got {
		have[line] = true
	}
	for _, line := range want {
		if !have[line] {
			lacking = append(lacking, line)
		}
	}
	if len(want) == 0 {
		return 0, nil
	}
	return 100 * float64(len(want)-len(lacking)) / float64(len(want)), lacking
}

// byModule sorts the lines by their first word.
func byModule(text string) map[string][]string {
	lines := make(map[string][]string)
	for _, line := range strings.Split(strings.TrimSpace(text), "\n") {
		module, rest, _ := strings.Cut(line, " ")
		lines[module] = append(lines[module], rest)
	}
	return lines
}

func ownSurface(t *testing.T) string {
	t.Helper()
	var out, errors bytes.Buffer
	rt, err := runtime.New(runtime.WithHost(), runtime.WithStdio(strings.NewReader(""), &out, &errors),
		runtime.WithArgs(modules()...))
	if err != nil {
		t.Fatal(err)
	}
	defer rt.Close()
	if err := rt.RunFile(t.Context(), script); err != nil {
		t.Fatalf("%v\n%s", err, errors.String())
	}
	return out.String()
}

func recordSurface(t *testing.T) {
	t.Helper()
	cmd := exec.CommandContext(t.Context(), *node, append([]string{"--no-warnings", script}, modules()...)...)
	cmd.Stderr = os.Stderr
	data, err := cmd.Output()
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(golden, data, 0o644); err != nil {
		t.Fatal(err)
	}
}
