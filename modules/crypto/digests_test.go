package crypto

import (
	"bytes"
	"encoding/hex"
	"slices"
	"strings"
	"testing"
)

// vectors are the digests of "abc" from the standards: RFC 1321, FIPS 180-4,
// FIPS 202, RFC 7693 and the paper on RIPEMD-160.
var vectors = map[string]string{
	"md5":        "900150983cd24fb0d6963f7d28e17f72",
	"sha1":       "a9993e364706816aba3e25717850c26c9cd0d89d",
	"md5-sha1":   "900150983cd24fb0d6963f7d28e17f72a9993e364706816aba3e25717850c26c9cd0d89d",
	"ripemd160":  "8eb208f7e05d987a9b044a8e98c6b087f15a0bfc",
	"sha224":     "23097d223405d8228642a477bda255b32aadbce4bda0b3f7e36c9da7",
	"sha256":     "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
	"sha384":     "cb00753f45a35e8bb5a03d699ac65007272c32ab0eded1631a8b605a43ff5bed8086072ba1e7cc2358baeca134c825a7",
	"sha512":     "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f",
	"sha512-224": "4634270f707b6a54daae7530460842e20e37ed265ceee9a43e8924aa",
	"sha512-256": "53048e2681941ef99b2e29b76b4c7dabe4c2d0c634fc6d46e0e2f13107e7af23",
	"sha3-224":   "e642824c3f8cf24ad09234ee7d3c766fc9a3a5168d0c94ad73b46fdf",
	"sha3-256":   "3a985da74fe225b2045c172d6bd390bd855f086e3e9d525b46bfe24511431532",
	"sha3-384":   "ec01498288516fc926459f58e2c6ad8df9b473cb0fc08c2596da7cf0e49be4b298d88cea927ac7f539f1edf228376d25",
	"sha3-512":   "b751850b1a57168a5693cd924b6b096e08f621827444f70d884f5d0240d2712e10e116e9192af3c91a7ec57647e3934057340b4cf408d5a56592f8274eec53f0",
	"blake2b512": "ba80a53f981c4d0d6a2797b69f12f6e94c212f14685ac4b74b12bb6fdbffa2d17d87c5392aab792dc252d5de4533cc9518d38aa8dbf1925ab92386edd4009923",
	"blake2s256": "508c5e8c327c14e2e1a72ba34eeb452f37458b209ed63a294d999b4c86675982",
	"shake128":   "5881092dd818bf5cf8a3ddb793fbcba7",
	"shake256":   "483366601360a8771c6863080cc4114d8db44530f8f1e1ee4f94ea37e78b5739",
}

func TestVectors(t *testing.T) {
	if len(vectors) != len(digests) {
		t.Errorf("%d vectors for %d digests", len(vectors), len(digests))
	}
	for name, want := range vectors {
		d := digestNamed(name)
		if d == nil {
			t.Errorf("%s is missing", name)
			continue
		}
		h := d.begin()
		must(h.Write([]byte("abc")))
		if got := hex.EncodeToString(h.sum(d.size)); got != want {
			t.Errorf("%s: %s, want %s", name, got, want)
		}
	}
}

func TestDigestNames(t *testing.T) {
	seen := map[string]bool{}
	for _, d := range digests {
		for _, name := range slices.Concat(d.listed, d.aliases) {
			key := strings.ToLower(name)
			if seen[key] {
				t.Errorf("%s is there twice", name)
			}
			seen[key] = true
			if digestNamed(name) != d || digestNamed(strings.ToUpper(name)) != d {
				t.Errorf("%s gives another digest", name)
			}
			if isLegacyDigest(name) {
				t.Errorf("%s is legacy, too", name)
			}
		}
		if (d.newHash == nil) == (d.newXOF == nil) {
			t.Errorf("%v is neither a hash nor an XOF, or both", d.listed)
		}
		if d.newHash != nil && d.newHash().Size() != d.size {
			t.Errorf("%v has size %d, not %d", d.listed, d.newHash().Size(), d.size)
		}
	}
	if names := hashNames(); !slices.IsSorted(names) || len(names) < len(digests) {
		t.Errorf("getHashes: %q", names)
	}
	for _, name := range []string{"", "sha", "sha1 ", "null", "constructor"} {
		if digestNamed(name) != nil {
			t.Errorf("%q is a digest", name)
		}
	}
}

// FuzzHasher writes data in pieces, with a clone in the middle that goes its
// own way, and compares with all at once.
func FuzzHasher(f *testing.F) {
	f.Add([]byte("abc"), uint8(1), uint8(0), uint8(9))
	f.Add(bytes.Repeat([]byte{7}, 300), uint8(129), uint8(17), uint8(200))
	f.Fuzz(func(t *testing.T, data []byte, cut, which, size uint8) {
		d := digests[int(which)%len(digests)]
		at := min(int(cut), len(data))
		n := d.size
		if d.extendable() {
			n = int(size)
		}
		sum := func(parts ...[]byte) []byte {
			h := d.begin()
			for _, p := range parts {
				must(h.Write(p))
			}
			return h.sum(n)
		}
		h := d.begin()
		must(h.Write(data[:at]))
		clone := h.clone()
		must(clone.Write([]byte("other")))
		second := clone.clone()
		must(h.Write(data[at:]))
		for _, c := range []struct {
			name      string
			got, want []byte
		}{
			{"original", h.sum(n), sum(data)},
			{"clone", clone.sum(n), sum(data[:at], []byte("other"))},
			{"clone of the clone", second.sum(n), sum(data[:at], []byte("other"))},
		} {
			if !bytes.Equal(c.got, c.want) || len(c.got) != n {
				t.Errorf("%v: %s: %x, want %x", d.listed, c.name, c.got, c.want)
			}
		}
	})
}
