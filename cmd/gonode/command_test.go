package main

import (
	"strings"
	"testing"
)

var files = map[string]string{
	"args.js":      "console.log(JSON.stringify([process.argv.slice(2), process.execArgv]))",
	"bad.js":       "let a = ;\n",
	"noext":        "console.log('noext')",
	"dir/index.js": "console.log('index')",
	"data.json":    `{"n": 1}`,
	"hashbang.js":  "#!/usr/bin/env gonode\nconsole.log('hashbang')\n",
	"throws.js":    "function f() { throw new TypeError('no') }\nf()\n",
	"setup.js":     "globalThis.ready = (globalThis.ready || 0) + 1\n",
}

// TestCommand: what the command prints and its exit code. Node 24 does the
// same, apart from its name.
func TestCommand(t *testing.T) {
	dir := inFolder(t, files)
	const stdin = "console.log('stdin', process.argv.slice(1).join(), __filename)"
	for _, test := range []struct {
		args string // separated by "|"
		code int
		out  string
	}{
		{"args.js|x|-y|--z", 0, `[["x","-y","--z"],[]]`},
		{"--no-warnings|args.js|-e|1", 0, `[["-e","1"],["--no-warnings"]]`},
		{"--|args.js|x", 0, `[["x"],[]]`},
		{"-r|./setup.js|args.js", 0, `[[],["-r","./setup.js"]]`},
		{"-e|console.log(process.argv.slice(1))|a|b", 0, "[ 'a', 'b' ]"},
		{"-e|console.log(process.argv.slice(1))|--|a", 0, "[ 'a' ]"},
		{"-e|", 0, ""},
		{"--eval=console.log(5)", 0, "5"},
		{"-p|1+1", 0, "2"},
		{"-p|({a:1})", 0, "{ a: 1 }"},
		{"-pe|1+1", 0, "2"},
		{"-p|-e|1+1", 0, "2"},
		{"-e|1|-p", 0, "1"},
		{"-p|1|-e|2", 0, "2"},
		{"--print|7", 0, "7"},
		{"-p|setTimeout(() => {}, 1); process.exitCode = 3", 3, "3"},
		{"-p|throw 1", 1, ""},
		{"-p|process.exit(2)", 2, ""},
		{"-r|./setup.js|-p|ready", 0, "1"},
		{"--require=./setup.js|-r|./setup.js|-p|ready", 0, "1"},
		{"", 0, "stdin  [stdin]"},
		{"-", 0, "stdin - [stdin]"},
		{"-|x|y", 0, "stdin -,x,y [stdin]"},
		{"noext", 0, "noext"},
		{"dir", 0, "index"},
		{"./args", 0, `[[],[]]`},
		{"data.json", 0, ""},
		{"hashbang.js", 0, "hashbang"},
		{"-c|args.js", 0, ""},
		{"--check|args", 0, ""},
		{"-c", 0, ""},
		{"--title=abc|-p|process.title", 0, "abc"},
		{"--stack_trace_limit=2|-p|Error.stackTraceLimit", 0, "2"},
		{"--expose-gc|-p|typeof gc()", 0, "undefined"},
		{"--max-old-space-size=100|-p|process.execArgv.length", 0, "3"},
		{"--no-deprecation|-p|process.noDeprecation", 0, "true"},
		{"--trace-warnings|-p|process.traceProcessWarnings", 0, "true"},
		{"--throw-deprecation|-p|process.throwDeprecation", 0, "true"},
		{"--input-type=commonjs|-p|1", 0, "1"},
		{"--noopt|--jitless|--random-seed=1|-p|1", 0, "1"},
		{"-p|process._eval", 0, "process._eval"},
		{"-p|process.allowedNodeEnvironmentFlags.has('--stack_trace-limit=3')", 0, "true"},
		{"--no-network-family-autoselection|-p|require('net').getDefaultAutoSelectFamily()", 0, "false"},
		{"--network-family-autoselection-attempt-timeout=77|-p|require('net').getDefaultAutoSelectFamilyAttemptTimeout()", 0, "77"},
		{"--dns-result-order=ipv6first|-p|require('dns').getDefaultResultOrder()", 0, "ipv6first"},
		{"--no-global-search-paths|-p|require('module').globalPaths.length", 0, "0"},
		{"--redirect-warnings=w.txt|-e|process.emitWarning('w'); setImmediate(() => console.log(/Warning: w/.test(require('fs').readFileSync('w.txt'))))", 0, "true"},
		{"-C|dev|-p|process.execArgv[1]", 0, "dev"},
		{"-p|process.argv.length", 0, "1"},
		{"-p|process.execPath === process.argv[0]", 0, "true"},
		{"-p|[__filename, __dirname, module.id, typeof require.main].join()", 0, "[eval],.,[eval],undefined"},
		{"-p|[typeof fs.readFileSync, typeof net, typeof http, typeof _http_agent, Object.keys(globalThis).includes('fs'), fs = 3, fs].join()", 0, "function,object,object,undefined,false,3,3"},
		{"-p|module.paths[0]", 0, dir + "/node_modules"},
		{"-e|process.exit(300)", 300, ""},
		{"-e|process.on('exit', () => { process.exitCode = 4 })", 4, ""},
		{"--unhandled-rejections=none|-e|Promise.reject(1)", 0, ""},
		{"--unhandled-rejections=warn-with-error-code|-e|Promise.reject(1)", 1, ""},
		{"-e|Promise.reject(1)", 1, ""},
		{"-v", 0, "v24.21.0"},
		{"--version", 0, "v24.21.0"},
	} {
		t.Run(test.args, func(t *testing.T) {
			var args []string
			if test.args != "" {
				args = strings.Split(test.args, "|")
			}
			got := call(stdin, args...)
			if got.code != test.code || strings.TrimSuffix(got.out, "\n") != test.out {
				t.Errorf("exit code %d, want %d; output %q, want %q\n%s", got.code, test.code, got.out, test.out, got.err)
			}
		})
	}
}

