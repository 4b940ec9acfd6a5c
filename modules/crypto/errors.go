package crypto

import (
	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/binding"
	"github.com/gonode/gonode/internal/nodeerr"
)

// native makes an error as Node's C++ makes them: the code is a property, and
// not part of what the stack begins with.
func (m *Module) native(class, code, text string) *goja.Object {
	err := nodeerr.Plain(m.vm, class, text)
	if code != "" {
		binding.Value(err, "code", m.vm.ToValue(code))
	}
	return err
}

// openSSLError is one that Node passes on from OpenSSL. Scripts test for them,
// so they have the numbers and names that OpenSSL gives them.
type openSSLError struct {
	number, library, reason, code string
}

var (
	errUnsupported = openSSLError{"0308010C", envelope, "unsupported", "ERR_OSSL_EVP_UNSUPPORTED"}
	errNotXOF      = openSSLError{"030000B2", envelope, "not XOF or invalid length",
		"ERR_OSSL_EVP_NOT_XOF_OR_INVALID_LENGTH"}
	errMemoryLimit = openSSLError{"030000AC", envelope, "memory limit exceeded", ""}
	errXOF         = openSSLError{"1C8000B7", "Provider routines", "xof digests not allowed", ""}
)

const envelope = "digital envelope routines"

func (x *openSSLError) text() string { return "error:" + x.number + ":" + x.library + "::" + x.reason }

// Error is the text that scripts see.
func (x *openSSLError) Error() string { return x.text() }

var _ error = (*openSSLError)(nil)

// openSSL makes the exception. Only those that are thrown from a constructor
// have more than their text.
func (m *Module) openSSL(x *openSSLError) *goja.Object {
	err := nodeerr.Plain(m.vm, "Error", x.text())
	if x == errFinalLength || x == errBadDecrypt {
		binding.Value(err, "opensslErrorStack", m.vm.NewArray(x.text()))
	}
	if x.code != "" {
		binding.Value(err, "library", m.vm.ToValue(x.library))
		binding.Value(err, "reason", m.vm.ToValue(x.reason))
		binding.Value(err, "code", m.vm.ToValue(x.code))
	}
	return err
}

// plainError is an error of a job that has nothing but a text, in Node's words.
type plainError string

func (e plainError) Error() string { return string(e) }

var _ error = plainError("")

func (m *Module) invalidDigest(name string) *goja.Object {
	if isLegacyDigest(name) {
		return m.openSSL(&errUnsupported)
	}
	return m.native("TypeError", "ERR_CRYPTO_INVALID_DIGEST", "Invalid digest: "+name)
}
