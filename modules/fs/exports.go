package fs

import (
	"strings"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/binding"
	"github.com/gonode/gonode/internal/engine"
	"github.com/gonode/gonode/internal/jsfile"
)

// exportNames are the functions of the module in Node's order.
var exportNames = strings.Fields(`appendFile appendFileSync access accessSync chown chownSync chmod chmodSync close
	closeSync copyFile copyFileSync cp cpSync createReadStream createWriteStream exists existsSync fchown fchownSync
	fchmod fchmodSync fdatasync fdatasyncSync fstat fstatSync fsync fsyncSync ftruncate ftruncateSync futimes
	futimesSync glob globSync lchown lchownSync lchmod lchmodSync link linkSync lstat lstatSync lutimes lutimesSync
	mkdir mkdirSync mkdtemp mkdtempSync mkdtempDisposableSync open openSync openAsBlob readdir readdirSync read
	readSync readv readvSync readFile readFileSync readlink readlinkSync realpath realpathSync rename renameSync rm
	rmSync rmdir rmdirSync stat statfs statSync statfsSync symlink symlinkSync truncate truncateSync unwatchFile
	unlink unlinkSync utimes utimesSync watch watchFile writeFile writeFileSync write writeSync writev writevSync
	Dirent Stats ReadStream WriteStream FileReadStream FileWriteStream Utf8Stream _toUnixTimestamp Dir opendir
	opendirSync`)

// install fills the exports of fs.
func (m *Module) install(exports *goja.Object) {
	made := m.exportFunctions()
	lazy := map[string]func() goja.Value{
		"ReadStream": m.streamClass("ReadStream"), "WriteStream": m.streamClass("WriteStream"),
		"FileReadStream": m.streamClass("ReadStream"), "FileWriteStream": m.streamClass("WriteStream"),
	}
	for _, name := range exportNames {
		switch {
		case name == "Dir":
			m.lateClass(exports, name, func() goja.Value { return m.dir().Get(name) })
		case lazy[name] != nil:
			m.lazyClass(exports, name, lazy[name])
		case name == "Utf8Stream":
			binding.Accessors(m.vm, exports, true, binding.Accessor{Name: name, Get: func(goja.Value) goja.Value {
				return jsfile.NotImplemented(m.vm, name, "fs."+name, 0)
			}})
		case made[name] != nil:
			binding.Value(exports, name, made[name])
		default:
			binding.Value(exports, name, goja.Undefined()) // lchmod, which is macOS's
		}
	}
	m.accessConstants(exports)
	must(exports.DefineDataProperty("constants", m.constants(), goja.FLAG_FALSE, goja.FLAG_FALSE, goja.FLAG_TRUE))
	binding.Accessors(m.vm, exports, true, binding.Accessor{
		Name: "promises", Get: func(goja.Value) goja.Value { return m.Promises() },
	})
}

// lateClass defines a class that becomes a plain property when somebody reads
// it.
func (m *Module) lateClass(exports *goja.Object, name string, make func() goja.Value) {
	binding.Accessors(m.vm, exports, true, binding.Accessor{
		Name: name,
		Get: func(goja.Value) goja.Value {
			v := make()
			binding.Value(exports, name, v)
			return v
		},
		Set: func(_, v goja.Value) { binding.Value(exports, name, v) },
	})
}

// lazyClass defines a class that is made when somebody reads it, and that a
// script can replace.
func (m *Module) lazyClass(exports *goja.Object, name string, make func() goja.Value) {
	var replaced goja.Value
	binding.Accessors(m.vm, exports, true, binding.Accessor{
		Name: name,
		Get: func(goja.Value) goja.Value {
			if replaced != nil {
				return replaced
			}
			return make()
		},
		Set: func(_, v goja.Value) { replaced = v },
	})
}