// TestMisuse: exit code 9 (or Node's other ones) and Node's words.
func TestMisuse(t *testing.T) {
	inFolder(t, files)
	for args, want := range map[string]result{
		"--bad":                           {9, "", "gonode: bad option: --bad\n"},
		"--bad=1|args.js":                 {9, "", "gonode: bad option: --bad=1\n"},
		"--no-bad":                        {9, "", "gonode: bad option: --no-bad\n"},
		"-x":                              {9, "", "gonode: bad option: -x\n"},
		"-ep|1":                           {9, "", "gonode: bad option: -ep\n"},
		"-cv":                             {9, "", "gonode: bad option: -cv\n"},
		"-e":                              {9, "", "gonode: -e requires an argument\n"},
		"-r":                              {9, "", "gonode: -r requires an argument\n"},
		"--eval=":                         {9, "", "gonode: --eval= requires an argument\n"},
		"-c|-e|1":                         {9, "", "gonode: either --check or --eval can be used, not both\n"},
		"--stack-size|3|-p|1":             {9, "", "gonode: bad option: --stack-size\n"},
		"--env-file=none|-p|1":            {9, "", "gonode: none: not found\n"},
		"--dns-result-order=bad|-p|1":     {9, "", "gonode: invalid value for --dns-result-order\n"},
		"--no-eval":                       {9, "", "gonode: --no-eval is an invalid negation because it is not a boolean option\n"},
		"-i":                              {9, "", "gonode: -i: there is no REPL\n"},
		"--input-type=other":              {9, "", "gonode: --input-type must be \"commonjs\" or \"module\"\n"},
		"--unhandled-rejections=bad|-e|1": {9, "", "gonode: invalid value for --unhandled-rejections\n"},
	} {
		if got := call("", strings.Split(args, "|")...); got != want {
			t.Errorf("%s: %+v, want %+v", args, got, want)
		}
	}
}

