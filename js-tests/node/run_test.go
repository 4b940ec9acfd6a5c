package nodetests

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"time"
)

func runScript(t *testing.T, script string, limit time.Duration) outcome {
	t.Helper()
	home := t.TempDir()
	file := filepath.Join(home, "script.js")
	if err := os.WriteFile(file, []byte(script), 0o600); err != nil {
		t.Fatal(err)
	}
	p := process{
		argv: []string{os.Args[0], file}, dir: home, home: home, limit: limit,
		env: append(os.Environ(), interpreterEnv+"=1", "NODE_TEST_DIR="+home, "TMPDIR="+home),
	}
	o, err := p.run(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return o
}

func TestProcess(t *testing.T) {
	for _, c := range []struct {
		script string
		limit  time.Duration
		check  func(o outcome) bool
	}{
		{"say a\ncry b\nsay c\n", time.Minute, func(o outcome) bool { return o.exit == 0 && o.stdout == "a\nc\n" && o.stderr == "b\n" }},
		{"exit 7\n", time.Minute, func(o outcome) bool { return o.exit == 7 && o.signal == "" && o.limit == 0 }},
		{"hang\n", time.Second, func(o outcome) bool { return o.limit == time.Second && o.duration >= time.Second }},
		{"flood\n", time.Minute, func(o outcome) bool { return o.flooded && o.limit == 0 }},
	} {
		if o := runScript(t, c.script, c.limit); !c.check(o) {
			o.stdout = o.stdout[:min(len(o.stdout), 100)]
			t.Errorf("%q: %+v", c.script, o)
		}
	}
}

func TestProcessEndedBySignal(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("Windows has no signals")
	}
	if o := runScript(t, "suicide\n", time.Minute); o.signal != "signal: killed" || o.exit != -1 {
		t.Errorf("%+v", o)
	}
}

func TestProcessErrors(t *testing.T) {
	home := t.TempDir()
	p := process{argv: []string{filepath.Join(home, "none")}, dir: home, home: home, limit: time.Minute}
	if _, err := p.run(t.Context()); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("an executable that does not exist: %v", err)
	}
	ctx, cancel := context.WithCancelCause(t.Context())
	reason := errors.New("enough")
	cancel(reason)
	p.argv = []string{os.Args[0], "-test.run=^$"}
	if _, err := p.run(ctx); !errors.Is(err, reason) {
		t.Errorf("a run that is called off: %v", err)
	}
}

// fixture is a suite, lists and canaries of our own, run by the fake
// interpreter.
type fixture struct {
	t       *testing.T
	options Options
}

// newFixture makes a suite of the given scripts, all in the list of net, and
// canaries that behave.
func newFixture(t *testing.T, scripts map[string]string, statusText string) *fixture {
	t.Helper()
	t.Setenv(interpreterEnv, "1")
	f := &fixture{t: t, options: Options{Suite: t.TempDir(), Lists: t.TempDir(), Executable: os.Args[0], Limit: time.Minute, Parallel: 3}}
	f.write(f.options.Suite, "test/common/index.js", "")
	for _, area := range Areas() {
		f.write(f.options.Lists, "tests/"+area+".txt", "")
	}
	list := ""
	for _, name := range slices.Sorted(maps.Keys(scripts)) {
		file, _, _ := strings.Cut(name, "\t")
		file, _, _ = strings.Cut(file, " ")
		f.write(f.options.Suite, "test/"+file, scripts[name])
		list += name + "\n"
	}
	f.write(f.options.Lists, "tests/net.txt", list)
	f.write(f.options.Lists, statusFile, statusText)
	f.write(f.options.Lists, "canaries/passes.js", "// Verdict: passed\n")
	f.write(f.options.Lists, "canaries/fails.js", "// Verdict: failed\n// Says: boom\ncry Error: boom\nexit 1\n")
	return f
}

func (f *fixture) write(folder, name, text string) {
	f.t.Helper()
	file := filepath.Join(folder, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		f.t.Fatal(err)
	}
	if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
		f.t.Fatal(err)
	}
}

func (f *fixture) run() *Report {
	f.t.Helper()
	report, err := Run(f.t.Context(), f.options)
	if err != nil {
		f.t.Fatal(err)
	}
	return report
}

// lines says in a line what each result is.
func lines(results []Result) []string {
	var all []string
	for i := range results {
		r := &results[i]
		line := fmt.Sprintf("%v %s %s", r.Verdict, r.Name(), r.Cause)
		if !r.Expected {
			line = "! " + line
		}
		all = append(all, strings.TrimSpace(line))
	}
	return all
}

