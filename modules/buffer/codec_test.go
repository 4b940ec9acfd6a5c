package buffer

import (
	"bytes"
	"encoding/base64"
	"encoding/binary"
	"encoding/hex"
	"strings"
	"testing"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/dop251/goja"
)

func TestParseEncoding(t *testing.T) {
	for name, want := range map[string]Encoding{
		"utf8": UTF8, "UTF-8": UTF8, "Utf8": UTF8, "ucs2": UTF16LE, "UCS-2": UTF16LE, "utf16le": UTF16LE, "UTF-16LE": UTF16LE,
		"latin1": Latin1, "BINARY": Latin1, "ascii": ASCII, "base64": Base64, "BASE64URL": Base64URL, "hex": Hex, "HEX": Hex,
	} {
		if enc, ok := ParseEncoding(name); !ok || enc != want {
			t.Errorf("ParseEncoding(%q) = %v, %v", name, enc, ok)
		}
	}
	for _, name := range []string{"", "utf", "utf88", "buffer", "utf-16", "base64 ", "a much longer name than any"} {
		if enc, ok := ParseEncoding(name); ok {
			t.Errorf("ParseEncoding(%q) = %v", name, enc)
		}
	}
	for enc := UTF8; enc <= Hex; enc++ {
		if parsed, ok := ParseEncoding(enc.String()); !ok || parsed != enc {
			t.Errorf("%v does not parse back", enc)
		}
	}
	if Encoding(200).String() != "unknown" {
		t.Error("an unknown encoding has a name")
	}
}

// whatwgDecode is the UTF-8 decoder of the WHATWG Encoding Standard, byte by
// byte as it is written there: the reference for repairUTF8.
func whatwgDecode(b []byte) string {
	var out strings.Builder
	var point rune
	seen, needed := 0, 0
	low, high := byte(0x80), byte(0xBF)
	for i := 0; i < len(b); i++ {
		c := b[i]
		if needed == 0 {
			switch {
			case c <= 0x7F:
				out.WriteByte(c)
			case c >= 0xC2 && c <= 0xDF:
				needed, point = 1, rune(c&0x1F)
			case c >= 0xE0 && c <= 0xEF:
				if c == 0xE0 {
					low = 0xA0
				} else if c == 0xED {
					high = 0x9F
				}
				needed, point = 2, rune(c&0xF)
			case c >= 0xF0 && c <= 0xF4:
				if c == 0xF0 {
					low = 0x90
				} else if c == 0xF4 {
					high = 0x8F
				}
				needed, point = 3, rune(c&0x7)
			default:
				out.WriteRune(utf8.RuneError)
			}
			continue
		}
		if c < low || c > high {
			point, needed, seen, low, high = 0, 0, 0, 0x80, 0xBF
			out.WriteRune(utf8.RuneError)
			i-- // the byte is read again
			continue
		}
		low, high = 0x80, 0xBF
		point = point<<6 | rune(c&0x3F)
		if seen++; seen == needed {
			out.WriteRune(point)
			point, needed, seen = 0, 0, 0
		}
	}
	if needed != 0 {
		out.WriteRune(utf8.RuneError)
	}
	return out.String()
}

func FuzzUTF8(f *testing.F) {
	for _, s := range []string{"", "abc", "héllo €\U0001F600", "a\xe2\x82z", "\xf0\x9f\x98", "\xed\xa0\x80", "\xf4\x90\x80\x80", "\xc0\xaf\xff", "12345678\x80"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		want := whatwgDecode(b)
		if got := string(repairUTF8(b)); got != want {
			t.Fatalf("repairUTF8(%x) = %q, want %q", b, got, want)
		}
		if got := EncodeToString(noVM, UTF8, b).String(); got != want {
			t.Fatalf("EncodeToString(%x) = %q, want %q", b, got, want)
		}
		if n := validPrefix(b); !utf8.Valid(b[:n]) || n < len(b) && utf8.FullRune(b[n:]) && utf8.Valid(b[n:min(len(b), n+utf8.UTFMax)]) {
			t.Fatalf("validPrefix(%x) = %d", b, n)
		}
		if n := asciiPrefix(b); !isASCII(b[:n]) || n < len(b) && b[n] < 0x80 {
			t.Fatalf("asciiPrefix(%x) = %d", b, n)
		}
	})
}

