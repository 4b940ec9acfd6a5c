// Package keys is how the built-in modules recognise KeyObject and CryptoKey
// and get at the secret inside: crypto makes them, util.types asks.
//
// It holds no state; keys belong to the goroutine of their VM.
package keys

import (
	"crypto/subtle"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/binding"
)

// slot is where the native side of a key hangs on its object. A symbol may be
// shared by VMs.
var slot = goja.NewSymbol("kNativeKey")

// Key is the native side of a secret key. It is never written to, so several
// objects may share it.
type Key struct {
	binding.Native
	Secret []byte
	Web    bool // of a CryptoKey, not of a KeyObject
}

// New makes a key; it keeps secret.
func New(secret []byte, web bool) *Key { return &Key{binding.NewNative(), secret, web} }

// Attach makes obj an object of the key.
func Attach(obj *goja.Object, k *Key) {
	if err := obj.DefineDataPropertySymbol(slot, k, goja.FLAG_FALSE, goja.FLAG_FALSE, goja.FLAG_FALSE); err != nil {
		panic(err)
	}
}

// Of is the key of an object, or nil.
func Of(v goja.Value) *Key {
	obj, ok := v.(*goja.Object)
	if !ok {
		return nil
	}
	k, _ := obj.GetSymbol(slot).(*Key)
	return k
}

// IsKeyObject is util.types.isKeyObject.
func IsKeyObject(v goja.Value) bool {
	k := Of(v)
	return k != nil && !k.Web
}

// IsCryptoKey is util.types.isCryptoKey.
func IsCryptoKey(v goja.Value) bool {
	k := Of(v)
	return k != nil && k.Web
}

// Same reports whether two objects are keys of the same class with the same
// secret; no is true when neither is a key at all.
func Same(a, b goja.Value) (same, no bool) {
	one, other := Of(a), Of(b)
	if one == nil || other == nil {
		return false, one == nil && other == nil
	}
	return one.Web == other.Web && subtle.ConstantTimeCompare(one.Secret, other.Secret) == 1, false
}
