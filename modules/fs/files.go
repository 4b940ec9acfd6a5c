package fs

import "sync"

// files holds the open files of a runtime by number.
type files struct {
	mu     sync.Mutex
	open   map[int]*openFile
	closed bool
}

// openFile is a file that the module has opened. dev and ino tell at the end
// whether its number still means the same file: others, such as a socket made
// from it, may have closed it meanwhile.
type openFile struct {
	File
	dev, ino uint64
	known    bool
}

// firstOwn is the first number for files that have none.
const firstOwn = 3

// add registers an open file and returns its number.
func (f *files) add(file File) int {
	o := &openFile{File: file}
	if info, err := file.Stat(); err == nil {
		o.dev, o.ino, o.known = info.Dev, info.Ino, true
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	fd := file.Fd()
	if fd < 0 {
		for fd = firstOwn; f.open[fd] != nil; fd++ {
		}
	}
	if f.closed {
		_ = file.Close() // opened while the runtime closed; nobody will use it
		return fd
	}
	if f.open == nil {
		f.open = map[int]*openFile{}
	}
	f.open[fd] = o
	return fd
}

// get is the file of a number, or nil for one that the module has not opened.
func (f *files) get(fd int) File {
	f.mu.Lock()
	defer f.mu.Unlock()
	if o := f.open[fd]; o != nil {
		return o.File
	}
	return nil
}

// remove forgets a file that is about to be closed.
func (f *files) remove(fd int) {
	f.mu.Lock()
	defer f.mu.Unlock()
	delete(f.open, fd)
}

// close closes what is left.
func (f *files) close() {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.closed = true
	for _, o := range f.open {
		if o.Fd() >= 0 && !o.unchanged() {
			continue
		}
		_ = o.Close() // nobody is left to hear of an error
	}
	f.open = nil
}

func (o *openFile) unchanged() bool {
	info, err := o.Stat()
	return err == nil && o.known && info.Dev == o.dev && info.Ino == o.ino
}

// file is the open file of a number.
func (m *Module) file(fd int) (File, error) {
	if f := m.files.get(fd); f != nil {
		return f, nil
	}
	if fd < firstOwn {
		if f := m.deps.Standard(fd); f != nil {
			return f, nil
		}
	}
	return m.sys.Descriptor(fd)
}