func TestRun(t *testing.T) {
	f := newFixture(t, map[string]string{
		"parallel/test-env.js":             "// Env: A=1 B=2\n// Flags: --good --bad\nwant A=1\nwant B=2\nwant NODE_TEST_DIR=$TMPDIR\nwant TEST_PARALLEL=1\nwant NODE_TEST_KNOWN_GLOBALS=0\nwant NODE_SKIP_FLAG_CHECK=1\ncry Error: with a flag missing\nexit 1\n",
		"parallel/test-ex.js\tbad weather": "exit 1\n",
		"parallel/test-fail.js":            "cry TypeError: new\nexit 1\n",
		"parallel/test-known.js":           "cry TypeError: known\nexit 1\n",
		"parallel/test-pass.js":            "say fine\n",
		"parallel/test-repaired.js":        "say fine\n",
		"parallel/test-skip.js":            "say 1..0 # Skipped: not here\n",
		"parallel/test-where.js":           "where\n",
		"sequential/test-alone.js":         "want TEST_PARALLEL=0\nwant TEST_THREAD_ID=0\n",
		"sequential/test-transport.js":     "want GONODE_NET_TRANSPORT=pump\n",
	}, "parallel/test-env.js\tx\nparallel/test-known.js\tlisted\nparallel/test-repaired.js\tlisted\n")
	f.options.Transports = []string{"pump"}
	var calls atomic.Int64
	f.options.Done = func(Result) { calls.Add(1) }
	report := f.run()
	want := []string{
		"failed parallel/test-env.js@pump Error: with a flag missing (without --bad)",
		"! failed parallel/test-fail.js@pump TypeError: new",
		"failed parallel/test-known.js@pump TypeError: known",
		"passed parallel/test-pass.js@pump",
		"! passed parallel/test-repaired.js@pump",
		"! skipped parallel/test-skip.js@pump not here",
		"! failed parallel/test-where.js@pump Error: in <suite>/..",
		"passed sequential/test-alone.js@pump",
		"passed sequential/test-transport.js@pump",
	}
	if got := lines(report.Results); !reflect.DeepEqual(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	if calls.Load() != int64(len(want)) {
		t.Errorf("Done was called %d times", calls.Load())
	}
	var table, unexpected strings.Builder
	if err := report.WriteTable(&table); err != nil {
		t.Fatal(err)
	}
	for _, row := range []string{`net@pump\s+4\s+4\s+1\s+1\s+4\s`, `all\s+4\s+4\s+1\s+1\s+4\s`} {
		if !regexp.MustCompile(row).MatchString(table.String()) {
			t.Errorf("no row %s in\n%s", row, &table)
		}
	}
	report.WriteUnexpected(&unexpected)
	for _, text := range []string{"unexpected pass: parallel/test-repaired.js@pump: status.txt says: listed", "unexpectedly failed: parallel/test-fail.js@pump: TypeError: new", "unexpectedly skipped: parallel/test-skip.js@pump: not here"} {
		if !strings.Contains(unexpected.String(), text) {
			t.Errorf("no %q in\n%s", text, &unexpected)
		}
	}
}

func TestUpdateStatusFile(t *testing.T) {
	f := newFixture(t, map[string]string{
		"parallel/test-a.js": "cry Error: from $TMPDIR/x\nexit 1\n",
		"parallel/test-b.js": "say fine\n",
		"parallel/test-c.js": "want GONODE_NET_TRANSPORT=epoll\n",
	}, "parallel/test-b.js\tlisted\n")
	if got := len(f.run().Unexpected()); got != 5 {
		t.Errorf("%d unexpected results before", got)
	}
	if err := f.run().UpdateStatus(f.options.Lists); err != nil {
		t.Fatal(err)
	}
	text, err := os.ReadFile(filepath.Join(f.options.Lists, statusFile))
	if err != nil {
		t.Fatal(err)
	}
	want := statusHead + "parallel/test-a.js\tError: from <tmp>\nparallel/test-c.js@pump\tError: no GONODE_NET_TRANSPORT=epoll\n"
	if string(text) != want {
		t.Errorf("got %s\nwant %s", text, want)
	}
	if got := lines(f.run().Unexpected()); got != nil {
		t.Errorf("unexpected after: %q", got)
	}
}

func TestSecondRun(t *testing.T) {
	once := filepath.Join(t.TempDir(), "once")
	f := newFixture(t, map[string]string{"parallel/test-a.js": "exit-once " + once + "\nwant TEST_PARALLEL=0\n"}, "")
	f.options.Transports = []string{"epoll"}
	report := f.run()
	if len(report.Unexpected()) != 0 || len(report.Unsteady()) != 1 {
		t.Fatalf("%+v", report.Results)
	}
	if r := report.Unsteady()[0]; r.First != "exit code 1 and no word" || r.Verdict != Passed {
		t.Errorf("%+v", r)
	}
}

func TestRealNode(t *testing.T) {
	f := newFixture(t, map[string]string{
		"parallel/test-a.js":          "// Flags: --good\n",
		"parallel/test-b.js # node24": "exit 1\n",
		"parallel/test-c.js # node26": "exit 1\n",
		"parallel/test-d.js":          "exit 1\n",
	}, "parallel/test-d.js\tlisted for gonode\n")
	f.options.Node = true
	report := f.run()
	if report.Node != 24 {
		t.Errorf("major version %d", report.Node)
	}
	want := []string{
		"passed parallel/test-a.js",
		"! failed parallel/test-b.js exit code 1 and no word",
		"failed parallel/test-c.js exit code 1 and no word",
		"! failed parallel/test-d.js exit code 1 and no word",
	}
	if got := lines(report.Results); !reflect.DeepEqual(got, want) {
		t.Errorf("got %q", got)
	}
	if err := report.UpdateStatus(f.options.Lists); err == nil {
		t.Error("the status file was written from a run on Node")
	}
}

func TestCanariesStopTheRun(t *testing.T) {
	for _, c := range []struct{ name, source, want string }{
		{"passes.js", "// Verdict: passed\ncry Error: no fs\nexit 1\n", "no test can pass: canary passes.js: want passed, got failed: Error: no fs"},
		{"fails.js", "// Verdict: failed\n// Says: boom\n", `canary fails.js: want failed with "boom", got passed`},
		{"fails.js", "// Verdict: failed\n// Says: boom\ncry Error: other\nexit 1\n", "got failed: Error: other"},
		{"skips.js", "// Verdict: skipped\n// Says: rain\nsay 1..0 # Skipped: sun\n", `want skipped with "rain", got skipped: sun`},
		{"hangs.js", "// Verdict: failed\n// Says: no end\n// Limit: 1m\nexit 0\n", "got passed"},
		{"other.js", "// Says: boom\n", "it needs a Verdict"},
		{"other.js", "// Verdict: failed\n", "and Says"},
		{"other.js", "// Verdict: late\n", `"late" is no verdict`},
		{"other.js", "// Verdict: passed\n// Limit: soon\n", "Limit: "},
	} {
		f := newFixture(t, map[string]string{"parallel/test-a.js": ""}, "")
		f.write(f.options.Lists, "canaries/"+c.name, c.source)
		if _, err := Run(t.Context(), f.options); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: error %v, want one with %q", c.name, err, c.want)
		}
	}
}

