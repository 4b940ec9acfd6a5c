package fs

import (
	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/binding"
	"github.com/gonode/gonode/internal/engine"
)

// openDir makes what dir.js works with: openDir(path) is an object of pairs
// of functions, open, read(n) and close, each with a callback as the last
// argument or, as openSync and so on, without. read gives a flat array of
// names (strings whose bytes are kept in the given encoding) and types.
func (m *Module) openDir(c goja.FunctionCall) goja.Value {
	path := m.pathOf(c.Argument(0), "path")
	enc := m.encoding(c.Argument(1))
	d := &openedDir{m: m, at: m.at(path), path: path, enc: enc}
	obj := m.vm.NewObject()
	d.define(obj, "open", d.open)
	d.define(obj, "read", d.read)
	d.define(obj, "close", d.close)
	return obj
}

// openedDir is a folder between open and close.
type openedDir struct {
	m        *Module
	at, path string
	enc      encoding
	reader   DirReader
}

func (d *openedDir) define(obj *goja.Object, name string, prepare func(form form, n int) *request) {
	m := d.m
	binding.Methods(m.vm, obj,
		binding.Method{Name: name, Length: 2, Fn: func(c goja.FunctionCall) goja.Value {
			callback, n := c.Argument(0), 0
			if len(c.Arguments) > 1 {
				callback, n = c.Arguments[1], int(c.Arguments[0].ToInteger())
			}
			fn, _ := engine.Callable(callback)
			m.start(prepare(callbackForm, n), fn)
			return nil
		}},
		binding.Method{Name: name + "Sync", Length: 1, Fn: func(c goja.FunctionCall) goja.Value {
			return m.perform(prepare(syncForm, int(c.Argument(0).ToInteger())))
		}},
	)
}

// open: the error of the synchronous form does not name the path.
func (d *openedDir) open(form form, _ int) *request {
	r := &request{syscall: "opendir", run: func() (err error) {
		d.reader, err = d.m.sys.OpenDir(d.at)
		return err
	}}
	if form != syncForm {
		r.path = d.path
	}
	return r
}

func (d *openedDir) read(_ form, n int) *request {
	var entries []Entry
	return &request{
		syscall: "scandir", path: d.path,
		run: func() (err error) {
			entries, err = d.reader.Next(n)
			return err
		},
		results: func() []goja.Value {
			flat := make([]any, 0, 2*len(entries))
			for _, e := range entries {
				flat = append(flat, d.m.encoded(e.Name, d.enc), int(e.Type))
			}
			return []goja.Value{d.m.vm.NewArray(flat...)}
		},
	}
}

func (d *openedDir) close(form, int) *request {
	return &request{syscall: "closedir", run: func() error { return d.reader.Close() }}
}
