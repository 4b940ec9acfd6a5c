package util

import (
	"errors"
	"testing"
	"unicode/utf8"
)

func newDecoder(t testing.TB, label string, strict bool) chunkDecoder {
	t.Helper()
	name, enc, ok := lookUpEncoding(label)
	if !ok {
		t.Fatalf("no encoding %s", label)
	}
	return newChunkDecoder(name, enc, strict)
}

func TestDecode(t *testing.T) {
	tests := []struct {
		label, bytes, want string
		malformed          bool
	}{
		{"utf-8", "a\xe2\x82\xac", "a€", false},
		{"utf-8", "\xf0\x9fA\xed\xa0\x80\xc0", "\ufffdA\ufffd\ufffd\ufffd\ufffd", true},
		{"utf-8", "\xe2\x82", "\ufffd", true},
		{"utf-16le", "A\x00\x3d\xd8\x4d\xdc", "A👍", false},
		{"utf-16le", "\x00\xd8A\x00", "\ufffdA", true},
		{"utf-16le", "\xfd\xff", "\ufffd", false},
		{"utf-16le", "A\x00B", "A\ufffd", true},
		{"utf-16be", "\x00A\xd8\x00", "A\ufffd", true},
		{"latin1", "\x80\x81\xe9", "€\u0081é", false},
		{"windows-1253", "\xaa", "\ufffd", true},
		{"koi8-r", "\xc1", "а", false},
		{"x-user-defined", "\x80", "\uf780", false},
		{"iso-8859-8-i", "\xe9", "י", false},
		{"gbk", "\xc4\xe3", "你", false},
		{"shift_jis", "\x82\xa0", "あ", false},
		{"euc-kr", "\xb0\xa1", "가", false},
		{"big5", "\xa4\xa4", "中", false},
		{"gbk", "\xff", "\ufffd", true},
	}
	for _, tt := range tests {
		got, err := newDecoder(t, tt.label, false).decode([]byte(tt.bytes), true)
		if err != nil || got != tt.want {
			t.Errorf("%s: %q = %q, %v; want %q", tt.label, tt.bytes, got, err, tt.want)
		}
		_, err = newDecoder(t, tt.label, true).decode([]byte(tt.bytes), true)
		if errors.Is(err, errMalformed) != tt.malformed {
			t.Errorf("%s: %q: strict decoder says %v", tt.label, tt.bytes, err)
		}
	}
}

func TestLookUpEncoding(t *testing.T) {
	for label, want := range map[string]string{
		"utf8": "utf-8", " UTF-8\n": "utf-8", "ascii": "windows-1252", "ucs-2": "utf-16le", "dos-874": "windows-874",
		"": "", "replacement": "", "utf-8\u00a0": "", "\vutf-8": "", "utf-7": "", "hz-gb-2312": "",
	} {
		if name, _, _ := lookUpEncoding(label); name != want {
			t.Errorf("%q is %q, want %q", label, name, want)
		}
	}
}

// FuzzDecode checks that a text which comes in two pieces is decoded as the
// whole is.
func FuzzDecode(f *testing.F) {
	labels := []string{"utf-8", "utf-16le", "utf-16be", "windows-1252", "gb18030", "shift_jis", "euc-jp", "iso-2022-jp"}
	f.Add([]byte("a\xe2\x82\xac\xf0\x9f"), uint8(0), uint8(3))
	f.Add([]byte("\x3d\xd8\x4d\xdc\x00"), uint8(1), uint8(3))
	f.Add([]byte("\x1b$B$\"\x1b(BA"), uint8(7), uint8(4))
	f.Fuzz(func(t *testing.T, text []byte, which, cut uint8) {
		label := labels[int(which)%len(labels)]
		at := min(int(cut), len(text))
		whole, err := newDecoder(t, label, false).decode(text, true)
		if err != nil || !utf8.ValidString(whole) {
			t.Fatalf("%s: %q = %q, %v", label, text, whole, err)
		}
		d := newDecoder(t, label, false)
		first, _ := d.decode(text[:at], false)
		second, _ := d.decode(text[at:], true)
		if first+second != whole {
			t.Errorf("%s: %q = %q, in pieces %q and %q", label, text, whole, first, second)
		}
	})
}
