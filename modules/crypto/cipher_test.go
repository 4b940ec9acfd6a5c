package crypto

import (
	"bytes"
	"crypto/aes"
	"crypto/cipher"
	"encoding/binary"
	"errors"
	"testing"
)

// pieces feeds data in two pieces and returns everything that comes out.
func pieces(c core, data []byte, cut int) ([]byte, error) {
	cut = min(cut, len(data))
	out := append(c.update(data[:cut]), c.update(data[cut:])...)
	rest, err := c.final()
	return append(out, rest...), err
}

// FuzzCipher encrypts and decrypts in pieces, and compares with all at once
// and, for GCM, with package cipher.
func FuzzCipher(f *testing.F) {
	f.Add([]byte("hello world, this is long"), []byte("aad"), uint8(0), uint8(7), uint8(16), uint8(12))
	f.Add(bytes.Repeat([]byte{3}, 64), []byte{}, uint8(6), uint8(16), uint8(48), uint8(17))
	f.Add([]byte{}, []byte{}, uint8(1), uint8(0), uint8(0), uint8(1))
	f.Fuzz(func(t *testing.T, data, aad []byte, which, cut, cut2, nonce uint8) {
		kind := ciphers[int(which)%len(ciphers)]
		key, iv := bytes.Repeat([]byte{which}, kind.keySize), bytes.Repeat([]byte{cut}, kind.ivSize())
		if kind.mode == modeGCM {
			iv = bytes.Repeat([]byte{cut2}, int(nonce)%maxGCMNonce+1)
		}
		begin := func(decrypt bool) core {
			c := newCore(kind, key, iv, decrypt)
			if g, ok := c.(*gcmCore); ok {
				g.aad = aad
			}
			return c
		}
		one, two := begin(false), begin(false)
		sealed := must(pieces(one, data, int(cut)))
		if other := must(pieces(two, data, len(data))); !bytes.Equal(sealed, other) {
			t.Fatalf("%s: %x in pieces, %x at once", kind.name, sealed, other)
		}
		open := begin(true)
		if g, ok := one.(*gcmCore); ok {
			aead := must(cipher.NewGCMWithNonceSize(must(aes.NewCipher(key)), len(iv)))
			if want := aead.Seal(nil, iv, data, aad); !bytes.Equal(want, append(bytes.Clone(sealed), g.tag...)) {
				t.Fatalf("%s: %x and tag %x, want %x", kind.name, sealed, g.tag, want)
			}
			open.(*gcmCore).tag = g.tag
		}
		if got, err := pieces(open, sealed, int(cut2)); err != nil || !bytes.Equal(got, data) {
			t.Errorf("%s: %x, %v, want %x", kind.name, got, err, data)
		}
	})
}

// FuzzDecrypt gives anything to decrypters: they return one of the known
// errors, or something that encrypts to the same.
func FuzzDecrypt(f *testing.F) {
	f.Add(make([]byte, 16), uint8(1), uint8(3))
	f.Add(make([]byte, 15), uint8(0), uint8(3))
	f.Fuzz(func(t *testing.T, data []byte, which, cut uint8) {
		kind := ciphers[int(which)%len(ciphers)]
		key, iv := make([]byte, kind.keySize), make([]byte, kind.ivSize())
		got, err := pieces(newCore(kind, key, iv, true), data, int(cut))
		switch {
		case kind.mode == modeGCM && errors.Is(err, errAuthenticate): // there was no tag
		case err == nil:
			if again := must(pieces(newCore(kind, key, iv, false), got, 0)); !bytes.Equal(again, data) {
				t.Errorf("%s: %x became %x", kind.name, data, again)
			}
		case kind.blockSize() == 1 || !errors.Is(err, errFinalLength) && !errors.Is(err, errBadDecrypt):
			t.Errorf("%s: %v", kind.name, err)
		}
	})
}

// TestGCMCounter lets the counter of GCM wrap, which a nonce of another size
// than 12 can bring about in the middle of a short message.
func TestGCMCounter(t *testing.T) {
	block := must(aes.NewCipher(make([]byte, 16)))
	g := newGCM(block, make([]byte, 12), false)
	copy(g.counter, bytes.Repeat([]byte{0xff}, 12))
	g.advance(1<<32 - 2)
	got := g.update(make([]byte, 80))
	var want []byte
	for _, low := range []uint32{1<<32 - 2, 1<<32 - 1, 0, 1, 2} {
		counter := bytes.Repeat([]byte{0xff}, 16)
		binary.BigEndian.PutUint32(counter[12:], low)
		block.Encrypt(counter, counter)
		want = append(want, counter...)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("%x, want %x", got, want)
	}
}

func TestGCMTag(t *testing.T) {
	seal := newGCM(must(aes.NewCipher(make([]byte, 32))), []byte("nonce"), false)
	text := must(pieces(seal, []byte("message"), 3))
	for _, c := range []struct {
		name string
		tag  []byte
		ok   bool
	}{
		{"whole", seal.tag, true},
		{"short", seal.tag[:4], true},
		{"none", nil, false},
		{"wrong", make([]byte, 16), false},
	} {
		open := newGCM(must(aes.NewCipher(make([]byte, 32))), []byte("nonce"), true)
		open.tag = c.tag
		got, err := pieces(open, text, 1)
		if (err == nil) != c.ok || string(got) != "message" {
			t.Errorf("%s: %q %v", c.name, got, err)
		}
	}
}

func TestCipherNames(t *testing.T) {
	for _, name := range cipherNames() {
		if cipherNamed(name) == nil {
			t.Errorf("%s is listed and not there", name)
		}
	}
	if n := len(cipherNames()); n != len(cipherTable()) {
		t.Errorf("%d names, %d in the table", n, len(cipherTable()))
	}
}
