package crypto

import (
	"crypto/md5"
	"crypto/sha1"
	"crypto/sha256"
	"crypto/sha3"
	"crypto/sha512"
	"hash"
	"slices"
	"strings"
	"sync"

	"golang.org/x/crypto/blake2b"
	"golang.org/x/crypto/blake2s"
	//lint:ignore SA1019 old protocols still ask for it
	"golang.org/x/crypto/ripemd160"
)

// digest is one hash function under all the names that OpenSSL has for it.
type digest struct {
	size    int // of the result; of an XOF, when nobody asks for another
	newHash func() hash.Hash
	newXOF  func() *sha3.SHAKE // in place of newHash
	listed  []string           // what getHashes shows
	aliases []string           // what works as well
}

// extendable reports whether the result may have any length.
func (d *digest) extendable() bool { return d.newXOF != nil }

// begin starts a hash.
func (d *digest) begin() hasher {
	if d.extendable() {
		return &extendable{d.newXOF(), d.newXOF}
	}
	return fixed{d.newHash()}
}

func newBLAKE2b() hash.Hash { return must(blake2b.New512(nil)) }
func newBLAKE2s() hash.Hash { return must(blake2s.New256(nil)) }

// must is for functions whose only error is a wrong argument of ours.
func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

// digests are the hash functions, with OpenSSL's names. It has one more that
// neither Go nor golang.org/x/crypto implements: sm3.
var digests = []*digest{
	{size: md5.Size, newHash: md5.New,
		listed:  []string{"RSA-MD5", "md5", "md5WithRSAEncryption", "ssl3-md5"},
		aliases: []string{"1.2.840.113549.2.5"}},
	{size: md5.Size + sha1.Size, newHash: newMD5SHA1,
		listed: []string{"md5-sha1"}},
	{size: ripemd160.Size, newHash: ripemd160.New,
		listed:  []string{"RSA-RIPEMD160", "ripemd", "ripemd160", "ripemd160WithRSA", "rmd160"},
		aliases: []string{"ripemd-160", "1.3.36.3.2.1"}},
	{size: sha1.Size, newHash: sha1.New,
		listed:  []string{"RSA-SHA1", "RSA-SHA1-2", "sha1", "sha1WithRSAEncryption", "ssl3-sha1"},
		aliases: []string{"sha-1", "1.3.14.3.2.26"}},
	{size: sha256.Size224, newHash: sha256.New224,
		listed:  []string{"RSA-SHA224", "sha224", "sha224WithRSAEncryption"},
		aliases: []string{"sha-224", "sha2-224", "2.16.840.1.101.3.4.2.4"}},
	{size: sha256.Size, newHash: sha256.New,
		listed:  []string{"RSA-SHA256", "sha256", "sha256WithRSAEncryption"},
		aliases: []string{"sha-256", "sha2-256", "2.16.840.1.101.3.4.2.1"}},
	{size: sha512.Size384, newHash: sha512.New384,
		listed:  []string{"RSA-SHA384", "sha384", "sha384WithRSAEncryption"},
		aliases: []string{"sha-384", "sha2-384", "2.16.840.1.101.3.4.2.2"}},
	{size: sha512.Size, newHash: sha512.New,
		listed:  []string{"RSA-SHA512", "sha512", "sha512WithRSAEncryption"},
		aliases: []string{"sha-512", "sha2-512", "2.16.840.1.101.3.4.2.3"}},
	{size: sha512.Size224, newHash: sha512.New512_224,
		listed:  []string{"RSA-SHA512/224", "sha512-224", "sha512-224WithRSAEncryption"},
		aliases: []string{"sha-512/224", "sha2-512/224", "2.16.840.1.101.3.4.2.5"}},
	{size: sha512.Size256, newHash: sha512.New512_256,
		listed:  []string{"RSA-SHA512/256", "sha512-256", "sha512-256WithRSAEncryption"},
		aliases: []string{"sha-512/256", "sha2-512/256", "2.16.840.1.101.3.4.2.6"}},
	{size: 28, newHash: func() hash.Hash { return sha3.New224() },
		listed:  []string{"RSA-SHA3-224", "id-rsassa-pkcs1-v1_5-with-sha3-224", "sha3-224"},
		aliases: []string{"2.16.840.1.101.3.4.2.7"}},
	{size: 32, newHash: func() hash.Hash { return sha3.New256() },
		listed:  []string{"RSA-SHA3-256", "id-rsassa-pkcs1-v1_5-with-sha3-256", "sha3-256"},
		aliases: []string{"2.16.840.1.101.3.4.2.8"}},
	{size: 48, newHash: func() hash.Hash { return sha3.New384() },
		listed:  []string{"RSA-SHA3-384", "id-rsassa-pkcs1-v1_5-with-sha3-384", "sha3-384"},
		aliases: []string{"2.16.840.1.101.3.4.2.9"}},
	{size: 64, newHash: func() hash.Hash { return sha3.New512() },
		listed:  []string{"RSA-SHA3-512", "id-rsassa-pkcs1-v1_5-with-sha3-512", "sha3-512"},
		aliases: []string{"2.16.840.1.101.3.4.2.10"}},
	{size: blake2b.Size, newHash: newBLAKE2b,
		listed:  []string{"blake2b512"},
		aliases: []string{"blake2b-512", "1.3.6.1.4.1.1722.12.2.1.16"}},
	{size: blake2s.Size, newHash: newBLAKE2s,
		listed:  []string{"blake2s256"},
		aliases: []string{"blake2s-256", "1.3.6.1.4.1.1722.12.2.2.8"}},
	{size: 16, newXOF: sha3.NewSHAKE128,
		listed:  []string{"shake128"},
		aliases: []string{"shake-128", "2.16.840.1.101.3.4.2.11"}},
	{size: 32, newXOF: sha3.NewSHAKE256,
		listed:  []string{"shake256"},
		aliases: []string{"shake-256", "2.16.840.1.101.3.4.2.12"}},
}

// legacyDigests are names that OpenSSL 3 knows but refuses, with an error of
// its own.
var legacyDigests = []string{
	"md4", "rsa-md4", "md4withrsaencryption", "mdc2", "rsa-mdc2", "mdc2withrsa", "whirlpool",
}

// digestNames finds a digest by any of its names, in lower case.
var digestNames = sync.OnceValue(func() map[string]*digest {
	table := map[string]*digest{}
	for _, d := range digests {
		for _, name := range slices.Concat(d.listed, d.aliases) {
			table[strings.ToLower(name)] = d
		}
	}
	return table
})

// digestNamed is the digest of that name, in any case, or nil.
func digestNamed(name string) *digest {
	table := digestNames()
	if d := table[name]; d != nil {
		return d
	}
	return table[strings.ToLower(name)]
}

func isLegacyDigest(name string) bool { return slices.Contains(legacyDigests, strings.ToLower(name)) }

// hashNames is what getHashes returns.
func hashNames() []string {
	var names []string
	for _, d := range digests {
		names = append(names, d.listed...)
	}
	slices.Sort(names)
	return names
}
