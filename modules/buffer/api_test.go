package buffer_test

import (
	"bytes"
	"errors"
	"strings"
	"testing"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/modules/buffer"
)

// newVM is an engine with Buffer and the module as globals.
func newVM(t testing.TB) (*goja.Runtime, *buffer.Module) {
	t.Helper()
	vm := goja.New()
	m := buffer.New(vm)
	for name, v := range map[string]goja.Value{"Buffer": m.Constructor(), "buffer": m.Exports()} {
		if err := vm.Set(name, v); err != nil {
			t.Fatal(err)
		}
	}
	return vm, m
}

func run(t testing.TB, vm *goja.Runtime, source string) goja.Value {
	t.Helper()
	v, err := vm.RunString(source)
	if err != nil {
		t.Fatalf("%s: %v", source, err)
	}
	return v
}

func TestFromBytesSharesMemory(t *testing.T) {
	vm, m := newVM(t)
	data := []byte("hello")
	obj := m.FromBytes(data)
	if err := vm.Set("b", obj); err != nil {
		t.Fatal(err)
	}
	if got := run(t, vm, "b[0] = 0x4a; b instanceof Buffer && Buffer.isBuffer(b) && b.toString()").String(); got != "Jello" {
		t.Errorf("the script sees %q", got)
	}
	if string(data) != "Jello" {
		t.Errorf("Go sees %q", data)
	}
	got, ok := m.Bytes(obj)
	if !ok || &got[0] != &data[0] || cap(got) != len(got) {
		t.Errorf("Bytes = %q, %v, cap %d", got, ok, cap(got))
	}
}

func TestBytes(t *testing.T) {
	vm, m := newVM(t)
	if err := vm.Set("goBytes", []byte("go")); err != nil {
		t.Fatal(err)
	}
	for source, want := range map[string]string{
		"Buffer.from('abc')":                                        "abc",
		"Buffer.from('abc').subarray(1)":                            "bc",
		"Buffer.alloc(0)":                                           "",
		"new Uint8Array([97, 98])":                                  "ab",
		"new Uint8ClampedArray([97, 98])":                           "ab",
		"new Int8Array([97])":                                       "a",
		"new Uint16Array([0x6261])":                                 "ab",
		"new Float64Array(1)":                                       "\x00\x00\x00\x00\x00\x00\x00\x00",
		"new BigInt64Array([0x61n])":                                "a\x00\x00\x00\x00\x00\x00\x00",
		"new DataView(new Uint8Array([1, 97, 98, 2]).buffer, 1, 2)": "ab",
		"Object.setPrototypeOf(new Uint8Array([97]), null)":         "a",
		"new (class X extends Uint8Array {})([97])":                 "a",
		"new Uint32Array(new Uint8Array([0, 0, 0, 0, 97, 98, 99, 100]).buffer, 4)": "abcd",
	} {
		v := run(t, vm, "("+source+")")
		for range 2 { // the second time from the cache
			if got, ok := m.Bytes(v); !ok || string(got) != want {
				t.Errorf("Bytes(%s) = %q, %v", source, got, ok)
			}
		}
	}
	for _, source := range []string{"5", "'abc'", "null", "undefined", "({})", "[1, 2]", "new ArrayBuffer(2)", "goBytes",
		"new Proxy(Buffer.from('abc'), {})", "Object.create(Buffer.prototype)", "() => {}", "Symbol()", "10n",
		"({ get length() { throw new Error('looked') } })"} {
		if got, ok := m.Bytes(run(t, vm, "("+source+")")); ok {
			t.Errorf("Bytes(%s) = %q", source, got)
		}
	}
}

func TestIsUint8Array(t *testing.T) {
	vm, m := newVM(t)
	if err := vm.Set("goBytes", []byte("go")); err != nil {
		t.Fatal(err)
	}
	for source, want := range map[string][2]bool{ // IsUint8Array, IsBuffer
		"Buffer.from('a')":                                           {true, true},
		"new Uint8Array(1)":                                          {true, false},
		"new (class X extends Uint8Array{})":                         {true, false},
		"Object.setPrototypeOf(new Uint8Array(1), null)":             {true, false},
		"Object.setPrototypeOf(new Uint8Array(1), Buffer.prototype)": {true, true},
		"new Uint8ClampedArray(1)":                                   {false, false},
		"new Int8Array(1)":                                           {false, false},
		"new DataView(new ArrayBuffer(1))":                           {false, false},
		"Object.create(Buffer.prototype)":                            {false, true},
		"goBytes":                                                    {false, false},
		"'a'":                                                        {false, false},
		"undefined":                                                  {false, false},
	} {
		v := run(t, vm, "("+source+")")
		if got := [2]bool{m.IsUint8Array(v), m.IsBuffer(v)}; got != want {
			t.Errorf("%s: %v, want %v", source, got, want)
		}
	}
}

