package fs

import (
	"strings"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/binding"
	"github.com/gonode/gonode/internal/engine"
	"github.com/gonode/gonode/internal/nodeerr"
	"github.com/gonode/gonode/modules/util/promisify"
)

// method is one function of the API in its forms.
type method struct {
	name string
	// The lengths of the functions.
	callback, sync, promise int
	// place is where the callback is; it may also take the place of one of the
	// optional arguments before it, from the index optional on.
	place, optional int
	prepare         func(c *call) *request
	// values are what util.promisify makes of the callback's values.
	values string
	// orOptions: without a callback, errors show the argument before it.
	orOptions bool
	// callbackFirst: the callback is checked before the other arguments.
	callbackFirst bool
}

// methods are the functions that are one request, in no order that matters.
func methods() []method {
	return []method{
		{name: "access", callback: 3, sync: 2, promise: 1, place: 2, optional: 1, prepare: (*call).access},
		{name: "appendFile", callback: 4, sync: 3, promise: 3, place: 3, optional: 2, prepare: (*call).appendFile, orOptions: true},
		{name: "chmod", callback: 3, sync: 2, promise: 2, place: 2, optional: 2, prepare: (*call).chmod},
		{name: "chown", callback: 4, sync: 3, promise: 3, place: 3, optional: 3, prepare: (*call).chown},
		{name: "copyFile", callback: 4, sync: 3, promise: 3, place: 3, optional: 2, prepare: (*call).copyFile},
		{name: "fchmod", callback: 3, sync: 2, promise: 2, place: 2, optional: 2, prepare: (*call).fchmod},
		{name: "fchown", callback: 4, sync: 3, promise: 3, place: 3, optional: 3, prepare: (*call).fchown},
		{name: "fdatasync", callback: 2, sync: 1, promise: 1, place: 1, optional: 1, prepare: (*call).fdatasync},
		{name: "fstat", callback: 1, sync: 1, promise: 2, place: 2, optional: 1, prepare: (*call).fstat},
		{name: "fsync", callback: 2, sync: 1, promise: 1, place: 1, optional: 1, prepare: (*call).fsync},
		{name: "ftruncate", callback: 1, sync: 1, promise: 2, place: 2, optional: 1, prepare: (*call).ftruncate},
		{name: "futimes", callback: 4, sync: 3, promise: 3, place: 3, optional: 3, prepare: (*call).futimes},
		{name: "lchown", callback: 4, sync: 3, promise: 3, place: 3, optional: 3, prepare: (*call).lchown},
		{name: "link", callback: 3, sync: 2, promise: 2, place: 2, optional: 2, prepare: (*call).link},
		{name: "lstat", callback: 1, sync: 1, promise: 1, place: 2, optional: 1, prepare: (*call).lstat},
		{name: "lutimes", callback: 4, sync: 3, promise: 3, place: 3, optional: 3, prepare: (*call).lutimes},
		{name: "mkdir", callback: 3, sync: 2, promise: 2, place: 2, optional: 1, prepare: (*call).mkdir},
		{name: "mkdtemp", callback: 3, sync: 2, promise: 2, place: 2, optional: 1, prepare: (*call).mkdtemp},
		{name: "open", callback: 4, sync: 3, promise: 3, place: 3, optional: 1, prepare: (*call).open},
		{name: "readdir", callback: 3, sync: 2, promise: 2, place: 2, optional: 1, prepare: (*call).readdir},
		{name: "read", callback: 6, sync: 5, promise: 5, place: 5, optional: 1, prepare: (*call).read, values: "bytesRead buffer"},
		{name: "readv", callback: 4, sync: 3, promise: 3, place: 3, optional: 2, prepare: (*call).readv, values: "bytesRead buffers", orOptions: true},
		{name: "readFile", callback: 3, sync: 2, promise: 2, place: 2, optional: 1, prepare: (*call).readFile, orOptions: true},
		{name: "readlink", callback: 3, sync: 2, promise: 2, place: 2, optional: 1, prepare: (*call).readlink},
		{name: "realpath", callback: 3, sync: 2, promise: 2, place: 2, optional: 1, prepare: (*call).realpath},
		{name: "rename", callback: 3, sync: 2, promise: 2, place: 2, optional: 2, prepare: (*call).rename},
		{name: "rm", callback: 3, sync: 2, promise: 2, place: 2, optional: 1, prepare: (*call).rm},
		{name: "rmdir", callback: 3, sync: 2, promise: 2, place: 2, optional: 1, prepare: (*call).rmdir},
		{name: "stat", callback: 1, sync: 1, promise: 1, place: 2, optional: 1, prepare: (*call).stat},
		{name: "statfs", callback: 1, sync: 1, promise: 1, place: 2, optional: 1, prepare: (*call).statfs},
		{name: "symlink", callback: 4, sync: 3, promise: 3, place: 3, optional: 2, prepare: (*call).symlink},
		{name: "truncate", callback: 3, sync: 2, promise: 1, place: 2, optional: 1, prepare: (*call).truncate},
		{name: "unlink", callback: 2, sync: 1, promise: 1, place: 1, optional: 1, prepare: (*call).unlink},
		{name: "utimes", callback: 4, sync: 3, promise: 3, place: 3, optional: 3, prepare: (*call).utimes},
		{name: "writeFile", callback: 4, sync: 3, promise: 3, place: 3, optional: 2, prepare: (*call).writeFile, orOptions: true},
		{name: "write", callback: 6, sync: 5, promise: 5, place: 5, optional: 2, prepare: (*call).write, values: "bytesWritten buffer"},
		{name: "writev", callback: 4, sync: 3, promise: 3, place: 3, optional: 2, prepare: (*call).writev, values: "bytesWritten buffers", orOptions: true},
	}
}

