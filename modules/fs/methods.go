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
	// early are the checks that come before that of the callback.
	early func(c *call)
	// split, if set, finds the callback in place of place and optional.
	split func(args []goja.Value) (rest []goja.Value, callback goja.Value)
}

// methods are the functions that are one request, in no order that matters.
func methods() []method {
	return []method{
		{name: "access", callback: 3, sync: 2, promise: 1, place: 2, optional: 1, prepare: (*call).access, early: paths("path")},
		{name: "appendFile", callback: 4, sync: 3, promise: 3, place: 3, optional: 2, prepare: (*call).appendFile, orOptions: true},
		{name: "chmod", callback: 3, sync: 2, promise: 2, place: 2, optional: 2, prepare: (*call).chmod, early: checked((*call).chmod)},
		{name: "chown", callback: 4, sync: 3, promise: 3, place: 3, optional: 3, prepare: (*call).chown},
		{name: "copyFile", callback: 4, sync: 3, promise: 3, place: 3, optional: 2, prepare: (*call).copyFile, early: paths("src", "dest")},
		{name: "fchmod", callback: 3, sync: 2, promise: 2, place: 2, optional: 2, prepare: (*call).fchmod, early: checked((*call).fchmod)},
		{name: "fchown", callback: 4, sync: 3, promise: 3, place: 3, optional: 3, prepare: (*call).fchown, early: checked((*call).fchown)},
		{name: "fdatasync", callback: 2, sync: 1, promise: 1, place: 1, optional: 1, prepare: (*call).fdatasync},
		{name: "fstat", callback: 1, sync: 1, promise: 2, place: 2, optional: 1, prepare: (*call).fstat},
		{name: "fsync", callback: 2, sync: 1, promise: 1, place: 1, optional: 1, prepare: (*call).fsync},
		{name: "ftruncate", callback: 1, sync: 1, promise: 2, place: 2, optional: 1, prepare: (*call).ftruncate, early: (*call).length},
		{name: "futimes", callback: 4, sync: 3, promise: 3, place: 3, optional: 3, prepare: (*call).futimes, early: checked((*call).futimes)},
		{name: "lchown", callback: 4, sync: 3, promise: 3, place: 3, optional: 3, prepare: (*call).lchown},
		{name: "link", callback: 3, sync: 2, promise: 2, place: 2, optional: 2, prepare: (*call).link},
		{name: "lstat", callback: 1, sync: 1, promise: 1, place: 2, optional: 1, prepare: (*call).lstat},
		{name: "lutimes", callback: 4, sync: 3, promise: 3, place: 3, optional: 3, prepare: (*call).lutimes},
		{name: "mkdir", callback: 3, sync: 2, promise: 2, place: 2, optional: 1, prepare: (*call).mkdir},
		{name: "mkdtemp", callback: 3, sync: 2, promise: 2, place: 2, optional: 1, prepare: (*call).mkdtemp},
		{name: "open", callback: 4, sync: 3, promise: 3, place: 3, optional: 1, prepare: (*call).open, split: splitOpen},
		{name: "readdir", callback: 3, sync: 2, promise: 2, place: 2, optional: 1, prepare: (*call).readdir},
		{name: "read", callback: 6, sync: 5, promise: 5, place: 5, optional: 1, prepare: (*call).read, early: checked((*call).read), split: splitRead, values: "bytesRead buffer"},
		{name: "readv", callback: 4, sync: 3, promise: 3, place: 3, optional: 2, prepare: (*call).readv, early: checked((*call).readv), values: "bytesRead buffers", orOptions: true},
		{name: "readFile", callback: 3, sync: 2, promise: 2, place: 2, optional: 1, prepare: (*call).readFile, orOptions: true},
		{name: "readlink", callback: 3, sync: 2, promise: 2, place: 2, optional: 1, prepare: (*call).readlink},
		{name: "realpath", callback: 3, sync: 2, promise: 2, place: 2, optional: 1, prepare: (*call).realpath},
		{name: "rename", callback: 3, sync: 2, promise: 2, place: 2, optional: 2, prepare: (*call).rename},
		{name: "rm", callback: 3, sync: 2, promise: 2, place: 2, optional: 1, prepare: (*call).rm},
		{name: "rmdir", callback: 3, sync: 2, promise: 2, place: 2, optional: 1, prepare: (*call).rmdir},
		{name: "stat", callback: 1, sync: 1, promise: 1, place: 2, optional: 1, prepare: (*call).stat},
		{name: "statfs", callback: 1, sync: 1, promise: 1, place: 2, optional: 1, prepare: (*call).statfs},
		{name: "symlink", callback: 4, sync: 3, promise: 3, place: 3, optional: 2, prepare: (*call).symlink, split: splitSymlink},
		{name: "truncate", callback: 3, sync: 2, promise: 1, place: 2, optional: 1, prepare: (*call).truncate, early: (*call).length},
		{name: "unlink", callback: 2, sync: 1, promise: 1, place: 1, optional: 1, prepare: (*call).unlink},
		{name: "utimes", callback: 4, sync: 3, promise: 3, place: 3, optional: 3, prepare: (*call).utimes},
		{name: "writeFile", callback: 4, sync: 3, promise: 3, place: 3, optional: 2, prepare: (*call).writeFile, orOptions: true},
		{name: "write", callback: 6, sync: 5, promise: 5, place: 5, optional: 2, prepare: (*call).write, early: checked((*call).write), split: splitWrite, values: "bytesWritten buffer"},
		{name: "writev", callback: 4, sync: 3, promise: 3, place: 3, optional: 2, prepare: (*call).writev, early: checked((*call).writev), values: "bytesWritten buffers", orOptions: true},
	}
}