// TestFailures: the report on standard error, from its beginning.
func TestFailures(t *testing.T) {
	dir := inFolder(t, files)
	for args, want := range map[string]string{
		"bad.js":                  dir + "/bad.js:1\nlet a = ;\n        ^\n",
		"-c|bad.js":               dir + "/bad.js:1\nlet a = ;\n        ^\n\nSyntaxError: Unexpected token ';'\n\nNode.js v",
		"-c|missing.js":           "Error: Cannot find module '" + dir + "/missing.js'\n",
		"throws.js":               dir + "/throws.js:1\nfunction f() { throw new TypeError('no') }\n               ^\n\nTypeError: no\n    at f (" + dir + "/throws.js:1:22)\n    at Object.<anonymous> (" + dir + "/throws.js:2:1)\n",
		"-e|throw new Error('x')": "[eval]:1\nthrow new Error('x')\n^\n\nError: x\n    at [eval]:1:7\n",
		"-e|throw 5":              "[eval]:1\nthrow 5\n^\n5\n(Use `gonode --trace-uncaught ...` to show where the exception was thrown)\n\nNode.js v",
		"-e|Promise.reject(7)":    "[UnhandledPromiseRejection: This error originated either by throwing inside of an async function",
		"-e|(":                    "[eval]:1\n(\n",
		"-e|import x from 'y'":    "Error [ERR_MODULE_NOT_FOUND]: Cannot find package 'y' imported from ",
	} {
		got := call("", strings.Split(args, "|")...)
		if got.code != 1 || got.out != "" || !strings.HasPrefix(got.err, want) && !strings.Contains(got.err, want) {
			t.Errorf("%s: exit code %d, output %q, errors:\n%s\nwant:\n%s", args, got.code, got.out, got.err, want)
		}
	}
	got := call("", "missing.js")
	if got.code != 1 || !strings.Contains(got.err, "Error: Cannot find module '"+dir+"/missing.js'") ||
		!strings.Contains(got.err, "code: 'MODULE_NOT_FOUND'") || !strings.Contains(got.err, "requireStack: []") {
		t.Errorf("missing.js: exit code %d, errors:\n%s", got.code, got.err)
	}
}

func TestHelp(t *testing.T) {
	for _, arg := range []string{"--help", "-h"} {
		got := call("", arg)
		if got.code != 0 || !strings.HasPrefix(got.out, "Usage: gonode [options] [ script.js ] [arguments]\n") || got.err != "" {
			t.Errorf("%s: %+v", arg, got)
		}
		for name := range known {
			if !strings.Contains(got.out, strings.TrimPrefix(name, "--")) && name != "--interactive" {
				t.Errorf("%s says nothing of %s", arg, name)
			}
		}
		for name := range ignored {
			if !strings.Contains(got.out, name) {
				t.Errorf("%s says nothing of %s", arg, name)
			}
		}
	}
}

func TestNodeOptions(t *testing.T) {
	inFolder(t, files)
	for _, test := range []struct {
		env  string
		want result
	}{
		{"-r ./setup.js --title=abc", result{0, "1 abc 0\n", ""}},
		{`--require "./setup.js"  --title="a b"`, result{0, "1 a b 0\n", ""}},
		{"--eval 1", result{9, "", "gonode: --eval is not allowed in NODE_OPTIONS\n"}},
		{"--bad", result{9, "", "gonode: --bad is not allowed in NODE_OPTIONS\n"}},
		{`--title="x`, result{9, "", "gonode: invalid value for NODE_OPTIONS (unterminated string)\n"}},
		{`--title="x\`, result{9, "", "gonode: invalid value for NODE_OPTIONS (invalid escape)\n"}},
	} {
		t.Setenv("NODE_OPTIONS", test.env)
		if got := call("", "-e", "console.log(ready, process.title, process.execArgv.length - 2)"); got != test.want {
			t.Errorf("%s: %+v, want %+v", test.env, got, test.want)
		}
	}
}
