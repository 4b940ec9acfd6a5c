package nodetests

import (
	"strings"
	"testing"
	"time"
)

func TestJudge(t *testing.T) {
	const crash = "/x/y.js:3\n  throw e;\n  ^\n\nTypeError [ERR_X]: bad\n    at f (/x/y.js:3:9)\n\nNode.js v24.0.0\n"
	for _, c := range []struct {
		name  string
		o     outcome
		want  Verdict
		cause string
	}{
		{"silent", outcome{}, Passed, ""},
		{"talkative", outcome{stdout: "Error: as planned\n", stderr: "TypeError: too\n"}, Passed, ""},
		{"skipped", outcome{stdout: "a\n1..0 # Skipped: missing crypto\nb\n"}, Skipped, "missing crypto"},
		{"skip line elsewhere", outcome{stdout: "a 1..0 # Skipped: x\n"}, Passed, ""},
		{"skip line on stderr", outcome{stderr: "1..0 # Skipped: x\n"}, Passed, ""},
		{"skipped and failed", outcome{exit: 1, stdout: "1..0 # Skipped: x\n", stderr: crash}, Failed, "TypeError [ERR_X]: bad"},
		{"exit code", outcome{exit: 7, stderr: crash}, Failed, "TypeError [ERR_X]: bad"},
		{"exit code alone", outcome{exit: 7}, Failed, "exit code 7 and no word"},
		{"mismatch on stdout", outcome{exit: 1, stdout: "x\nMismatched noop function calls. Expected exactly 1, actual 0.\n    at\n"}, Failed,
			"Mismatched noop function calls. Expected exactly 1, actual 0."},
		{"signal", outcome{exit: -1, signal: "signal: killed"}, Failed, "ended by signal: killed"},
		{"signal and skip line", outcome{exit: -1, signal: "signal: killed", stdout: "1..0 # Skipped: x\n"}, Failed, "ended by signal: killed: 1..0 # Skipped: x"},
		{"limit", outcome{exit: -1, signal: "signal: killed", limit: time.Second}, Failed, "no end within 1s"},
		{"limit met with exit code 0", outcome{limit: time.Second, stderr: "RangeError: r\n"}, Failed, "no end within 1s: RangeError: r"},
		{"flood", outcome{exit: -1, flooded: true, signal: "signal: killed"}, Failed, "prints without end"},
	} {
		if got, cause := judge(c.o); got != c.want || cause != c.cause {
			t.Errorf("%s: %v, %q; want %v, %q", c.name, got, cause, c.want, c.cause)
		}
	}
}

func TestErrorLine(t *testing.T) {
	for _, c := range []struct{ stdout, stderr, want string }{
		{"", "", ""},
		{"", "x.js:1\nfoo(\n    ^\n\nSyntaxError: Unexpected end\n", "SyntaxError: Unexpected end"},
		{"", "Uncaught Error\n    at x\n", "Uncaught Error"},
		{"", "AssertionError [ERR_ASSERTION]: Expected values to be strictly equal:\n\n1 !== 2\n\n    at x\n",
			"AssertionError [ERR_ASSERTION]: Expected values to be strictly equal: 1 !== 2"},
		{"", "AssertionError [ERR_ASSERTION]: Expected values to be strictly deep-equal:\n+ actual - expected\n\n  {\n    a: 1,\n-   b: 2\n+   b: 3\n  }\n    at x\n+ y\n",
			"AssertionError [ERR_ASSERTION]: Expected values to be strictly deep-equal: + b: 3 - b: 2"},
		{"", "node:internal/x:1\n    f()\n    ^\n\n[Error: ENOENT: no such file] {\n", "Error: ENOENT: no such file"},
		{"", "[AssertionError [ERR_ASSERTION]: Expected:\n\n1\n]\n", "AssertionError [ERR_ASSERTION]: Expected: 1"},
		{"", "[eval]:1\n", "[eval]:1"},
		{"", "Error: it ends with a colon:\n    at x\n", "Error: it ends with a colon:"},
		{"", "warning first\nError: then\npanic: runtime error: index\n", "panic: runtime error: index"},
		{"", "fatal error: stack overflow\nError: x\n", "fatal error: stack overflow"},
		{"not ok 1\n  error: 'inside node:test'\n", "", "error: 'inside node:test'"},
		{"first\nlast\n", "", "last"},
		{"", "(node:17) ExperimentalWarning: x\n(Use `node --trace-warnings ...` to show where the warning was created)\n", ""},
		{"", "(node:17) Warning: x\nunusual\n", "unusual"},
		{"out\n", "unusual words\nmore\n", "unusual words"},
		{"Error: printed on purpose\n", "TypeError: the real one\n", "TypeError: the real one"},
		{"", "MyErrorHandler started\nRangeError: r\n", "RangeError: r"},
	} {
		if got := errorLine(c.stdout, c.stderr); got != c.want {
			t.Errorf("errorLine(%q, %q) = %q, want %q", c.stdout, c.stderr, got, c.want)
		}
	}
}