func FuzzUnits(f *testing.F) {
	for _, s := range []string{"", "a\x00", "\x3d\xd8\x00\xde", "\x00\xd8\x41\x00", "\x00\xdc\x00\xd8", "\xff\xff\x00\x01\x80\x00\xff\x07\x00\x08"} {
		f.Add([]byte(s), uint8(3))
	}
	f.Fuzz(func(t *testing.T, b []byte, limit uint8) {
		units := unitsOfUTF16LE(b)
		want := string(utf16.Decode(units))
		if n := utf8SizeOfUnits(units); n != len(want) {
			t.Fatalf("utf8SizeOfUnits(%x) = %d, want %d", units, n, len(want))
		}
		dst := make([]byte, len(want))
		if n, read := utf8FromUnits(dst, units); n != len(want) || read != len(units) || string(dst) != want {
			t.Fatalf("utf8FromUnits(%x) = %q, %d", units, dst[:n], read)
		}
		short := make([]byte, limit)
		n, _ := utf8FromUnits(short, units)
		if string(short[:n]) != truncateUTF8(want, int(limit)) {
			t.Fatalf("utf8FromUnits(%x) into %d = %q", units, limit, short[:n])
		}
		back := make([]byte, 2*len(units))
		if utf16LEFromUnits(back, units); !bytes.Equal(back, b[:len(b)&^1]) {
			t.Fatalf("utf16LEFromUnits(%x) = %x", units, back)
		}
	})
}

// referenceBase64 is what Node makes of base64 text, by way of Go's decoder:
// up to the first '=', without what is no digit, in either alphabet.
func referenceBase64(s string) []byte {
	s, _, _ = strings.Cut(s, "=")
	var digits []byte
	for i := range len(s) {
		switch c := s[i]; {
		case c == '-':
			digits = append(digits, '+')
		case c == '_':
			digits = append(digits, '/')
		case c == '+' || c == '/' || c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z':
			digits = append(digits, c)
		}
	}
	if len(digits)%4 == 1 {
		digits = digits[:len(digits)-1]
	}
	out, err := base64.RawStdEncoding.DecodeString(string(digits))
	if err != nil {
		panic(err)
	}
	return out
}

func FuzzBase64(f *testing.F) {
	for _, s := range []string{"", "YQ==", "YQ", "Y", "YWJj\nYWJj", "YW-_", "Y=Q=", "****YWJjZGU", "QUJDRA==QUJD", "\x00\xff"} {
		f.Add([]byte(s), uint8(4))
	}
	f.Fuzz(func(t *testing.T, b []byte, limit uint8) {
		want := referenceBase64(string(b))
		dst := make([]byte, len(b))
		if n := decodeBase64(dst, string(b)); !bytes.Equal(dst[:n], want) {
			t.Fatalf("decodeBase64(%q) = %x, want %x", b, dst[:n], want)
		}
		short := make([]byte, limit)
		if n := decodeBase64(short, string(b)); !bytes.Equal(short[:n], want[:min(len(want), int(limit))]) {
			t.Fatalf("decodeBase64(%q) into %d = %x, want %x", b, limit, short[:n], want)
		}
		if got := string(encodeBase64(b, Base64)); got != base64.StdEncoding.EncodeToString(b) {
			t.Fatalf("encodeBase64(%x) = %q", b, got)
		}
		if got := string(encodeBase64(b, Base64URL)); got != base64.RawURLEncoding.EncodeToString(b) {
			t.Fatalf("encodeBase64(%x, URL) = %q", b, got)
		}
		size := base64Size(len(b), at(b, 1), at(b, 2))
		if size < len(want) {
			t.Fatalf("base64Size(%q) = %d, less than %d", b, size, len(want))
		}
	})
}

// at is the i-th byte from the end.
func at(b []byte, i int) uint16 {
	if i > len(b) {
		return 0
	}
	return uint16(b[len(b)-i])
}

func FuzzHex(f *testing.F) {
	for _, s := range []string{"", "ab", "abc", "abxxcd", "ABcd09", "0g", "\xff\xfe"} {
		f.Add([]byte(s), uint8(2))
	}
	f.Fuzz(func(t *testing.T, b []byte, limit uint8) {
		want := make([]byte, len(b)/2)
		n, _ := hex.Decode(want, b[:len(b)&^1])
		want = want[:n]
		dst := make([]byte, len(b))
		if n := decodeHex(dst, string(b)); !bytes.Equal(dst[:n], want) {
			t.Fatalf("decodeHex(%q) = %x, want %x", b, dst[:n], want)
		}
		short := make([]byte, limit)
		if n := decodeHex(short, string(b)); !bytes.Equal(short[:n], want[:min(len(want), int(limit))]) {
			t.Fatalf("decodeHex(%q) into %d = %x", b, limit, short[:n])
		}
		if got := string(encodeHex(b)); got != hex.EncodeToString(b) {
			t.Fatalf("encodeHex(%x) = %q", b, got)
		}
	})
}