// callbackFunction is fs.name.
func (m *Module) callbackFunction(d method) *goja.Object {
	fn := binding.Func(m.vm, d.name, d.callback, func(c goja.FunctionCall) goja.Value {
		args, given := d.split(c.Arguments)
		callback, callable := engine.Callable(given)
		if !callable && !d.orOptions && !d.callbackFirst {
			d.prepare(m.later(callbackForm, args)) // for its errors
		}
		if !callable {
			panic(nodeerr.ArgType(m.vm, "cb", given, "Function"))
		}
		m.start(d.prepare(m.later(callbackForm, args)), callback)
		return nil
	})
	if d.values != "" {
		promisify.SetArgNames(fn, strings.Fields(d.values)...)
	}
	return fn
}

// later is a call whose results are made when it is over: goja takes the
// arguments back before.
func (m *Module) later(form form, args []goja.Value) *call {
	return &call{Module: m, form: form, args: append([]goja.Value(nil), args...)}
}

// split takes the callback off the arguments.
func (d *method) split(args []goja.Value) (rest []goja.Value, callback goja.Value) {
	for i := d.optional; i <= d.place && i < len(args); i++ {
		if engine.IsCallable(args[i]) {
			return args[:i], args[i]
		}
	}
	if d.place < len(args) && !(d.orOptions && !args[d.place].ToBoolean()) {
		return args[:d.place], args[d.place]
	}
	if d.orOptions && d.place-1 < len(args) {
		return args, args[d.place-1]
	}
	return args, goja.Undefined()
}

// syncFunction is fs.nameSync.
func (m *Module) syncFunction(d method) *goja.Object {
	return binding.Func(m.vm, d.name+"Sync", d.sync, func(c goja.FunctionCall) goja.Value {
		return m.perform(d.prepare(&call{Module: m, form: syncForm, args: c.Arguments}))
	})
}

// promiseFunction is fs.promises.name.
func (m *Module) promiseFunction(d method) *goja.Object {
	return binding.Func(m.vm, d.name, d.promise, func(c goja.FunctionCall) goja.Value {
		return m.promised(func() *request { return d.prepare(m.later(promiseForm, c.Arguments)) })
	})
}
