package buffer_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/modules/buffer"
)

func BenchmarkNew(b *testing.B) {
	vm := goja.New()
	b.ReportAllocs()
	for b.Loop() {
		buffer.New(vm)
	}
}

func BenchmarkFromBytes(b *testing.B) {
	_, m := newVM(b)
	data := make([]byte, 64)
	b.ReportAllocs()
	for b.Loop() {
		m.FromBytes(data)
	}
}

// BenchmarkBytes opens the same Buffer again and again, and two in turns.
func BenchmarkBytes(b *testing.B) {
	_, m := newVM(b)
	one, two := m.FromBytes(make([]byte, 64)), m.FromBytes(make([]byte, 64))
	b.Run("same", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			m.Bytes(one)
		}
	})
	b.Run("other", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			m.Bytes(one)
			one, two = two, one
		}
	})
}

func BenchmarkEncodeToString(b *testing.B) {
	vm := goja.New()
	for _, size := range []struct {
		name string
		n    int
	}{{"64", 64}, {"64K", 64 << 10}} {
		ascii := bytes.Repeat([]byte("abcd"), size.n/4)
		text := bytes.Repeat([]byte("aé€ "), size.n/7+1)
		for _, c := range []struct {
			name string
			enc  buffer.Encoding
			data []byte
		}{{"utf8", buffer.UTF8, ascii}, {"utf8 text", buffer.UTF8, text}, {"latin1", buffer.Latin1, ascii}, {"hex", buffer.Hex, ascii}, {"base64", buffer.Base64, ascii}} {
			b.Run(c.name+" "+size.name, func(b *testing.B) {
				b.SetBytes(int64(len(c.data)))
				b.ReportAllocs()
				for b.Loop() {
					buffer.EncodeToString(vm, c.enc, c.data)
				}
			})
		}
	}
}

// BenchmarkDecodeString reads strings in each form that goja has.
func BenchmarkDecodeString(b *testing.B) {
	vm := goja.New()
	ascii := vm.ToValue(string(bytes.Repeat([]byte("abcd"), 16<<10))).(goja.String)
	text := vm.ToValue(string(bytes.Repeat([]byte("aé€ "), 9<<10))).(goja.String)
	for _, c := range []struct {
		name string
		s    goja.Value
		enc  buffer.Encoding
	}{
		{"utf8 from Go", ascii, buffer.UTF8},
		{"utf8 ascii", ascii.Substring(0, ascii.Length()), buffer.UTF8},
		{"utf8 units", text.Substring(0, text.Length()), buffer.UTF8},
		{"base64", vm.ToValue(string(bytes.Repeat([]byte("QUJD"), 16<<10))), buffer.Base64},
		{"hex", vm.ToValue(string(bytes.Repeat([]byte("0a1F"), 16<<10))), buffer.Hex},
	} {
		b.Run(c.name, func(b *testing.B) {
			b.SetBytes(64 << 10)
			b.ReportAllocs()
			for b.Loop() {
				buffer.DecodeString(c.s, c.enc)
			}
		})
	}
}

// BenchmarkScript runs one call in a loop of JavaScript; the loop itself is
// the case "nothing".
func BenchmarkScript(b *testing.B) {
	for _, c := range []struct{ name, call string }{
		{"nothing", "x"},
		{"readUInt32BE", "b.readUInt32BE(8)"},
		{"writeUInt32BE", "b.writeUInt32BE(i & 0xffff, 8)"},
		{"toString 64", "b.toString()"},
		{"toString 64K", "big.toString()"},
		{"hex 64", "b.toString('hex')"},
		{"from string", "Buffer.from('hello world')"},
		{"from base64", "Buffer.from(s64, 'base64')"},
		{"alloc 64", "Buffer.alloc(64)"},
		{"write", "b.write('hello', 3)"},
		{"byteLength", "Buffer.byteLength('hello world')"},
		{"concat", "Buffer.concat(pair)"},
		{"indexOf", "b.indexOf(122)"},
		{"indexOf string", "b.indexOf('zz')"},
		{"indexOf 64K", "big.indexOf('zz')"},
		{"equals", "b.equals(other)"},
		{"slice", "b.slice(1, 9)"},
		{"copy", "b.copy(other)"},
	} {
		b.Run(c.name, func(b *testing.B) {
			vm, _ := newVM(b)
			v := run(b, vm, `
				const b = Buffer.alloc(64, 'abcd'), other = Buffer.from(b), big = Buffer.alloc(65536, 'abcd'), pair = [b, other];
				const s64 = b.toString('base64'), x = 0;
				(function (n) { for (let i = 0; i < n; i++) `+c.call+` })`)
			loop, _ := goja.AssertFunction(v)
			b.ReportAllocs()
			b.ResetTimer()
			if _, err := loop(goja.Undefined(), vm.ToValue(b.N)); err != nil {
				b.Fatal(err)
			}
		})
	}
}

// BenchmarkUnits encodes and counts UTF-16 units of each size in UTF-8.
func BenchmarkUnits(b *testing.B) {
	vm := goja.New()
	for _, c := range []struct{ name, text string }{{"two", "é"}, {"three", "漢"}, {"four", "\U0001F600"}, {"mixed", "aé€ "}} {
		s := vm.ToValue(strings.Repeat(c.text, 8<<10)).(goja.String)
		v := s.Substring(0, s.Length())
		b.Run("encode "+c.name, func(b *testing.B) {
			b.SetBytes(int64(2 * s.Length()))
			for b.Loop() {
				buffer.DecodeString(v, buffer.UTF8)
			}
		})
		b.Run("count "+c.name, func(b *testing.B) {
			b.SetBytes(int64(2 * s.Length()))
			for b.Loop() {
				buffer.ByteLength(v, buffer.UTF8)
			}
		})
	}
}