func TestDetached(t *testing.T) {
	vm, m := newVM(t)
	v := run(t, vm, "var ab = new ArrayBuffer(8), b = Buffer.from(ab, 4), d = new DataView(ab); b")
	if got, ok := m.Bytes(v); !ok || len(got) != 4 {
		t.Fatalf("Bytes = %q, %v", got, ok)
	}
	run(t, vm, "ab").Export().(goja.ArrayBuffer).Detach()
	for _, source := range []string{"b", "d"} {
		if got, ok := m.Bytes(run(t, vm, source)); !ok || len(got) != 0 {
			t.Errorf("Bytes(%s) = %q, %v", source, got, ok)
		}
	}
	if got := run(t, vm, "b.toString() + b.toString('hex') + b.indexOf(1) + Buffer.byteLength(ab)").String(); got != "-10" {
		t.Errorf("got %q", got)
	}
	if _, err := vm.RunString("b.readUInt8(0)"); err == nil || !strings.Contains(err.Error(), "outside buffer bounds") {
		t.Errorf("readUInt8: %v", err)
	}
	if !m.IsBuffer(v) {
		t.Error("no Buffer any more")
	}
	// A script can detach the pool too.
	run(t, vm, "Buffer.from('x').buffer").Export().(goja.ArrayBuffer).Detach()
	if got := run(t, vm, "Buffer.from('abc').toString()").String(); got != "abc" {
		t.Errorf("after the pool: %q", got)
	}
}

func TestTransferable(t *testing.T) {
	vm, m := newVM(t)
	for source, want := range map[string]bool{
		"new ArrayBuffer(4)":            true,
		"Buffer.alloc(4).buffer":        true,
		"Buffer.from('a').buffer":       false,
		"Buffer.allocUnsafe(10).buffer": false,
	} {
		if got := m.Transferable(run(t, vm, source).(*goja.Object)); got != want {
			t.Errorf("%s: %v", source, got)
		}
	}
	if keys := run(t, vm, "Object.keys(Buffer.from('a').buffer).length").ToInteger(); keys != 0 {
		t.Errorf("the pool shows %d properties", keys)
	}
}

// TestGlobalsReplaced is a script that replaces what Buffer is made of.
func TestGlobalsReplaced(t *testing.T) {
	vm, _ := newVM(t)
	got := run(t, vm, `
		Uint8Array = ArrayBuffer = DataView = undefined;
		Object.defineProperty(Object.getPrototypeOf(Object.getPrototypeOf(Buffer.prototype)), 'buffer', { get() { return 7 } });
		Buffer.from('abc').slice(1).toString() + Buffer.alloc(2, 'x').toString()`).String()
	if got != "bcxx" {
		t.Errorf("got %q", got)
	}
}

func TestDeprecatedConstructor(t *testing.T) {
	vm, m := newVM(t)
	var warnings []string
	deps := buffer.Deps{Warn: func(message, code string) { warnings = append(warnings, code+" "+message) }}
	m.Attach(deps)
	runFile := func(name, source string) {
		t.Helper()
		if _, err := vm.RunScript(name, source); err != nil {
			t.Fatal(err)
		}
	}
	runFile("/app/node_modules/x/index.js", "new Buffer(1); Buffer('a')")
	if len(warnings) != 0 {
		t.Errorf("a package was warned: %q", warnings)
	}
	runFile("/app/index.js", "new Buffer(1); Buffer('a'); Buffer.from('a'); Buffer.alloc(1)")
	if len(warnings) != 1 || !strings.HasPrefix(warnings[0], "DEP0005 Buffer() is deprecated") {
		t.Errorf("warnings: %q", warnings)
	}
	runFile("/app/index.js", "buffer.SlowBuffer(1); new buffer.SlowBuffer(2)")
	if len(warnings) != 2 || !strings.HasPrefix(warnings[1], "DEP0030 ") {
		t.Errorf("warnings: %q", warnings)
	}

	vm, m = newVM(t)
	warnings = nil
	deps.PendingDeprecation = true
	m.Attach(deps)
	runFile("C:\\app\\node_modules\\x\\index.js", "new Buffer(1)")
	if len(warnings) != 1 {
		t.Errorf("with --pending-deprecation: %q", warnings)
	}
}

func TestAllocationFails(t *testing.T) {
	vm, _ := newVM(t)
	for _, source := range []string{"Buffer.alloc(2 ** 50)", "Buffer.allocUnsafe(2 ** 53 - 1)", "Buffer.from({ length: 2 ** 52 })"} {
		_, err := vm.RunString(source)
		var ex *goja.Exception
		if !errors.As(err, &ex) || !strings.HasPrefix(ex.Value().String(), "RangeError: ") {
			t.Errorf("%s: %v", source, err)
		}
	}
	if got := run(t, vm, "Buffer.alloc(300e6).length").ToInteger(); got != 300e6 {
		t.Errorf("length %d", got)
	}
}

