package binding

import "github.com/dop251/goja"

// Native is embedded by Go structs that are stored as the value of a property,
// usually under a symbol: the fastest way from an object to its native state.
// A script that comes upon such a value sees an empty string.
type Native struct{ text }

// text is a name for the embedded field that leaves the method String alone.
type text = goja.String

// NewNative makes what a struct has to embed.
func NewNative() Native { return Native{emptyString} }

var emptyString = goja.StringFromUTF16(nil)
