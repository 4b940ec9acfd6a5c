package fs

import "syscall"

// Denied is a system without a single file: every operation fails with
// EACCES, and no number is an open file (EBADF).
func Denied() System { return denied{} }

type denied struct{}

var _ System = denied{}

func (denied) Open(string, int, uint32) (File, error)   { return nil, syscall.EACCES }
func (denied) Descriptor(int) (File, error)             { return nil, syscall.EBADF }
func (denied) OpenDir(string) (DirReader, error)        { return nil, syscall.EACCES }
func (denied) Access(string, int) error                 { return syscall.EACCES }
func (denied) Stat(string) (Info, error)                { return Info{}, syscall.EACCES }
func (denied) Lstat(string) (Info, error)               { return Info{}, syscall.EACCES }
func (denied) Statfs(string) (FSInfo, error)            { return FSInfo{}, syscall.EACCES }
func (denied) Readlink(string) (string, error)          { return "", syscall.EACCES }
func (denied) Realpath(string) (string, error)          { return "", syscall.EACCES }
func (denied) Mkdir(string, uint32) error               { return syscall.EACCES }
func (denied) Mkdtemp(string) (string, error)           { return "", syscall.EACCES }
func (denied) Rmdir(string) error                       { return syscall.EACCES }
func (denied) Unlink(string) error                      { return syscall.EACCES }
func (denied) Rename(string, string) error              { return syscall.EACCES }
func (denied) Link(string, string) error                { return syscall.EACCES }
func (denied) Symlink(string, string, int) error        { return syscall.EACCES }
func (denied) CopyFile(string, string, int) error       { return syscall.EACCES }
func (denied) Chmod(string, uint32) error               { return syscall.EACCES }
func (denied) Chown(string, int, int) error             { return syscall.EACCES }
func (denied) Lchown(string, int, int) error            { return syscall.EACCES }
func (denied) Utimes(string, Timespec, Timespec) error  { return syscall.EACCES }
func (denied) Lutimes(string, Timespec, Timespec) error { return syscall.EACCES }
