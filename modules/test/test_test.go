package nodetest_test

import (
	"bytes"
	"context"
	"errors"
	"regexp"
	"strings"
	"testing"

	"github.com/gonode/gonode/runtime"
)

var duration = regexp.MustCompile(`\([\d.]+ms\)|duration_ms [\d.]+`)

// run runs a script and returns what it wrote, without durations, and its
// exit code.
func run(t *testing.T, script string, opts ...runtime.Option) (string, int) {
	t.Helper()
	var out bytes.Buffer
	rt, err := runtime.New(append(opts, runtime.WithStdio(strings.NewReader(""), &out, &out))...)
	if err != nil {
		t.Fatal(err)
	}
	defer rt.Close()
	_, err = rt.RunString(context.Background(), "script.js", script)
	code := 0
	var exit *runtime.ExitError
	if errors.As(err, &exit) {
		code = exit.Code
	} else if err != nil {
		t.Fatal(err)
	}
	return duration.ReplaceAllString(out.String(), "*"), code
}

// TestNeverSettles has no golden file: there Node's present releases wait for
// ever, while its documentation has the test cancelled.
func TestNeverSettles(t *testing.T) {
	out, code := run(t, `
		const { test, describe, it } = require('node:test');
		test('never', () => new Promise(() => {}));
		test('callback', (t, done) => {});
		describe('suite', () => { it('member', () => {}); });
	`)
	if code != 1 {
		t.Errorf("exit code %d", code)
	}
	for _, want := range []string{
		"✖ never *", "✖ callback\n", "▶ suite\n  ✖ member\n✖ suite", "ℹ tests 3\n", "ℹ cancelled 3\n",
		"'Promise resolution is still pending but the event loop has already resolved'",
	} {
		if !strings.Contains(out, want) {
			t.Errorf("%q is missing in:\n%s", want, out)
		}
	}
}

// TestOptions reads the options from process.execArgv.
func TestOptions(t *testing.T) {
	const script = `
		const { test, describe, it } = require('node:test');
		test('red', () => {});
		describe('suite', () => { it('blue', () => {}); it('green', () => {}); });
	`
	for _, c := range []struct {
		args []string
		want string
	}{
		{[]string{"--test-reporter=dot"}, "....\n"},
		{[]string{"--test-reporter", "tap"}, "TAP version 13\n# Subtest: red\nok 1 - red\n"},
		{[]string{"--test-reporter=dot", "--test-name-pattern=blue"}, "..\n"},
		{[]string{"--test-reporter=dot", "--test-name-pattern=/^SUITE$/i"}, "...\n"},
		{[]string{"--test-reporter=dot", "--test-skip-pattern=red"}, "...\n"},
		{[]string{"--test-reporter=dot", "--test-only"}, "\n"},
	} {
		out, code := run(t, script, runtime.WithExecArgv(c.args...))
		if code != 0 || !strings.HasPrefix(out, c.want) {
			t.Errorf("%v: exit code %d, output\n%s", c.args, code, out)
		}
	}
}

// TestTwoRuntimes has tests in two runtimes at once: they share nothing.
func TestTwoRuntimes(t *testing.T) {
	for _, name := range []string{"one", "two"} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			out, code := run(t, `
				const { test, mock } = require('node:test');
				test('`+name+`', async (t) => {
					t.mock.timers.enable();
					const fn = t.mock.fn();
					setTimeout(fn, 10);
					t.mock.timers.tick(10);
					t.assert.strictEqual(fn.mock.callCount(), 1);
				});
			`)
			if code != 0 || !strings.HasPrefix(out, "✔ "+name+" *\nℹ tests 1\n") {
				t.Errorf("exit code %d, output\n%s", code, out)
			}
		})
	}
}

// TestTwoScripts runs tests in two scripts of one runtime, one after the other.
func TestTwoScripts(t *testing.T) {
	var out bytes.Buffer
	rt, err := runtime.New(runtime.WithStdio(strings.NewReader(""), &out, &out))
	if err != nil {
		t.Fatal(err)
	}
	defer rt.Close()
	for _, name := range []string{"first", "second"} {
		if _, err := rt.RunString(context.Background(), name, "require('node:test')('"+name+"', () => {})"); err != nil {
			t.Fatal(err)
		}
		if text := duration.ReplaceAllString(out.String(), "*"); !strings.HasPrefix(text, "✔ "+name+" *\nℹ tests 1\n") {
			t.Errorf("output\n%s", text)
		}
		out.Reset()
	}
}

// TestNotImplemented calls what is not there.
func TestNotImplemented(t *testing.T) {
	out, code := run(t, `
		const { run, snapshot, test } = require('node:test');
		const { junit, lcov } = require('node:test/reporters');
		const { setDefaultSnapshotSerializers, setResolveSnapshotPath } = snapshot;
		for (const f of [run, junit, lcov, setDefaultSnapshotSerializers, setResolveSnapshotPath]) {
			try { f(); } catch (err) { console.log(err.code, err.message); }
		}
	`)
	if code != 0 || strings.Count(out, "ERR_METHOD_NOT_IMPLEMENTED") != 5 {
		t.Errorf("exit code %d, output\n%s", code, out)
	}
}
