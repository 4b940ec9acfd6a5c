package crypto

import (
	"crypto/md5"
	"crypto/sha1"
	"crypto/sha3"
	"hash"
	"io"
	"reflect"
)

// hasher is a hash or a MAC under way.
type hasher interface {
	io.Writer
	// sum is the result of size bytes; nothing is written after it.
	sum(size int) []byte
	clone() hasher
}

var (
	_ hasher = fixed{}
	_ hasher = (*extendable)(nil)
)

// fixed is a hash that gives one size.
type fixed struct{ hash.Hash }

func (f fixed) sum(int) []byte { return f.Sum(nil) }

func (f fixed) clone() hasher { return fixed{cloneHash(f.Hash)} }

// cloneHash copies the state of a hash. Those of golang.org/x/crypto have no
// Clone; their state is one struct without pointers, so a copy of it is a
// clone.
func cloneHash(h hash.Hash) hash.Hash {
	if c, ok := h.(hash.Cloner); ok {
		if clone, err := c.Clone(); err == nil {
			return clone
		}
	}
	state := reflect.ValueOf(h).Elem()
	clone := reflect.New(state.Type())
	clone.Elem().Set(state)
	return clone.Interface().(hash.Hash)
}

// extendable is a hash that gives as much as somebody asks for.
type extendable struct {
	*sha3.SHAKE
	fresh func() *sha3.SHAKE
}

func (x *extendable) sum(size int) []byte {
	out := make([]byte, size)
	must(x.Read(out))
	return out
}

func (x *extendable) clone() hasher {
	state := must(x.MarshalBinary())
	clone := x.fresh()
	if err := clone.UnmarshalBinary(state); err != nil {
		panic(err)
	}
	return &extendable{clone, x.fresh}
}

// md5sha1 is the digest of old TLS: both hashes, one after the other.
type md5sha1 struct{ md5, sha1 hash.Hash }

var _ hash.Cloner = (*md5sha1)(nil)

func newMD5SHA1() hash.Hash { return &md5sha1{md5.New(), sha1.New()} }

// Write never fails, as those of the two hashes.
func (h *md5sha1) Write(p []byte) (int, error) {
	h.md5.Write(p)
	return h.sha1.Write(p)
}

func (h *md5sha1) Sum(b []byte) []byte { return h.sha1.Sum(h.md5.Sum(b)) }

func (h *md5sha1) Reset() {
	h.md5.Reset()
	h.sha1.Reset()
}

func (h *md5sha1) Size() int      { return md5.Size + sha1.Size }
func (h *md5sha1) BlockSize() int { return md5.BlockSize }

// Clone copies the state.
func (h *md5sha1) Clone() (hash.Cloner, error) {
	return &md5sha1{cloneHash(h.md5), cloneHash(h.sha1)}, nil
}