// exportFunctions makes what is no accessor.
func (m *Module) exportFunctions() map[string]goja.Value {
	made := map[string]goja.Value{
		"close":                 m.closeFunction(),
		"closeSync":             m.syncFunction(method{name: "close", sync: 1, prepare: (*call).close}),
		"exists":                m.existsFunction(),
		"existsSync":            binding.Func(m.vm, "existsSync", 1, m.existsSync),
		"createReadStream":      m.streamMaker("createReadStream", "ReadStream"),
		"createWriteStream":     m.streamMaker("createWriteStream", "WriteStream"),
		"cp":                    m.cold(m.cp, "cp", 4),
		"cpSync":                m.cold(m.cp, "cpSync", 3),
		"opendir":               m.cold(m.dir, "opendir", 3),
		"opendirSync":           m.cold(m.dir, "opendirSync", 2),
		"mkdtempDisposableSync": m.cold(m.dir, "mkdtempDisposableSync", 2),
		"Dirent":                m.dirent(),
		"Stats":                 m.stats().public,
		"_toUnixTimestamp": binding.Func(m.vm, "toUnixTimestamp", 1, func(c goja.FunctionCall) goja.Value {
			name := "time"
			if len(c.Arguments) > 1 {
				name = c.Arguments[1].String()
			}
			return m.vm.ToValue(m.unixTime(c.Argument(0), name))
		}),
	}
	for _, d := range methods() {
		made[d.name] = m.callbackFunction(d)
		made[d.name+"Sync"] = m.syncFunction(d)
	}
	native := method{name: "native", callback: 3, sync: 2, place: 2, optional: 1, prepare: (*call).realpathNative}
	binding.Value(made["realpath"].(*goja.Object), "native", m.callbackFunction(native))
	binding.Value(made["realpathSync"].(*goja.Object), "native", m.nativeSync(native))
	for name, length := range map[string]int{"glob": 3, "globSync": 2, "openAsBlob": 1, "watch": 3, "watchFile": 3, "unwatchFile": 2} {
		made[name] = jsfile.NotImplemented(m.vm, name, "fs."+name, length)
	}
	return made
}

func (m *Module) nativeSync(d method) goja.Value {
	fn := m.syncFunction(d)
	must(fn.DefineDataProperty("name", m.vm.ToValue(""), goja.FLAG_FALSE, goja.FLAG_TRUE, goja.FLAG_FALSE))
	return fn
}

// closeFunction is fs.close(fd[, callback]): without a callback an error is
// thrown.
func (m *Module) closeFunction() goja.Value {
	return binding.Func(m.vm, "close", 1, func(c goja.FunctionCall) goja.Value {
		k := m.later(callbackForm, c.Arguments)
		if goja.IsUndefined(c.Argument(1)) {
			r := k.close()
			m.launch(r, false, func(err error) {
				if _, ex := m.outcome(r, err); ex != nil {
					panic(ex)
				}
			})
			return nil
		}
		k.fd(0)
		callback := m.function(c.Argument(1))
		m.start(k.close(), callback)
		return nil
	})
}

// existsFunction is fs.exists(path, callback), whose callback gets no error.
func (m *Module) existsFunction() goja.Value {
	fn := binding.Func(m.vm, "exists", 2, func(c goja.FunctionCall) goja.Value {
		callback := m.function(c.Argument(1))
		k := m.later(callbackForm, c.Arguments)
		r := m.existence(k)
		if r == nil {
			m.e.Call(callback, goja.Undefined(), falseValue)
			return nil
		}
		m.launch(r, false, func(err error) { m.e.Call(callback, goja.Undefined(), m.vm.ToValue(err == nil)) })
		return nil
	})
	must(fn.DefineDataPropertySymbol(m.deps.Promisified(), binding.Func(m.vm, "exists", 1, func(c goja.FunctionCall) goja.Value {
		r := m.existence(m.later(promiseForm, c.Arguments))
		promise, resolve, _ := m.vm.NewPromise()
		settle := func(found bool) {
			must(resolve(m.vm.ToValue(found)))
		}
		if r == nil {
			settle(false)
		} else {
			m.launch(r, false, func(err error) { settle(err == nil) })
		}
		return m.vm.ToValue(promise)
	}), goja.FLAG_FALSE, goja.FLAG_FALSE, goja.FLAG_FALSE))
	return fn
}

func (m *Module) existsSync(c goja.FunctionCall) goja.Value {
	r := m.existence(&call{Module: m, form: syncForm, args: c.Arguments})
	if r == nil {
		m.warnOnce("Passing invalid argument types to fs.existsSync is deprecated", "DEP0187")
	}
	return m.vm.ToValue(r != nil && r.run() == nil)
}

// existence asks for a path; nil stands for an argument that can be none.
func (m *Module) existence(c *call) (r *request) {
	thrown := m.e.Try(func() {
		c.args = append([]goja.Value(nil), c.args[:min(len(c.args), 1)]...)
		r = c.access()
	})
	if thrown != nil {
		return nil
	}
	return r
}

// streamMaker is createReadStream or createWriteStream.
func (m *Module) streamMaker(name, class string) goja.Value {
	return binding.Constructor(m.vm, name, 2, func(c goja.ConstructorCall) *goja.Object {
		stream, err := m.vm.New(m.Exports().Get(class), c.Argument(0), c.Argument(1))
		if err != nil {
			panic(err)
		}
		return stream
	})
}

// cold is a function of one of the JavaScript files, which is loaded by the
// first call.
func (m *Module) cold(file func() *goja.Object, name string, length int) goja.Value {
	return binding.Func(m.vm, name, length, func(c goja.FunctionCall) goja.Value {
		fn, _ := engine.Callable(file().Get(name))
		return m.e.Call(fn, c.This, c.Arguments...)
	})
}