// callbackFunction is fs.name.
func (m *Module) callbackFunction(d method) *goja.Object {
	fn := binding.Func(m.vm, d.name, d.callback, func(c goja.FunctionCall) goja.Value {
		args, given := d.sort(c.Arguments)
		callback, callable := engine.Callable(given)
		if !callable && d.early != nil {
			d.early(m.later(callbackForm, args))
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

// sort takes the callback off the arguments.
func (d *method) sort(args []goja.Value) (rest []goja.Value, callback goja.Value) {
	if d.split != nil {
		return d.split(args)
	}
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

// checked makes all checks of a function.
func checked(prepare func(c *call) *request) func(c *call) {
	return func(c *call) { prepare(c) }
}

// paths checks the leading arguments.
func paths(names ...string) func(c *call) {
	return func(c *call) {
		for i, name := range names {
			c.path(i, name)
		}
	}
}

// length checks the length of truncate, if there is one.
func (c *call) length() {
	if v := c.arg(1); !goja.IsUndefined(v) {
		c.integer(v, "len", -maxSafe, maxSafe)
	}
}

// at takes the callback at index i, where the arguments may end before.
func at(args []goja.Value, i int) ([]goja.Value, goja.Value) {
	if i < len(args) {
		return args[:i], args[i]
	}
	return args, goja.Undefined()
}

// splitOpen: (path[, flags[, mode]], callback).
func splitOpen(args []goja.Value) ([]goja.Value, goja.Value) {
	if len(args) < 3 {
		return at(args, 1)
	}
	if engine.IsCallable(args[2]) {
		return at(args, 2)
	}
	return at(args, 3)
}

// splitRead: the number of arguments says which they are.
func splitRead(args []goja.Value) ([]goja.Value, goja.Value) {
	if len(args) > 1 && len(args) <= 4 {
		return at(args, len(args)-1)
	}
	return at(args, 5)
}

// splitWrite: (fd, buffer[, offset[, length[, position]]], callback) and
// (fd, string[, position[, encoding]], callback).
func splitWrite(args []goja.Value) ([]goja.Value, goja.Value) {
	if len(args) > 1 && goja.IsString(args[1]) {
		switch {
		case len(args) > 4 && engine.IsCallable(args[4]):
			return at(args, 4)
		case len(args) > 2 && engine.IsCallable(args[2]):
			return at(args, 2)
		}
		return at(args, 3)
	}
	for i := 5; i > 2; i-- {
		if i < len(args) && args[i].ToBoolean() {
			return at(args, i)
		}
	}
	return at(args, 2)
}

// splitSymlink: (target, path[, type], callback).
func splitSymlink(args []goja.Value) ([]goja.Value, goja.Value) {
	if len(args) > 3 && !goja.IsUndefined(args[3]) {
		return at(args, 3)
	}
	return at(args, 2)
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