func TestSanitize(t *testing.T) {
	s := newSanitizer(map[string]string{"/srv/node": "<suite>/..", "/srv/node/test": "<suite>", "/scratch/nt12": "<tmp>", "/opt/bin/gonode": "<executable>"})
	for _, c := range []struct{ text, want string }{
		{"Error: Cannot find module 'fs'", "Error: Cannot find module 'fs'"},
		{"open '/srv/node/test/fixtures/x.txt'", "open '<suite>/fixtures/x.txt'"},
		{"chdir '/srv/node' -> '/srv/node/lib'", "chdir '<suite>/..' -> '<suite>/../lib'"},
		{"open '/scratch/nt12/3456/.tmp.1/a/b.sock'", "open '<tmp>'"},
		{"spawn /opt/bin/gonode ENOENT", "spawn <executable> ENOENT"},
		{"did not match /a_b/. Input", "did not match /a_b/. Input"},
		{"at file:///usr/lib/x.js", "at <path>/x.js"},
		{"see http://example.org/a/b", "see http://example.org/a/b"},
		{"connect ECONNREFUSED 127.0.0.1:40123", "connect ECONNREFUSED 127.0.0.1:<port>"},
		{"connect ECONNREFUSED ::1:40123", "connect ECONNREFUSED ::1:<port>"},
		{"listen EADDRINUSE: address already in use :::8080", "listen EADDRINUSE: address already in use :::<port>"},
		{"port: 40123, x", "port: <port>, x"},
		{"(node:4711) Warning: x", "(node:<pid>) Warning: x"},
		{"addr=0xc000123456", "addr=<address>"},
		{"expected 1250 !== 2500", "expected 1250 !== 2500"},
		{"\x1b[31mred\x1b[39m\ttab\nline", "red tab line"},
		{strings.Repeat("é", 500), strings.Repeat("é", longestCause-3) + "..."},
		{"broken \xff", "broken ?"},
	} {
		if got := s.clean(c.text); got != c.want {
			t.Errorf("clean(%q) = %q, want %q", c.text, got, c.want)
		}
		if got := s.clean(s.clean(c.text)); got != c.want {
			t.Errorf("clean twice(%q) = %q, want %q", c.text, got, c.want)
		}
	}
}

func TestCauseKind(t *testing.T) {
	for _, c := range [][2]string{
		{"1 !== 2", "17 !== 0"},
		{"not called at <suite>/parallel/test-a.js:3", "not called at <suite>/sequential/test-b-c.js:35"},
	} {
		if a, b := causeKind(c[0]), causeKind(c[1]); a != b {
			t.Errorf("%q and %q have one origin", a, b)
		}
	}
	const esm = "Error [ERR_REQUIRE_ESM]: require() of ES Module <suite>/parallel/test-m.mjs not supported."
	if got := causeOf(&Test{Path: "parallel/test-m.mjs"}, esm); got != moduleCause {
		t.Errorf("an ES module: %q", got)
	}
	if got := causeOf(&Test{Path: "parallel/test-m.js"}, esm); got != esm {
		t.Errorf("a script that requires one: %q", got)
	}
}

func TestErrorPlace(t *testing.T) {
	const output = "/s/parallel/other-test-a.jsx:1\n/s/parallel/test-a.js:35\n    at f (/s/parallel/test-a.js:7:1)\n"
	if got := errorPlace("test-a.js", output); got != 35 {
		t.Errorf("line %d", got)
	}
	if got := errorPlace("test-b.js", output); got != 0 {
		t.Errorf("line %d of a file that is not named", got)
	}
}
