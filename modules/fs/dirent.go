package fs

import (
	"slices"
	"strings"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/binding"
)

// direntType is the key of the type of a Dirent.
var direntType = goja.NewSymbol("type")

// direntTypes are the methods of Dirent.
var direntTypes = [...]struct {
	name string
	kind EntryType
}{
	{"isDirectory", EntryDir}, {"isFile", EntryFile}, {"isBlockDevice", EntryBlock}, {"isCharacterDevice", EntryChar},
	{"isSymbolicLink", EntryLink}, {"isFIFO", EntryFIFO}, {"isSocket", EntrySocket},
}

// dirent is the class Dirent(name, type, path).
func (m *Module) dirent() *goja.Object {
	if m.direntClass != nil {
		return m.direntClass
	}
	var class *goja.Object
	class = binding.Constructor(m.vm, "Dirent", 3, func(c goja.ConstructorCall) *goja.Object {
		if !m.vm.InstanceOf(c.This, class) {
			panic(m.vm.NewTypeError("Class constructor Dirent cannot be invoked without 'new'"))
		}
		m.fillDirent(c.This, c.Argument(0), c.Argument(2), c.Argument(1))
		return nil
	})
	for _, t := range direntTypes {
		binding.HiddenMethods(m.vm, binding.Prototype(class), binding.Method{Name: t.name, Fn: func(c goja.FunctionCall) goja.Value {
			obj, ok := c.This.(*goja.Object)
			if !ok {
				panic(m.vm.NewTypeError("Cannot read properties of %s", c.This.String()))
			}
			kind := obj.GetSymbol(direntType)
			return m.vm.ToValue(kind != nil && kind.ToInteger() == int64(t.kind))
		}})
	}
	m.direntClass = class
	return class
}

func (m *Module) fillDirent(obj *goja.Object, name, parent, kind goja.Value) {
	binding.Value(obj, "name", name)
	binding.Value(obj, "parentPath", parent)
	must(obj.DefineDataPropertySymbol(direntType, kind, goja.FLAG_TRUE, goja.FLAG_TRUE, goja.FLAG_TRUE))
}

func (m *Module) direntOf(name, parent goja.Value, kind EntryType) goja.Value {
	obj := m.vm.NewObject()
	must(obj.SetPrototype(binding.Prototype(m.dirent())))
	m.fillDirent(obj, name, parent, m.vm.ToValue(int(kind)))
	return obj
}

// listed is one entry that readdir found: its folder as a path below the
// first, and itself.
type listed struct {
	folder string
	Entry
}

// readdir is fs.readdir(path[, options]).
func (c *call) readdir() *request {
	opts, enc := c.options(c.arg(1))
	path := c.path(0, "path")
	recursive := false
	if v := get(opts, "recursive"); !isNullish(v) {
		recursive = c.isTrue(v, "options.recursive")
	}
	withTypes := get(opts, "withFileTypes").ToBoolean()
	at := c.at(path)
	var found []listed
	return &request{
		syscall: "scandir", path: path,
		run: func() (err error) {
			walk := walker{sys: c.sys, recursive: recursive, stack: c.form == promiseForm}
			walk.ownOnly = walk.stack && withTypes
			found, err = walk.list(at, path)
			return err
		},
		results: func() []goja.Value {
			if withTypes {
				return []goja.Value{c.dirents(found, path, enc)}
			}
			items := make([]any, len(found))
			for i, f := range found {
				items[i] = c.encoded(joined(f.folder, f.Name), enc)
			}
			return []goja.Value{c.vm.NewArray(items...)}
		},
	}
}

// dirents makes the entries; those of the folder itself carry its path as it
// was given.
func (c *call) dirents(found []listed, path string, enc encoding) goja.Value {
	parent := c.text(path)
	if c.buffers.IsUint8Array(c.arg(0)) {
		parent = c.arg(0)
	}
	items := make([]any, len(found))
	for i, f := range found {
		in := parent
		if f.folder != "" {
			in = c.text(joined(path, f.folder))
		}
		items[i] = c.direntOf(c.encoded(f.Name, enc), in, f.Type)
	}
	return c.vm.NewArray(items...)
}

// walker lists a folder, and those below it.
type walker struct {
	sys       System
	recursive bool
	stack     bool // what was found last is listed next
	ownOnly   bool // links to folders are not followed
}

// list lists the folder at, which errors call path.
func (w *walker) list(at, path string) ([]listed, error) {
	var found []listed
	folders := []string{""}
	for len(folders) > 0 {
		next := 0
		if w.stack {
			next = len(folders) - 1
		}
		folder := folders[next]
		folders = slices.Delete(folders, next, next+1)
		entries, err := readDir(w.sys, joined(at, folder))
		if err != nil {
			return nil, step(err, "scandir", joined(path, folder))
		}
		slices.SortFunc(entries, func(a, b Entry) int { return strings.Compare(a.Name, b.Name) })
		for _, e := range entries {
			found = append(found, listed{folder, e})
			if w.recursive && w.leadsToDir(at, folder, e) {
				folders = append(folders, joined(folder, e.Name))
			}
		}
	}
	return found, nil
}

func (w *walker) leadsToDir(at, folder string, e Entry) bool {
	switch {
	case e.Type == EntryDir:
		return true
	case w.ownOnly || e.Type != EntryUnknown && e.Type != EntryLink:
		return false
	}
	info, err := w.sys.Stat(joined(joined(at, folder), e.Name))
	return err == nil && info.Type() == modeDir
}

// joined puts a name below a folder; neither part has to be there.
func joined(folder, name string) string {
	switch {
	case folder == "":
		return name
	case name == "":
		return folder
	case strings.HasSuffix(folder, "/") || strings.HasSuffix(folder, separator):
		return folder + name
	}
	return folder + separator + name
}
