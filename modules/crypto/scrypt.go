package crypto

import (
	"math"

	"github.com/dop251/goja"
	"golang.org/x/crypto/scrypt"

	"github.com/gonode/gonode/internal/nodeerr"
)

// The defaults of Node documentation, "crypto.scrypt".
const (
	scryptCost      = 16384
	scryptBlockSize = 8
	scryptParallel  = 1
	scryptMemory    = 32 << 20
)

// scryptCeiling bounds what maxmem may allow: more than a machine has would
// end the process.
const scryptCeiling = 1 << 40

type scryptParams struct {
	password, salt []byte
	length         int
	n, r, p        uint64
	maxmem         uint64
}

func (m *Module) scryptSync(c goja.FunctionCall) goja.Value {
	p := m.scryptParams(c, c.Argument(3))
	return m.now(m.scryptJob(p), m.asBuffer)
}

func (m *Module) scrypt(c goja.FunctionCall) goja.Value {
	options, callback := c.Argument(3), c.Argument(4)
	if goja.IsUndefined(callback) {
		options, callback = goja.Undefined(), options
	}
	p := m.scryptParams(c, options)
	fn := m.requireFunction(callback, "callback")
	m.start("SCRYPTREQUEST", m.scryptJob(p), m.asBuffer, fn)
	return nil
}

func (m *Module) scryptParams(c goja.FunctionCall, options goja.Value) scryptParams {
	p := scryptParams{
		password: m.input(c.Argument(0), "password", inputTypes),
		salt:     m.input(c.Argument(1), "salt", inputTypes),
		length:   int(m.requireInteger(c.Argument(2), "keylen", 0, maxInt32)),
		n:        scryptCost, r: scryptBlockSize, p: scryptParallel, maxmem: scryptMemory,
	}
	m.scryptOption(options, "N", "cost", &p.n)
	m.scryptOption(options, "r", "blockSize", &p.r)
	m.scryptOption(options, "p", "parallelization", &p.p)
	if v := option(options, "maxmem"); !goja.IsUndefined(v) {
		if n := m.requireInteger(v, "maxmem", 0, maxSafeInteger); n != 0 {
			p.maxmem = uint64(n)
		}
	}
	return p
}

// scryptOption reads an option that has two names; 0 is the default.
func (m *Module) scryptOption(options goja.Value, short, long string, value *uint64) {
	v, name := option(options, short), short
	if other := option(options, long); !goja.IsUndefined(other) {
		if !goja.IsUndefined(v) {
			m.requireInteger(v, short, 0, maxUint32)
			panic(nodeerr.New(m.vm, "ERR_INCOMPATIBLE_OPTION_PAIR", short, long))
		}
		v, name = other, long
	}
	if goja.IsUndefined(v) {
		return
	}
	if n := m.requireInteger(v, name, 0, maxUint32); n != 0 {
		*value = uint64(n)
	}
}

func (m *Module) scryptJob(p scryptParams) func() ([]byte, error) {
	if p.n < 2 || p.n&(p.n-1) != 0 {
		panic(m.scryptError(""))
	}
	if !p.fits() {
		panic(m.scryptError(": " + errMemoryLimit.text()))
	}
	return func() ([]byte, error) {
		if p.length == 0 { // which scrypt.Key does not take
			return []byte{}, nil
		}
		return scrypt.Key(p.password, p.salt, int(p.n), int(p.r), int(p.p), p.length)
	}
}

func (m *Module) scryptError(detail string) *goja.Object {
	return m.native("RangeError", "ERR_CRYPTO_INVALID_SCRYPT_PARAMS", "Invalid scrypt params"+detail)
}

// fits reports whether the parameters are within the limits of the algorithm
// and of maxmem; OpenSSL counts memory the same way.
func (p scryptParams) fits() bool {
	if p.p > (1<<30-1)/p.r {
		return false
	}
	if 16*p.r < 64 && p.n >= 1<<(16*p.r) {
		return false
	}
	blocks := p.p * 128 * p.r
	if blocks > math.MaxInt32 || p.n+2 > math.MaxInt64/(128*p.r) {
		return false
	}
	return blocks+128*p.r*(p.n+2) <= min(p.maxmem, scryptCeiling)
}