// TestEncodeLeavesTheRest writes strings into a Buffer that holds something
// else: what lies behind the bytes written stays.
func TestEncodeLeavesTheRest(t *testing.T) {
	vm := goja.New()
	for enc := UTF8; enc <= Hex; enc++ {
		for _, s := range []string{"", "abcd", "YWJjZGVmZ2hpamtsbW5vcHFy", "é€\U0001F600é€", "0a1f0a1f0a1fzz", "YWJjZGVmZ2hp*YWJj=YWJj"} {
			for size := range 40 {
				dst := bytes.Repeat([]byte{0xAA}, size+8)
				text := textOf(vm.ToValue(s))
				n := text.encode(dst[:size], enc)
				if rest := dst[n:]; n > size || len(bytes.Trim(rest, "\xaa")) != 0 {
					t.Errorf("%v of %q into %d: %d written, then %x", enc, s, size, n, rest)
				}
			}
		}
	}
}

// forms are one string as goja may hold it.
func forms(units []uint16) map[string]goja.Value {
	str := goja.StringFromUTF16(units)
	vm := goja.New()
	all := map[string]goja.Value{
		"units":        str,
		"cut":          goja.StringFromUTF16(append([]uint16{0x100, 0x100}, units...)).Substring(2, 2+len(units)),
		"concatenated": goja.StringFromUTF16(units[:len(units)/2]).Concat(goja.StringFromUTF16(units[len(units)/2:])),
	}
	if s := string(utf16.Decode(units)); goja.StringFromUTF16(utf16.Encode([]rune(s))).StrictEquals(str) {
		all["from Go"] = vm.ToValue(s)
		scanned := vm.ToValue(s)
		scanned.(goja.String).Length()
		all["from Go, scanned"] = scanned
	}
	return all
}

// FuzzStrings converts a string in every form and every encoding, and what
// comes out back to a string.
func FuzzStrings(f *testing.F) {
	for _, s := range []string{"", "abc", "a string that is long enough to be kept", "é€\U0001F600 and more of them €€€€", "YWJj", "abcdef0123"} {
		b := make([]byte, 0, 2*len(s))
		for _, u := range utf16.Encode([]rune(s)) {
			b = binary.LittleEndian.AppendUint16(b, u)
		}
		f.Add(b)
	}
	f.Add([]byte("\x00\xd8\x41\x00\x00\xdc"))
	f.Fuzz(func(t *testing.T, b []byte) {
		units := unitsOfUTF16LE(b)
		low := make([]byte, len(units))
		narrow(low, units)
		for form, v := range forms(units) {
			check := func(enc Encoding, want []byte) {
				if got := DecodeString(v, enc); !bytes.Equal(got, want) {
					t.Fatalf("%s: DecodeString(%x, %v) = %x, want %x", form, units, enc, got, want)
				}
				if size := ByteLength(v, enc); size < len(want) || enc < Base64 && size != len(want) {
					t.Fatalf("%s: ByteLength(%x, %v) = %d, want %d", form, units, enc, size, len(want))
				}
			}
			check(UTF8, []byte(string(utf16.Decode(units))))
			check(UTF16LE, b[:len(b)&^1])
			check(Latin1, low)
			check(ASCII, low)
			check(Base64, referenceBase64(string(low)))
			check(Base64URL, referenceBase64(string(low)))
			wantHex := make([]byte, len(low)/2)
			n, _ := hex.Decode(wantHex, low[:len(low)&^1])
			check(Hex, wantHex[:n])
		}
		if got := EncodeToString(noVM, UTF16LE, b); !got.StrictEquals(goja.StringFromUTF16(units)) {
			t.Fatalf("EncodeToString(%x, utf16le) = %q", b, got)
		}
		if got := EncodeToString(noVM, Latin1, low); !bytes.Equal(DecodeString(got, Latin1), low) {
			t.Fatalf("latin1 does not come back: %x", low)
		}
		if got := EncodeToString(noVM, ASCII, low).String(); got != string(maskASCII(low)) || strings.IndexFunc(got, func(r rune) bool { return r > 0x7F }) >= 0 {
			t.Fatalf("ascii of %x is %q", low, got)
		}
	})
}

// TestInvalidGoString is a string that an embedder made of bytes that are no
// UTF-8: goja shows U+FFFD for each of them.
func TestInvalidGoString(t *testing.T) {
	v := goja.New().ToValue("0123456789abcdef\xff\xfez")
	want := "0123456789abcdef\uFFFD\uFFFDz"
	if got := string(DecodeString(v, UTF8)); got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if got := ByteLength(v, UTF16LE); got != 2*19 {
		t.Errorf("length in UTF-16 is %d", got)
	}
}
