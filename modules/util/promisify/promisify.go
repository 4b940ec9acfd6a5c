// Package promisify lets built-in modules say what util.promisify makes of
// their functions: the promise of a function whose callback gets several
// values resolves to an object of them. util reads what modules such as dns
// and fs have said here.
//
// It holds no state; the functions belong to the goroutine of their VM.
package promisify

import (
	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/binding"
)

// argNames is the key of the names. A symbol may be shared by VMs.
var argNames = goja.NewSymbol("customPromisifyArgs")

// names hangs on a function under argNames; the embedded value lets goja
// store it.
type names struct {
	binding.Native
	list []string
}

// SetArgNames names the values that fn passes to its callback after the
// error.
func SetArgNames(fn *goja.Object, list ...string) {
	n := names{binding.NewNative(), list}
	err := fn.DefineDataPropertySymbol(argNames, n, goja.FLAG_FALSE, goja.FLAG_FALSE, goja.FLAG_FALSE)
	if err != nil {
		panic(err)
	}
}

// ArgNames are the names that SetArgNames has given fn, or nil.
func ArgNames(fn *goja.Object) []string {
	n, _ := fn.GetSymbol(argNames).(names)
	return n.list
}
