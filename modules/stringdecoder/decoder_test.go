package stringdecoder_test

import (
	"slices"
	"testing"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/modules/buffer"
	"github.com/gonode/gonode/modules/stringdecoder"
)

var noVM *goja.Runtime // making a string needs none

func TestDecoder(t *testing.T) {
	d := stringdecoder.NewDecoder(buffer.UTF8)
	if d.Encoding() != buffer.UTF8 {
		t.Errorf("encoding %v", d.Encoding())
	}
	for _, step := range []struct{ in, want string }{
		{"a\xe2", "a"}, {"\x82", ""}, {"", ""}, {"\xacb", "€b"}, {"\xf0\x9f", ""}, {"\x98\x80", "\U0001F600"}, {"\xe2\x82", ""}, {"x", "\uFFFDx"},
	} {
		if got := d.Write([]byte(step.in)).String(); got != step.want {
			t.Errorf("Write(%x) = %q, want %q", step.in, got, step.want)
		}
	}
	if got := d.End([]byte("y\xc3")).String(); got != "y\uFFFD" {
		t.Errorf("End = %q", got)
	}
	if got := d.End(nil).String(); got != "" {
		t.Errorf("second End = %q", got)
	}
}

// TestDecoderKeepsNothing checks that a chunk may be reused by its owner.
func TestDecoderKeepsNothing(t *testing.T) {
	d := stringdecoder.NewDecoder(buffer.UTF8)
	chunk := []byte("ab\xe2\x82")
	first := d.Write(chunk)
	copy(chunk, "XXXX")
	if got := first.String() + d.Write([]byte("\xac")).String(); got != "ab€" {
		t.Errorf("got %q", got)
	}
}

// FuzzDecoder cuts bytes at random places: the pieces together have to give
// what all of it at once gives.
func FuzzDecoder(f *testing.F) {
	f.Add([]byte("héllo €\U0001F600"), []byte{1, 2, 1, 1, 3, 1})
	f.Add([]byte("\xed\xa0\x80\xf4\x90\x80\x80\xe2\x82\xc0\xaf"), []byte{1, 1, 1, 1, 1, 1, 1, 1, 1, 1})
	f.Add([]byte("\x3d\xd8\x00\xde\x41\x00\x3d\xd8"), []byte{1, 1, 3, 2})
	f.Fuzz(func(t *testing.T, data, cuts []byte) {
		for _, enc := range []buffer.Encoding{buffer.UTF8, buffer.UTF16LE, buffer.Base64, buffer.Base64URL, buffer.Latin1, buffer.ASCII, buffer.Hex} {
			want := buffer.EncodeToString(noVM, enc, data).(goja.String)
			d := stringdecoder.NewDecoder(enc)
			got := noVM.ToValue("").(goja.String)
			rest := slices.Clone(data)
			for _, cut := range cuts {
				n := min(int(cut)%7, len(rest))
				got = got.Concat(d.Write(rest[:n]).(goja.String))
				rest = rest[n:]
			}
			got = got.Concat(d.End(rest).(goja.String))
			if !got.StrictEquals(want) {
				t.Fatalf("%v of %x cut at %v: %q, want %q", enc, data, cuts, got, want)
			}
			if again := d.End(nil).(goja.String); again.Length() != 0 {
				t.Fatalf("%v: %q is left after the end", enc, again)
			}
		}
	})
}

// TestTamperedState writes every byte of the state a script can see.
func TestTamperedState(t *testing.T) {
	vm := goja.New()
	buf := buffer.New(vm)
	for name, v := range map[string]goja.Value{"Buffer": buf.Constructor(), "sd": stringdecoder.New(vm, buf).Exports()} {
		if err := vm.Set(name, v); err != nil {
			t.Fatal(err)
		}
	}
	_, err := vm.RunString(`
		for (const encoding of ['utf8', 'utf16le', 'base64', 'hex']) {
			for (let field = 0; field < 7; field++) {
				for (const value of [0, 1, 4, 5, 7, 100, 255]) {
					const d = new sd.StringDecoder(encoding);
					d.write(Buffer.from([0xe2, 0x82, 0xd8]));
					d[Object.getOwnPropertySymbols(d)[0]][field] = value;
					try {
						for (const piece of [[0xac], [], [0xd8, 0x41, 0xf0, 0x9f], [0x80, 0x80, 0x80, 0x80, 0x80]]) d.write(Buffer.from(piece));
						d.end();
					} catch (e) {
						if (!(e instanceof TypeError)) throw e;
					}
				}
			}
		}`)
	if err != nil {
		t.Fatal(err)
	}
}

func BenchmarkWrite(b *testing.B) {
	chunk := make([]byte, 64)
	for i := range chunk {
		chunk[i] = 'a'
	}
	d := stringdecoder.NewDecoder(buffer.UTF8)
	b.ReportAllocs()
	for b.Loop() {
		d.Write(chunk)
	}
}
