package crypto

import (
	"bytes"
	"crypto/aes"
	"crypto/cipher"
	"crypto/subtle"
	"encoding/binary"
)

// core encrypts or decrypts one message.
type core interface {
	// update gives what can be given after more input.
	update(data []byte) []byte
	// final gives the rest; nothing follows it.
	final() ([]byte, error)
}

var (
	_ core = (*blockCore)(nil)
	_ core = streamCore{}
	_ core = (*gcmCore)(nil)
)

var (
	errFinalLength = &openSSLError{"1C80006B", "Provider routines", "wrong final block length", "ERR_OSSL_WRONG_FINAL_BLOCK_LENGTH"}
	errBadDecrypt  = &openSSLError{"1C800064", "Provider routines", "bad decrypt", "ERR_OSSL_BAD_DECRYPT"}
)

const errAuthenticate = plainError("Unsupported state or unable to authenticate data")

// newCore starts a message; key and iv fit the kind.
func newCore(kind *cipherKind, key, iv []byte, decrypt bool) core {
	block := must(aes.NewCipher(key))
	switch kind.mode {
	case modeCTR:
		return streamCore{cipher.NewCTR(block, iv)}
	case modeGCM:
		return newGCM(block, iv, decrypt)
	case modeCBC:
		if decrypt {
			return &blockCore{mode: cipher.NewCBCDecrypter(block, iv), decrypt: true, padding: true}
		}
		return &blockCore{mode: cipher.NewCBCEncrypter(block, iv), padding: true}
	}
	return &blockCore{mode: ecb{block, decrypt}, decrypt: decrypt, padding: true}
}

// ecb is each block on its own, which package cipher leaves to its callers.
type ecb struct {
	cipher.Block
	decrypt bool
}

func (e ecb) CryptBlocks(dst, src []byte) {
	for i := 0; i < len(src); i += e.BlockSize() {
		if e.decrypt {
			e.Decrypt(dst[i:], src[i:])
		} else {
			e.Encrypt(dst[i:], src[i:])
		}
	}
}

// blockCore cuts a message into blocks. A decrypter keeps the last block back,
// because it may be padding.
type blockCore struct {
	mode             cipher.BlockMode
	decrypt, padding bool
	pending          []byte
}

func (b *blockCore) update(data []byte) []byte {
	size := b.mode.BlockSize()
	b.pending = append(b.pending, data...)
	n := len(b.pending) / size * size
	if b.decrypt && b.padding && n > 0 && n == len(b.pending) {
		n -= size
	}
	out := make([]byte, n)
	b.mode.CryptBlocks(out, b.pending[:n])
	b.pending = append([]byte(nil), b.pending[n:]...)
	return out
}

func (b *blockCore) final() ([]byte, error) {
	size := b.mode.BlockSize()
	switch {
	case !b.padding && len(b.pending) > 0, b.decrypt && b.padding && len(b.pending) != size:
		return nil, errFinalLength
	case !b.padding:
		return []byte{}, nil
	case b.decrypt:
		return b.unpadded(size)
	}
	n := size - len(b.pending)
	out := append(b.pending, bytes.Repeat([]byte{byte(n)}, n)...)
	b.mode.CryptBlocks(out, out)
	return out, nil
}

// unpadded is the last block without its padding.
func (b *blockCore) unpadded(size int) ([]byte, error) {
	out := make([]byte, size)
	b.mode.CryptBlocks(out, b.pending)
	n := int(out[size-1])
	if n == 0 || n > size || !bytes.Equal(out[size-n:], bytes.Repeat([]byte{byte(n)}, n)) {
		return nil, errBadDecrypt
	}
	return out[:size-n], nil
}

// streamCore is CTR.
type streamCore struct{ cipher.Stream }

func (s streamCore) update(data []byte) []byte {
	out := make([]byte, len(data))
	s.XORKeyStream(out, data)
	return out
}

func (s streamCore) final() ([]byte, error) { return []byte{}, nil }

// gcmCore is GCM piece by piece. package cipher has it only for whole
// messages, so the pieces go through CTR, which is what GCM encrypts with, and
// the tag comes from the whole plaintext at the end: a message takes its own
// size of memory.
type gcmCore struct {
	block   cipher.Block
	aead    cipher.AEAD
	nonce   []byte
	decrypt bool

	counter []byte // of the next stream
	stream  cipher.Stream
	left    int64 // bytes until its counter has to wrap

	aad, plain []byte
	tag        []byte // of an encrypter after final; for a decrypter what it has to be
}

const gcmTagSize = 16

func newGCM(block cipher.Block, nonce []byte, decrypt bool) *gcmCore {
	g := &gcmCore{block: block, nonce: nonce, decrypt: decrypt, counter: make([]byte, aes.BlockSize)}
	g.aead = must(cipher.NewGCMWithNonceSize(block, len(nonce)))
	// The hash of nothing is zero, so the tag of nothing is the encrypted
	// first counter block.
	block.Decrypt(g.counter, g.aead.Seal(nil, nonce, nil, nil))
	g.advance(binary.BigEndian.Uint32(g.counter[12:]) + 1)
	return g
}

// advance starts a stream at a value of the last 32 bits of the counter, which
// wrap without a carry to the others.
func (g *gcmCore) advance(low uint32) {
	binary.BigEndian.PutUint32(g.counter[12:], low)
	g.stream = cipher.NewCTR(g.block, g.counter)
	g.left = (1<<32 - int64(low)) * aes.BlockSize
}

func (g *gcmCore) update(data []byte) []byte {
	out := make([]byte, len(data))
	for at := 0; at < len(data); {
		if g.left == 0 {
			g.advance(0)
		}
		n := int(min(int64(len(data)-at), g.left))
		g.stream.XORKeyStream(out[at:at+n], data[at:at+n])
		g.left -= int64(n)
		at += n
	}
	if g.decrypt {
		g.plain = append(g.plain, out...)
	} else {
		g.plain = append(g.plain, data...)
	}
	return out
}

func (g *gcmCore) final() ([]byte, error) {
	sealed := g.aead.Seal(nil, g.nonce, g.plain, g.aad)
	tag := sealed[len(sealed)-gcmTagSize:]
	g.plain = nil
	if !g.decrypt {
		g.tag = tag
		return []byte{}, nil
	}
	if len(g.tag) == 0 || subtle.ConstantTimeCompare(tag[:len(g.tag)], g.tag) != 1 {
		return nil, errAuthenticate
	}
	return []byte{}, nil
}
