package fs

// System is a file system. Everything that a script does with files comes
// down to its operations; the module itself touches no file.
//
// Its methods run on worker goroutines, several at a time, and on the loop
// goroutine for the synchronous functions. Paths are absolute, in the form of
// the host, and may hold any bytes but zero. Errors are Go's: a syscall.Errno,
// or anything that wraps one or an error of package io/fs.
//
// An implementation that supports little embeds Denied().
type System interface {
	// Open opens a file with the flags of fs.constants (O_RDONLY, ...) and
	// creates it, if asked to, with the mode less the process's mask.
	Open(path string, flags int, mode uint32) (File, error)
	// Descriptor is the file behind a number that Open has not given, such as
	// that of a socket; without one the error is EBADF.
	Descriptor(fd int) (File, error)
	// OpenDir reads a directory piece by piece.
	OpenDir(path string) (DirReader, error)

	Access(path string, mode int) error
	Stat(path string) (Info, error)
	Lstat(path string) (Info, error)
	Statfs(path string) (FSInfo, error)
	Readlink(path string) (string, error)
	Realpath(path string) (string, error)

	Mkdir(path string, mode uint32) error
	// Mkdtemp makes a folder whose name is the prefix and six characters more.
	// With an error it may return the name that it tried.
	Mkdtemp(prefix string) (string, error)
	Rmdir(path string) error
	Unlink(path string) error
	Rename(from, to string) error
	Link(existing, path string) error
	// Symlink makes path point to target. kind is one of the SymlinkXxx.
	Symlink(target, path string, kind int) error
	// CopyFile takes the flags of fs.constants (COPYFILE_EXCL, ...).
	CopyFile(from, to string, flags int) error

	Chmod(path string, mode uint32) error
	Chown(path string, uid, gid int) error
	Lchown(path string, uid, gid int) error
	Utimes(path string, atime, mtime Timespec) error
	Lutimes(path string, atime, mtime Timespec) error
}

// File is an open file of a System. Its methods may run at the same time.
type File interface {
	// Fd is the number of the file in the operating system, or -1 for a file
	// that has none; the module then gives it one.
	Fd() int
	// Read fills the buffers from position pos, or from the file's own
	// position when pos is -1. At the end of the file it returns 0 and nil.
	Read(bufs [][]byte, pos int64) (int, error)
	// Write writes the buffers in the same way; it may write less than all.
	Write(bufs [][]byte, pos int64) (int, error)
	Stat() (Info, error)
	Truncate(size int64) error
	Sync() error
	Datasync() error
	Chmod(mode uint32) error
	Chown(uid, gid int) error
	Utimes(atime, mtime Timespec) error
	Close() error
	// MayBlock reports whether Read and Write at the file's own position can
	// take for ever, as on a pipe.
	MayBlock() bool
}

// DirReader hands out the entries of a directory, without "." and "..".
type DirReader interface {
	// Next returns at most n entries, and none at the end.
	Next(n int) ([]Entry, error)
	Close() error
}

// hostPaths is implemented by systems that share the working directory of the
// process: they get paths as the script wrote them.
type hostPaths interface{ hostPaths() }

// Timespec is a moment: seconds and nanoseconds since 1970.
type Timespec struct {
	Sec, Nsec int64
}

// Info is what stat(2) tells about a file.
type Info struct {
	Dev, Ino, Nlink, Rdev          uint64
	Mode, UID, GID                 uint32 // Mode with the S_IFxxx bits
	Blksize, Size, Blocks          int64
	Atime, Mtime, Ctime, Birthtime Timespec
}

// Type is the S_IFxxx part of the mode.
func (i *Info) Type() uint32 { return i.Mode & modeType }

// FSInfo is what statfs(2) tells about a mounted file system.
type FSInfo struct {
	Type, Bsize, Frsize, Blocks, Bfree, Bavail, Files, Ffree uint64
}

// Entry is one entry of a directory.
type Entry struct {
	Name string
	Type EntryType
}

// EntryType is the type of a directory entry, one of the UV_DIRENT_xxx.
type EntryType uint8

// The types of directory entries.
const (
	EntryUnknown EntryType = iota
	EntryFile
	EntryDir
	EntryLink
	EntryFIFO
	EntrySocket
	EntryChar
	EntryBlock
)

// The kinds of symbolic links that Windows tells apart.
const (
	SymlinkFile     = 0
	SymlinkDir      = 1
	SymlinkJunction = 2
)

// The S_IFxxx values of the mode.
const (
	modeType    = 0o170000
	modeFile    = 0o100000
	modeDir     = 0o040000
	modeChar    = 0o020000
	modeBlock   = 0o060000
	modeFIFO    = 0o010000
	modeSymlink = 0o120000
	modeSocket  = 0o140000
)

// entryTypeOf is the type of a directory entry with this mode.
func entryTypeOf(mode uint32) EntryType {
	switch mode & modeType {
	case modeFile:
		return EntryFile
	case modeDir:
		return EntryDir
	case modeSymlink:
		return EntryLink
	case modeFIFO:
		return EntryFIFO
	case modeSocket:
		return EntrySocket
	case modeChar:
		return EntryChar
	case modeBlock:
		return EntryBlock
	}
	return EntryUnknown
}

// readDir reads a whole directory.
func readDir(sys System, path string) ([]Entry, error) {
	dir, err := sys.OpenDir(path)
	if err != nil {
		return nil, err
	}
	const step = 256
	var all []Entry
	for {
		some, err := dir.Next(step)
		if err != nil || len(some) == 0 {
			if closeErr := dir.Close(); err == nil {
				err = closeErr
			}
			return all, err
		}
		all = append(all, some...)
	}
}
