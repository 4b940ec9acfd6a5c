//go:build linux || darwin || freebsd

package fs

import (
	"slices"
	"syscall"
)

// separators end a name in a path.
const separators = "/"

// What all UNIX systems have, before and after their own.
var (
	typeConstants = []constant{
		{"S_IFBLK", modeBlock}, {"S_IFIFO", modeFIFO}, {"S_IFLNK", modeSymlink}, {"S_IFSOCK", modeSocket},
		{"O_CREAT", openCreate}, {"O_EXCL", openExclusive},
		{"UV_FS_O_FILEMAP", 0}, {"UV_FS_O_TEMPORARY", 0}, {"UV_FS_O_SHORT_LIVED", 0},
		{"UV_FS_O_SEQUENTIAL", 0}, {"UV_FS_O_RANDOM", 0},
		{"O_NOCTTY", syscall.O_NOCTTY}, {"O_TRUNC", openTruncate}, {"O_APPEND", openAppend},
		{"O_DIRECTORY", openDirectory},
	}
	modeConstants = []constant{
		{"S_IRWXU", 0o700}, {"S_IRUSR", 0o400}, {"S_IWUSR", 0o200}, {"S_IXUSR", 0o100},
		{"S_IRWXG", 0o070}, {"S_IRGRP", 0o040}, {"S_IWGRP", 0o020}, {"S_IXGRP", 0o010},
		{"S_IRWXO", 0o007}, {"S_IROTH", 0o004}, {"S_IWOTH", 0o002}, {"S_IXOTH", 0o001},
	}
	platformConstants = slices.Concat(typeConstants, ownConstants, modeConstants)
)
