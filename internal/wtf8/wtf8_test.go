package wtf8

import (
	"slices"
	"testing"
	"unicode/utf8"

	"github.com/dop251/goja"
)

func TestRoundTrip(t *testing.T) {
	for _, units := range [][]uint16{
		{}, {'a', 'b'}, {0xe9, 0x20ac}, {0xd83d, 0xde00}, {0xd83d}, {0xde00, 0xd83d}, {'a', 0xd800, 'b'},
		{0xfffd}, {0xfffd, 0xdc00}, {0xd83d, 0xd83d, 0xde00},
	} {
		v := goja.StringFromUTF16(units)
		s := Of(v)
		if got := ToUTF16(s); !slices.Equal(got, units) {
			t.Errorf("%x: %q gives back %x", units, s, got)
		}
		if got := Value(s); !got.StrictEquals(v) {
			t.Errorf("%x: value %x", units, ToUTF16(Of(got)))
		}
		if got := Length(s); got != len(units) {
			t.Errorf("%x: length %d", units, got)
		}
		if r := Repair(s); !utf8.ValidString(r) || Length(r) != len(units) {
			t.Errorf("%x: repaired %q", units, r)
		}
	}
}

func TestToString(t *testing.T) {
	vm := goja.New()
	for src, want := range map[string]string{
		"1.5": "1.5", "null": "null", "({toString(){return 'x\\ud800'}})": "x\xed\xa0\x80", "'a'": "a", "[1,2]": "1,2",
	} {
		v, err := vm.RunString(src)
		if err != nil {
			t.Fatal(err)
		}
		if got := ToString(vm, v); got != want {
			t.Errorf("%s: %q, want %q", src, got, want)
		}
	}
	for _, src := range []string{"Symbol('x')", "({[Symbol.toPrimitive]() { return Symbol('x') }})"} {
		v, err := vm.RunString(src)
		if err != nil {
			t.Fatal(err)
		}
		if ex := vm.Try(func() { ToString(vm, v) }); ex == nil {
			t.Errorf("%s: no exception", src)
		}
	}
}

func FuzzToUTF16(f *testing.F) {
	f.Add("a\xed\xa0\x80\xff€😀")
	f.Fuzz(func(t *testing.T, s string) {
		units := ToUTF16(s)
		if Length(s) != len(units) {
			t.Errorf("%q: length %d of %x", s, Length(s), units)
		}
		if again := ToUTF16(FromUTF16(units)); !slices.Equal(again, units) {
			t.Errorf("%q: %x, then %x", s, units, again)
		}
	})
}
