package buffer_test

import (
	"bytes"
	"encoding/binary"
	"encoding/hex"
	"math"
	"slices"
	"testing"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/modules/buffer"
)

// model runs operations on a Buffer and on a slice of bytes beside it.
type model struct {
	t    *testing.T
	vm   *goja.Runtime
	m    *buffer.Module
	buf  *goja.Object
	want []byte
	in   []byte // what is left of the fuzz input
}

func (x *model) next() int {
	if len(x.in) == 0 {
		return 0
	}
	c := x.in[0]
	x.in = x.in[1:]
	return int(c)
}

// index is a place in the Buffer or just behind it.
func (x *model) index() int { return x.next() % (len(x.want) + 1) }

// span is two places in order.
func (x *model) span() (from, to int) {
	from, to = x.index(), x.index()
	return min(from, to), max(from, to)
}

func (x *model) call(name string, args ...any) goja.Value {
	values := make([]goja.Value, len(args))
	for i, a := range args {
		values[i] = x.vm.ToValue(a)
	}
	fn, ok := goja.AssertFunction(x.buf.Get(name))
	if !ok {
		x.t.Fatalf("no method %s", name)
	}
	v, err := fn(x.buf, values...)
	if err != nil {
		x.t.Fatalf("%s(%v): %v", name, args, err)
	}
	return v
}

// expect compares a result and then the whole memory.
func (x *model) expect(name string, got goja.Value, want int) {
	if int(got.ToInteger()) != want {
		x.t.Fatalf("%s = %v, want %d", name, got, want)
	}
}

var modelOps = []struct {
	name string
	run  func(x *model, name string)
}{
	{"fill", func(x *model, name string) {
		from, to := x.span()
		c := x.next()
		x.call(name, c, from, to)
		for i := from; i < to; i++ {
			x.want[i] = byte(c)
		}
	}},
	{"fill", func(x *model, name string) {
		from, to := x.span()
		pattern := []string{"ab", "é€", "xyz"}[x.next()%3]
		x.call(name, pattern, from, to, "utf8")
		for i := from; i < to; i++ {
			x.want[i] = pattern[(i-from)%len(pattern)]
		}
	}},
	{"copy", func(x *model, name string) { // onto itself, also overlapping
		from, to := x.span()
		target := x.index()
		x.expect(name, x.call(name, x.buf, target, from, to), copy(x.want[target:], slices.Clone(x.want[from:to])))
	}},
	{"write", func(x *model, name string) {
		at := x.index()
		n := x.next() % 9
		text := "a string"[:n]
		x.expect(name, x.call(name, text, at), copy(x.want[at:], text))
	}},
	{"hexWrite", func(x *model, name string) {
		at := x.index()
		x.expect(name, x.call(name, "0aff10", at), copy(x.want[at:], []byte{0x0a, 0xff, 0x10}))
	}},
	{"writeUInt32BE", func(x *model, name string) {
		if at := x.index(); at+4 <= len(x.want) {
			v := uint32(x.next())<<24 | uint32(x.next())
			x.expect(name, x.call(name, v, at), at+4)
			binary.BigEndian.PutUint32(x.want[at:], v)
		}
	}},
	{"writeIntLE", func(x *model, name string) {
		size := 1 + x.next()%6
		if at := x.index(); at+size <= len(x.want) {
			v := int64(int8(x.next()))
			x.expect(name, x.call(name, v, at, size), at+size)
			for i := range size {
				x.want[at+i] = byte(v >> (8 * i))
			}
		}
	}},
	{"writeDoubleLE", func(x *model, name string) {
		if at := x.index(); at+8 <= len(x.want) {
			v := float64(x.next()) / 3
			x.call(name, v, at)
			binary.LittleEndian.PutUint64(x.want[at:], math.Float64bits(v))
		}
	}},
	{"readInt16LE", func(x *model, name string) {
		if at := x.index(); at+2 <= len(x.want) {
			x.expect(name, x.call(name, at), int(int16(binary.LittleEndian.Uint16(x.want[at:]))))
		}
	}},
	{"readUIntBE", func(x *model, name string) {
		size := 1 + x.next()%6
		if at := x.index(); at+size <= len(x.want) {
			want := 0
			for _, c := range x.want[at : at+size] {
				want = want<<8 | int(c)
			}
			x.expect(name, x.call(name, at, size), want)
		}
	}},
	{"indexOf", func(x *model, name string) {
		from, to := x.span()
		start := x.index()
		needle := x.m.FromBytes(slices.Clone(x.want[from:to]))
		want := -1
		if i := bytes.Index(x.want[start:], x.want[from:to]); i >= 0 {
			want = start + i
		}
		x.expect(name, x.call(name, needle, start), want)
	}},
	{"lastIndexOf", func(x *model, name string) {
		c := byte(x.next())
		x.expect(name, x.call(name, int(c)), bytes.LastIndexByte(x.want, c))
	}},
	{"swap16", func(x *model, name string) {
		if len(x.want)%2 == 0 {
			x.call(name)
			for i := 0; i < len(x.want); i += 2 {
				x.want[i], x.want[i+1] = x.want[i+1], x.want[i]
			}
		}
	}},
	{"subarray", func(x *model, name string) { // and go on with the part
		from, to := x.span()
		x.buf = x.call(name, from, to).(*goja.Object)
		x.want = x.want[from:to:to]
	}},
	{"toString", func(x *model, name string) {
		from, to := x.span()
		if got := x.call(name, "hex", from, to).String(); got != hex.EncodeToString(x.want[from:to]) {
			x.t.Fatalf("hex of %d..%d is %s", from, to, got)
		}
	}},
}

func FuzzOperations(f *testing.F) {
	f.Add([]byte{40, 0, 3, 9, 7, 1, 2, 5, 1, 2, 8, 4, 6, 9, 10, 11, 12, 13, 3, 30, 14, 0, 9, 5, 1, 200, 100})
	f.Add([]byte{7, 13, 1, 5, 3, 2, 8, 5, 0, 9, 9, 2, 4, 1, 10, 0, 2, 1})
	f.Fuzz(func(t *testing.T, in []byte) {
		vm := goja.New()
		x := &model{t: t, vm: vm, m: buffer.New(vm), in: in}
		size := x.next()
		x.want = make([]byte, size)
		whole, shadow := x.m.FromBytes(make([]byte, size)), x.want
		x.buf = whole
		for len(x.in) > 0 {
			op := modelOps[x.next()%len(modelOps)]
			op.run(x, op.name)
			if got, _ := x.m.Bytes(x.buf); !bytes.Equal(got, x.want) {
				t.Fatalf("after %s: %x, want %x", op.name, got, x.want)
			}
		}
		if got, _ := x.m.Bytes(whole); !bytes.Equal(got, shadow) {
			t.Fatalf("the whole is %x, want %x", got, shadow)
		}
	})
}
