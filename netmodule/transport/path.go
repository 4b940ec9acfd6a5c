package transport

import (
	"io/fs"
	"os"
	"strings"
	"syscall"
)

// isAbstract: the name of a UNIX socket that is not in the file system.
func isAbstract(path string) bool { return strings.HasPrefix(path, "\x00") }

// checkPath refuses what libuv refuses before it asks the system. A name in
// the file system has no zero bytes.
func checkPath(path string) error {
	if len(path) > maxPath || !isAbstract(path) && strings.Contains(path, "\x00") {
		return syscall.EINVAL
	}
	return nil
}

// chmodSocket opens a socket file to all users, as uv_pipe_chmod does: the
// mode is what was asked for and nothing else.
func chmodSocket(o ListenOptions) error {
	var mode fs.FileMode
	if o.ReadableAll {
		mode |= 0o444
	}
	if o.WritableAll {
		mode |= 0o222
	}
	if mode == 0 || isAbstract(o.Path) {
		return nil
	}
	return os.Chmod(o.Path, mode)
}

// unixPath undoes Go's spelling of abstract names.
func unixPath(name string) string {
	if rest, ok := strings.CutPrefix(name, "@"); ok {
		return "\x00" + rest
	}
	return name
}

// goPath is a path in Go's spelling, in which "@" begins an abstract name.
func goPath(path string) string {
	if strings.HasPrefix(path, "@") {
		return "./" + path
	}
	return path
}

// maxPath is the room for a name in a socket address.
const maxPath = len(syscall.RawSockaddrUnix{}.Path)
