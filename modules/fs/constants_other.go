//go:build !linux && !darwin && !freebsd

package fs

// separators end a name in a path.
const separators = `/\`

// platformConstants are libuv's for Windows.
var platformConstants = []constant{
	{"S_IFIFO", modeFIFO}, {"S_IFLNK", modeSymlink},
	{"O_CREAT", openCreate}, {"O_EXCL", openExclusive},
	{"UV_FS_O_FILEMAP", 0x20000000},
	{"O_TRUNC", openTruncate}, {"O_APPEND", openAppend},
	{"S_IRUSR", 0o400}, {"S_IWUSR", 0o200},
}
