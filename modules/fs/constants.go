package fs

import (
	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/binding"
)

// Bits of access(2) and of copyFile.
const (
	accessExecute = 1
	accessWrite   = 2
	accessRead    = 4

	copyExclusive  = 1
	copyClone      = 2
	copyCloneForce = 4
)

// constant is one entry of fs.constants.
type constant struct {
	name  string
	value int
}

// leadingConstants come before those of the platform.
var leadingConstants = [...]constant{
	{"UV_FS_SYMLINK_DIR", SymlinkDir}, {"UV_FS_SYMLINK_JUNCTION", SymlinkJunction},
	{"O_RDONLY", 0}, {"O_WRONLY", openWriteOnly}, {"O_RDWR", openReadWrite},
	{"UV_DIRENT_UNKNOWN", int(EntryUnknown)}, {"UV_DIRENT_FILE", int(EntryFile)}, {"UV_DIRENT_DIR", int(EntryDir)},
	{"UV_DIRENT_LINK", int(EntryLink)}, {"UV_DIRENT_FIFO", int(EntryFIFO)}, {"UV_DIRENT_SOCKET", int(EntrySocket)},
	{"UV_DIRENT_CHAR", int(EntryChar)}, {"UV_DIRENT_BLOCK", int(EntryBlock)},
	{"S_IFMT", modeType}, {"S_IFREG", modeFile}, {"S_IFDIR", modeDir}, {"S_IFCHR", modeChar},
}

// trailingConstants come after them.
var trailingConstants = [...]constant{
	{"F_OK", 0}, {"R_OK", accessRead}, {"W_OK", accessWrite}, {"X_OK", accessExecute},
	{"UV_FS_COPYFILE_EXCL", copyExclusive}, {"COPYFILE_EXCL", copyExclusive},
	{"UV_FS_COPYFILE_FICLONE", copyClone}, {"COPYFILE_FICLONE", copyClone},
	{"UV_FS_COPYFILE_FICLONE_FORCE", copyCloneForce}, {"COPYFILE_FICLONE_FORCE", copyCloneForce},
}

// constants is fs.constants.
func (m *Module) constants() *goja.Object {
	if m.constantsObject != nil {
		return m.constantsObject
	}
	obj := m.vm.CreateObject(nil)
	for _, list := range [][]constant{leadingConstants[:], platformConstants[:], trailingConstants[:]} {
		for _, c := range list {
			must(obj.DefineDataProperty(c.name, m.vm.ToValue(c.value), goja.FLAG_FALSE, goja.FLAG_FALSE, goja.FLAG_TRUE))
		}
	}
	m.constantsObject = obj
	return obj
}

// accessConstants are the exports F_OK and its like.
func (m *Module) accessConstants(exports *goja.Object) {
	for _, c := range trailingConstants[:4] {
		binding.FixedAccessors(m.vm, exports, false, binding.Accessor{
			Name: c.name, Get: func(goja.Value) goja.Value {
				m.warnOnce("fs."+c.name+" is deprecated, use fs.constants."+c.name+" instead", "DEP0176")
				return m.vm.ToValue(c.value)
			},
		})
	}
}