func TestStringTooLong(t *testing.T) {
	vm, m := newVM(t)
	if err := vm.Set("b", m.FromBytes(make([]byte, 1<<29))); err != nil {
		t.Fatal(err)
	}
	for _, call := range []string{"toString()", "toString('hex', 0, 2 ** 28)", "latin1Slice()", "toString('base64')"} {
		_, err := vm.RunString("b." + call)
		if err == nil || !strings.Contains(err.Error(), "Cannot create a string longer than 0x1fffffe8 characters") {
			t.Errorf("%s: %.100v", call, err)
		}
	}
}

func TestEndlessValueOf(t *testing.T) {
	vm, _ := newVM(t)
	vm.SetMaxCallStackSize(500)
	for _, source := range []string{
		"Buffer.from({ valueOf() { return { valueOf: this.valueOf } } })",
		"var o = { valueOf() { return Buffer.from(o) } }; Buffer.from(o)",
	} {
		got := run(t, vm, "try { "+source+" } catch (e) { e.name }").String()
		if got != "RangeError" {
			t.Errorf("%s: %s", source, got)
		}
	}
}

func TestBlobPromises(t *testing.T) {
	vm, m := newVM(t)
	for source, want := range map[string]string{
		"new buffer.Blob(['a€']).text()":                                                  "a€",
		"new buffer.Blob(['\\ufeffa']).text()":                                            "a",
		"new buffer.Blob([Buffer.from([0x61, 0xff])]).text()":                             "a\uFFFD",
		"new buffer.File(['abc'], 'n').slice(1).text()":                                   "bc",
		"new buffer.Blob(['abc']).arrayBuffer().then((ab) => Buffer.from(ab).toString())": "abc",
		"new buffer.Blob(['abc']).bytes().then((b) => b.constructor.name + b.length)":     "Uint8Array3",
		"buffer.Blob.prototype.text.call({}).catch((e) => e.code)":                        "ERR_INVALID_THIS",
		"(async () => new buffer.Blob(['a']).stream())().catch((e) => e.code)":            "ERR_METHOD_NOT_IMPLEMENTED",
	} {
		promise := run(t, vm, source).Export().(*goja.Promise)
		if got := promise.Result(); promise.State() != goja.PromiseStateFulfilled || got.String() != want {
			t.Errorf("%s: %v, want %q", source, got, want)
		}
	}
	url, err := m.CreateObjectURL(run(t, vm, "new buffer.File(['data'], 'n', { type: 'a/b' })"))
	if err != nil || !strings.HasPrefix(url, "blob:nodedata:") {
		t.Fatalf("%q, %v", url, err)
	}
	resolve := "var r = buffer.resolveObjectURL('" + url + "'); r && r.size + r.type + (r instanceof buffer.File)"
	if got := run(t, vm, resolve).String(); got != "4a/bfalse" {
		t.Errorf("resolved: %s", got)
	}
	m.RevokeObjectURL(url)
	if got := run(t, vm, resolve); !goja.IsUndefined(got) {
		t.Errorf("resolved after revoke: %v", got)
	}
	if _, err := m.CreateObjectURL(vm.ToValue("x")); err == nil {
		t.Error("a URL for a string")
	}
}

// TestInspectExtras prints properties by way of the util.inspect it is given.
func TestInspectExtras(t *testing.T) {
	vm, _ := newVM(t)
	got := run(t, vm, `
		const b = Buffer.from('ab');
		b.x = 1;
		Object.defineProperty(b, 'hidden', { value: 2 });
		b[Symbol('s')] = 3;
		const seen = [];
		const inspect = (o, options) => {
			seen.push(Object.getPrototypeOf(o), options.compact, options.breakLength, options.depth,
				Reflect.ownKeys(o).map(String).join());
			return '[Object: null prototype] { x: 1 }';
		};
		const out = b.inspect(2, { depth: 5, showHidden: false }, inspect);
		const all = b.inspect(2, { showHidden: true }, inspect);
		[out, all, ...seen, Buffer.alloc(1).inspect(2, {}, () => 'never')].map(String).join('|')`).String()
	want := "<Buffer 61 62, x: 1>|<Buffer 61 62, x: 1>|null|true|Infinity|5|x,Symbol(s)|null|true|Infinity|undefined|x,hidden,Symbol(s)|<Buffer 00>"
	if got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

// TestManyRuntimes checks that two VMs in one process do not meet.
func TestManyRuntimes(t *testing.T) {
	done := make(chan string, 4)
	for range cap(done) {
		go func() {
			vm := goja.New()
			m := buffer.New(vm)
			if err := vm.Set("Buffer", m.Constructor()); err != nil {
				done <- err.Error()
				return
			}
			v, err := vm.RunString("let s = ''; for (let i = 0; i < 500; i++) s = Buffer.from('abc' + i).toString('base64'); s")
			if err != nil {
				done <- err.Error()
				return
			}
			done <- v.String()
		}()
	}
	for range cap(done) {
		if got := <-done; got != "YWJjNDk5" {
			t.Error(got)
		}
	}
	if !bytes.Equal(buffer.DecodeString(goja.New().ToValue("YWJjNDk5"), buffer.Base64), []byte("abc499")) {
		t.Error("base64 does not come back")
	}
}