func TestRunErrors(t *testing.T) {
	f := newFixture(t, map[string]string{"parallel/test-a.js": ""}, "")
	for _, c := range []struct {
		name   string
		change func(o *Options)
		want   string
	}{
		{"no suite", func(o *Options) { o.Suite = t.TempDir() }, ErrNoSuite.Error()},
		{"an unknown area", func(o *Options) { o.Areas = []string{"nets"} }, `"nets"`},
		{"nothing matches", func(o *Options) { o.Match = regexp.MustCompile("zzz") }, "no test is selected"},
		{"no executable", func(o *Options) { o.Executable = filepath.Join(t.TempDir(), "none") }, "none"},
		{"no lists", func(o *Options) { o.Lists = t.TempDir() }, "list of net"},
	} {
		o := f.options
		c.change(&o)
		if _, err := Run(t.Context(), o); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: error %v, want one with %q", c.name, err, c.want)
		}
	}
	f.write(f.options.Lists, "tests/os.txt", "parallel/test-gone.js\n")
	if _, err := Run(t.Context(), f.options); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("a listed test that the suite does not have: %v", err)
	}
}

func TestRunLeavesNothing(t *testing.T) {
	temp := t.TempDir()
	t.Setenv("TMPDIR", temp)
	f := newFixture(t, map[string]string{"parallel/test-a.js": ""}, "")
	f.run()
	if left, err := os.ReadDir(temp); err != nil || len(left) != 0 {
		t.Errorf("left in the temporary folder: %v, %v", left, err)
	}
}

func TestInherited(t *testing.T) {
	t.Setenv("NODE_OPTIONS", "--x")
	t.Setenv("GONODE_NET_TRANSPORT", "pump")
	t.Setenv("KEPT", "1")
	env := inherited()
	for _, pair := range env {
		if strings.HasPrefix(pair, "NODE_") || strings.HasPrefix(pair, "GONODE_") {
			t.Errorf("%s is inherited", pair)
		}
	}
	if !slices.Contains(env, "KEPT=1") {
		t.Error("KEPT is not inherited")
	}
}

func TestCausesAndFailures(t *testing.T) {
	report := Report{Results: []Result{
		result("os", "parallel/test-a.js", "", Failed, "1 !== 2"),
		result("os", "parallel/test-b.js", "", Failed, "other"),
		result("os", "parallel/test-c.js", "", Failed, "3 !== 4"),
		result("os", "parallel/test-d.js", "", Skipped, "skip"),
		result("os", "parallel/test-e.js", "", Passed, ""),
	}}
	var causes, failures strings.Builder
	report.WriteCauses(&causes, 1)
	if got, want := causes.String(), "    2  N !== N (parallel/test-a.js)\n"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	report.WriteFailures(&failures)
	want := "failed\tparallel/test-a.js\t1 !== 2\nfailed\tparallel/test-b.js\tother\nfailed\tparallel/test-c.js\t3 !== 4\nskipped\tparallel/test-d.js\tskip\n"
	if got := failures.String(); got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}
