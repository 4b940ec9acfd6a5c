package runtime_test

import (
	"bytes"
	"errors"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/gonode/gonode/runtime"
)

// endless are recursions without end that go through natives of the runtime.
// Each throws a RangeError that a script can catch.
var endless = map[string]string{
	"emit":              `const e = new (require('events'))(); e.on('x', () => e.emit('x')); e.emit('x')`,
	"emit newListener":  `const e = new (require('events'))(); e.on('newListener', () => e.on('x', () => {})); e.on('x', () => {})`,
	"require":           `require('/self.js')`,
	"pipe":              `const { Readable, Writable } = require('stream'); const r = new Readable({ read() {} }), w = new Writable(); w.on('pipe', () => r.pipe(w)); r.pipe(w)`,
	"stream events":     `const w = new (require('stream').Writable)(); w.on('x', () => w.emit('x')); w.emit('x')`,
	"process.emit":      `process.on('x', () => process.emit('x')); process.emit('x')`,
	"inspect":           `const o = { [require('util').inspect.custom]() { return require('util').inspect(o) } }; require('util').inspect(o)`,
	"event target":      `const t = new EventTarget(); t.addEventListener('x', () => t.dispatchEvent(new Event('x'))); t.addEventListener('error', () => {}); const f = () => process.emit('y'); process.on('y', f); f()`,
	"deep JSON":         `JSON.parse('['.repeat(2.5e6))`,
	"deep JSON closed":  `JSON.parse('['.repeat(2.5e6) + ']'.repeat(2.5e6))`,
	"deep JSON objects": `JSON.parse('{"a":'.repeat(5e5))`,
	"yield*":            `function* g() { yield* g() } g().next()`,
	"flat":              `let a = []; for (let i = 0; i < 1e5; i++) a = [a]; a.flat(Infinity)`,
	"clone":             `let a = []; for (let i = 0; i < 1e5; i++) a = [a]; try { structuredClone(a) } catch (e) { throw new RangeError(e.message) }`,
}

func TestEndlessRecursionIsCaught(t *testing.T) {
	files := runtime.FromFS(fstest.MapFS{"self.js": {Data: []byte("delete require.cache[__filename]; require('/self.js')")}})
	for name, src := range endless {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			got := output(t, "let caught; try { "+src+" } catch (e) { caught = e }\n"+
				"console.log(caught instanceof RangeError);\n"+
				"Promise.resolve().then(() => process.nextTick(() => console.log('goes on')));", runtime.WithFS(files))
			expect(t, "output", got, "true\ngoes on\n")
		})
	}
}

// engineOnly are recursions in which only JavaScript and the engine's own
// natives take part: no script can catch those. Unwinding takes the engine a
// second and more where natives are in between, so these are a choice.
var engineOnly = map[string]string{
	"function": `const f = () => f() + 1; f()`,
	"map":      `const f = () => [1].map(f); f()`,
	"getter":   `const o = { get x() { return this.x } }; o.x`,
}

// TestEndlessRecursionIsReported: what nothing can catch reaches
// 'uncaughtException', with the script going on, or ends the script.
func TestEndlessRecursionIsReported(t *testing.T) {
	for name, src := range engineOnly {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			expect(t, "handled", output(t, `
				process.on('uncaughtException', (e) => console.log(e.name, e.message));
				setTimeout(() => { `+src+` });
				setTimeout(console.log, 1, 'goes on');
			`), "RangeError Maximum call stack size exceeded\ngoes on\n")
		})
	}
	_, err := newRuntime(t).RunString(deadline(t), "x.js", "const f = () => f() + 1; f()")
	var uncaught *runtime.UncaughtError
	if !errors.As(err, &uncaught) || uncaught.Code != 1 ||
		uncaught.Message != "RangeError: Maximum call stack size exceeded" {
		t.Errorf("unhandled: %v", err)
	}
}

// TestEndlessRecursionEverywhere: in each kind of callback it is one exception
// like any other.
func TestEndlessRecursionEverywhere(t *testing.T) {
	for name, call := range map[string]string{
		"timer": "setTimeout(f, 1)", "immediate": "setImmediate(f)", "tick": "process.nextTick(f)",
		"microtask": "queueMicrotask(f)", "promise job": "Promise.resolve().then(f)", "main": "f()",
		"exit": "process.on('exit', f)", "beforeExit": "process.once('beforeExit', f)",
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			var out bytes.Buffer
			rt := newRuntime(t, runtime.WithStdio(nil, &out, nil))
			_, err := rt.RunString(deadline(t), "x.js", `
				const f = () => f() + 1;
				process.on('uncaughtException', (e) => console.log(e.message));
				process.on('unhandledRejection', (e) => console.log(e.message));
				`+call)
			if err != nil {
				t.Errorf("ended with %v", err)
			}
			expect(t, "output", out.String(), "Maximum call stack size exceeded\n")
		})
	}
}

// TestDeepSource: text nested without end never ends the program.
func TestDeepSource(t *testing.T) {
	for _, piece := range []string{"(", "[", "{", "!", "a=>", "`${", "if(1)"} {
		text := strings.Repeat(piece, 2_500_000/len(piece))
		_, err := newRuntime(t).RunString(deadline(t), "deep.js", text)
		var uncaught *runtime.UncaughtError
		if !errors.As(err, &uncaught) || uncaught.Message != "RangeError: Maximum call stack size exceeded" {
			t.Errorf("%q: %v", piece, err)
		}
		_, err = newRuntime(t, runtime.WithFS(runtime.FromFS(fstest.MapFS{"deep.js": {Data: []byte(text)}}))).
			RunString(deadline(t), "x.js", "try { require('/deep.js') } catch (e) { if (e instanceof RangeError) process.exit(42) }")
		var exit *runtime.ExitError
		if !errors.As(err, &exit) || exit.Code != 42 {
			t.Errorf("require of %q: %v", piece, err)
		}
	}
}
