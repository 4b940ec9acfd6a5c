package crypto

import (
	"bytes"
	"encoding/hex"
	"errors"
	"regexp"
	"testing"

	"golang.org/x/crypto/scrypt"
)

func TestDerive(t *testing.T) {
	for _, c := range []struct {
		name, want string
		derive     func() ([]byte, error)
	}{
		{"PBKDF2, RFC 6070, case 2", "ea6c014dc72d6f8ccd1e", func() ([]byte, error) {
			return derivePBKDF2(digestNamed("sha1"), pbkdf2Params{password: []byte("password"), salt: []byte("salt"), iterations: 2, length: 10})
		}},
		{"HKDF, RFC 5869, case 3", "8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d9d201395faa4b61a96c8", func() ([]byte, error) {
			return deriveHKDF(digestNamed("sha256"), hkdfParams{key: bytes.Repeat([]byte{0x0b}, 22), length: 42})
		}},
	} {
		if got, err := c.derive(); err != nil || hex.EncodeToString(got) != c.want {
			t.Errorf("%s: %x %v", c.name, got, err)
		}
	}
}

// FuzzDerive: whatever the arguments, a result has the length that was asked
// for, the start of a longer one, or there is one of the known errors.
func FuzzDerive(f *testing.F) {
	f.Add([]byte("password"), []byte("salt"), []byte("info"), uint8(2), uint8(0), uint16(20))
	f.Add([]byte{}, []byte{}, []byte{}, uint8(0), uint8(17), uint16(0))
	f.Fuzz(func(t *testing.T, key, salt, info []byte, iterations, which uint8, length uint16) {
		d := digests[int(which)%len(digests)]
		long := int(length) + 1
		for name, derive := range map[string]func(n int) ([]byte, error){
			"pbkdf2": func(n int) ([]byte, error) {
				return derivePBKDF2(d, pbkdf2Params{password: key, salt: salt, iterations: int(iterations%8) + 1, length: n})
			},
			"hkdf": func(n int) ([]byte, error) {
				return deriveHKDF(d, hkdfParams{key: key, salt: salt, info: info, length: int64(min(n, 255*d.size))})
			},
		} {
			short, err := derive(int(length))
			if (err != nil) != (d.extendable() || length == 0) {
				t.Fatalf("%s %v: %v", name, d.listed, err)
			}
			if err != nil {
				if !errors.Is(err, &errXOF) && !errors.Is(err, errDerive) {
					t.Errorf("%s: %v", name, err)
				}
				continue
			}
			if longer := must(derive(long)); !bytes.HasPrefix(longer, short) {
				t.Errorf("%s %v: %x does not begin with %x", name, d.listed, longer, short)
			}
		}
	})
}

// FuzzScrypt: parameters that fit are ones that scrypt takes, and they stay
// below maxmem.
func FuzzScrypt(f *testing.F) {
	f.Add(uint8(4), uint32(8), uint32(1), uint64(1<<20))
	f.Add(uint8(31), uint32(1<<20), uint32(1<<31), uint64(1<<53))
	f.Add(uint8(1), uint32(1), uint32(1<<29), uint64(1<<53))
	f.Fuzz(func(t *testing.T, log uint8, r, p uint32, maxmem uint64) {
		params := scryptParams{n: 1 << (log%31 + 1), r: max(uint64(r), 1), p: max(uint64(p), 1), maxmem: maxmem}
		if !params.fits() {
			return
		}
		if memory := 128 * params.r * params.n; memory > maxmem || memory > scryptCeiling {
			t.Fatalf("%+v takes %d bytes", params, memory)
		}
		if params.n*params.r*params.p > 1<<12 {
			return // too long for a test
		}
		if _, err := scrypt.Key(nil, nil, int(params.n), int(params.r), int(params.p), 1); err != nil {
			t.Errorf("%+v: %v", params, err)
		}
	})
}

func TestUUIDText(t *testing.T) {
	var id [16]byte
	if got := uuidText(id, 4); got != "00000000-0000-4000-8000-000000000000" {
		t.Error(got)
	}
	for i := range id {
		id[i] = 0xff
	}
	if got := uuidText(id, 7); got != "ffffffff-ffff-7fff-bfff-ffffffffffff" {
		t.Error(got)
	}
	for i := range id {
		id[i] = byte(i)
	}
	if got := uuidText(id, 4); !regexp.MustCompile(`^00010203-0405-4607-8809-0a0b0c0d0e0f$`).MatchString(got) {
		t.Error(got)
	}
}
