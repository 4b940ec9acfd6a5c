package crypto

import (
	"crypto/hkdf"
	"crypto/pbkdf2"
	"errors"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/engine"
	"github.com/gonode/gonode/internal/nodeerr"
)

// errDerive is what OpenSSL makes of an empty result.
const errDerive = plainError("Deriving bits failed")

// maxInfo is the longest info of HKDF, in bytes.
const maxInfo = 1024

// exception makes the error of a job.
func (m *Module) exception(err error) *goja.Object {
	var x *openSSLError
	if errors.As(err, &x) {
		return nodeerr.Plain(m.vm, "Error", x.text())
	}
	return nodeerr.Plain(m.vm, "Error", err.Error())
}

func (m *Module) pbkdf2Sync(c goja.FunctionCall) goja.Value {
	p := m.pbkdf2Params(c, c.Argument(4))
	return m.now(m.pbkdf2Job(p), m.asBuffer)
}

func (m *Module) pbkdf2(c goja.FunctionCall) goja.Value {
	name, callback := c.Argument(4), c.Argument(5)
	if engine.IsCallable(name) {
		name, callback = goja.Undefined(), name
	}
	p := m.pbkdf2Params(c, name)
	fn := m.requireFunction(callback, "callback")
	m.start("PBKDF2REQUEST", m.pbkdf2Job(p), m.asBuffer, fn)
	return nil
}

type pbkdf2Params struct {
	password, salt     []byte
	iterations, length int
	digest             string
}

func (m *Module) pbkdf2Params(c goja.FunctionCall, digest goja.Value) pbkdf2Params {
	return pbkdf2Params{
		digest:     m.requireString(digest, "digest"),
		password:   m.input(c.Argument(0), "password", inputTypes),
		salt:       m.input(c.Argument(1), "salt", inputTypes),
		iterations: int(m.requireInteger(c.Argument(2), "iterations", 1, maxInt32)),
		length:     int(m.requireInteger(c.Argument(3), "keylen", 0, maxInt32)),
	}
}

func (m *Module) pbkdf2Job(p pbkdf2Params) func() ([]byte, error) {
	d := digestNamed(p.digest)
	if d == nil {
		panic(m.invalidDigest(p.digest))
	}
	return func() ([]byte, error) { return derivePBKDF2(d, p) }
}

func derivePBKDF2(d *digest, p pbkdf2Params) ([]byte, error) {
	switch {
	case d.extendable():
		return nil, &errXOF
	case p.length == 0:
		return nil, errDerive
	}
	return pbkdf2.Key(d.newHash, string(p.password), p.salt, p.iterations, p.length)
}

func (m *Module) hkdfSync(c goja.FunctionCall) goja.Value {
	p := m.hkdfParams(c)
	return m.now(m.hkdfJob(p), m.asArrayBuffer)
}

func (m *Module) hkdf(c goja.FunctionCall) goja.Value {
	p := m.hkdfParams(c)
	fn := m.requireFunction(c.Argument(5), "callback")
	m.start("HKDFREQUEST", m.hkdfJob(p), m.asArrayBuffer, fn)
	return nil
}

type hkdfParams struct {
	key, salt, info []byte
	length          int64
	digest          string
}

func (m *Module) hkdfParams(c goja.FunctionCall) hkdfParams {
	p := hkdfParams{
		digest: m.requireString(c.Argument(0), "digest"),
		key:    m.hkdfKey(c.Argument(1)),
		salt:   m.input(c.Argument(2), "salt", hkdfTypes),
		info:   m.input(c.Argument(3), "info", hkdfTypes),
		length: m.requireInteger(c.Argument(4), "length", 0, maxSafeInteger),
	}
	if len(p.info) > maxInfo {
		panic(nodeerr.OutOfRange(m.vm, "info", "must not contain more than 1024 bytes", m.vm.ToValue(len(p.info))))
	}
	return p
}

func (m *Module) hkdfKey(v goja.Value) []byte {
	if key := m.keyOf(v); key != nil {
		return key
	}
	return m.input(v, "ikm", hkdfKeys)
}

func (m *Module) hkdfJob(p hkdfParams) func() ([]byte, error) {
	d := digestNamed(p.digest)
	if d == nil {
		panic(m.invalidDigest(p.digest))
	}
	if p.length > int64(255*d.size) {
		panic(m.native("RangeError", "ERR_CRYPTO_INVALID_KEYLEN", "Invalid key length"))
	}
	return func() ([]byte, error) { return deriveHKDF(d, p) }
}

func deriveHKDF(d *digest, p hkdfParams) ([]byte, error) {
	switch {
	case d.extendable():
		return nil, &errXOF
	case p.length == 0:
		return nil, errDerive
	}
	return hkdf.Key(d.newHash, p.key, p.salt, string(p.info), int(p.length))
}
