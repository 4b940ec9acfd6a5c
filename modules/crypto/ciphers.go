package crypto

import (
	"crypto/aes"
	"slices"
	"strings"
	"sync"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/binding"
	"github.com/gonode/gonode/internal/nodeerr"
)

// mode is how a block cipher goes over a message.
type mode string

const (
	modeCBC mode = "cbc"
	modeCTR mode = "ctr"
	modeECB mode = "ecb"
	modeGCM mode = "gcm"
)

// cipherKind is one algorithm of createCipheriv.
type cipherKind struct {
	name    string // what getCipherInfo calls it
	mode    mode
	nid     int // OpenSSL's number
	keySize int
	listed  []string // what getCiphers shows
}

func (k *cipherKind) ivSize() int {
	switch k.mode {
	case modeECB:
		return 0
	case modeGCM:
		return gcmNonceSize
	}
	return aes.BlockSize
}

func (k *cipherKind) blockSize() int {
	if k.mode == modeCBC || k.mode == modeECB {
		return aes.BlockSize
	}
	return 1
}

// ivFits reports whether an initialization vector of that size will do.
func (k *cipherKind) ivFits(size int) bool {
	if k.mode == modeGCM {
		return size > 0 && size <= maxGCMNonce
	}
	return size == k.ivSize()
}

const (
	gcmNonceSize = 12
	maxGCMNonce  = 128 // OpenSSL's limit
)

// ciphers are all that there are: AES in the modes that Go and its block
// ciphers give.
var ciphers = []*cipherKind{
	{"aes-128-ecb", modeECB, 418, 16, []string{"aes-128-ecb"}},
	{"aes-128-cbc", modeCBC, 419, 16, []string{"aes-128-cbc", "aes128"}},
	{"aes-192-ecb", modeECB, 422, 24, []string{"aes-192-ecb"}},
	{"aes-192-cbc", modeCBC, 423, 24, []string{"aes-192-cbc", "aes192"}},
	{"aes-256-ecb", modeECB, 426, 32, []string{"aes-256-ecb"}},
	{"aes-256-cbc", modeCBC, 427, 32, []string{"aes-256-cbc", "aes256"}},
	{"id-aes128-gcm", modeGCM, 895, 16, []string{"aes-128-gcm", "id-aes128-GCM"}},
	{"id-aes192-gcm", modeGCM, 898, 24, []string{"aes-192-gcm", "id-aes192-GCM"}},
	{"id-aes256-gcm", modeGCM, 901, 32, []string{"aes-256-gcm", "id-aes256-GCM"}},
	{"aes-128-ctr", modeCTR, 904, 16, []string{"aes-128-ctr"}},
	{"aes-192-ctr", modeCTR, 905, 24, []string{"aes-192-ctr"}},
	{"aes-256-ctr", modeCTR, 906, 32, []string{"aes-256-ctr"}},
}

// cipherTable finds a cipher by any of its names, in lower case.
var cipherTable = sync.OnceValue(func() map[string]*cipherKind {
	table := map[string]*cipherKind{}
	for _, k := range ciphers {
		for _, name := range k.listed {
			table[strings.ToLower(name)] = k
		}
	}
	return table
})

// cipherNamed is the cipher of that name, in any case, or nil.
func cipherNamed(name string) *cipherKind { return cipherTable()[strings.ToLower(name)] }

// cipherNames is what getCiphers returns.
func cipherNames() []string {
	var names []string
	for _, k := range ciphers {
		names = append(names, k.listed...)
	}
	slices.Sort(names)
	return names
}

// getCipherInfo is crypto.getCipherInfo.
func (m *Module) getCipherInfo(c goja.FunctionCall) goja.Value {
	kind := m.cipherArgument(c.Argument(0))
	keySize, ivSize := int64(-1), int64(-1)
	if options := m.options(c.Argument(1)); options != nil {
		keySize = m.sizeOption(options, "keyLength")
		ivSize = m.sizeOption(options, "ivLength")
	}
	switch {
	case kind == nil || keySize != -1 && keySize != int64(kind.keySize):
		return nil
	case ivSize == -1:
		ivSize = int64(kind.ivSize())
	case kind.mode != modeGCM && ivSize != int64(kind.ivSize()):
		return nil
	}
	info := m.vm.NewObject()
	set := func(name string, v any) { binding.Value(info, name, m.vm.ToValue(v)) }
	set("mode", string(kind.mode))
	set("name", kind.name)
	set("nid", kind.nid)
	set("blockSize", kind.blockSize())
	if ivSize != 0 {
		set("ivLength", ivSize)
	}
	set("keyLength", kind.keySize)
	return info
}

// cipherArgument is a name or a number.
func (m *Module) cipherArgument(v goja.Value) *cipherKind {
	switch {
	case goja.IsString(v):
		return cipherNamed(v.String())
	case !goja.IsNumber(v):
		panic(nodeerr.ArgType(m.vm, "nameOrNid", v, "string", "number"))
	}
	i := slices.IndexFunc(ciphers, func(k *cipherKind) bool { return float64(k.nid) == v.ToFloat() })
	if i < 0 {
		return nil
	}
	return ciphers[i]
}

// sizeOption is an option that is a size, or -1. No cipher has a negative one.
func (m *Module) sizeOption(options *goja.Object, name string) int64 {
	v := option(options, name)
	if goja.IsUndefined(v) {
		return -1
	}
	if n := m.requireInteger(v, "options."+name, -maxInt32-1, maxInt32); n != -1 {
		return n
	}
	return -2
}
