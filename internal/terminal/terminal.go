// Package terminal asks and sets what terminals offer: whether a descriptor is
// one, its size, raw mode. stdio and tty use it. Its functions are safe for
// concurrent use; a Modes belongs to one runtime.
package terminal

import "errors"

// Device is an open descriptor. A syscall.RawConn is one.
type Device interface {
	// Control calls fn with the descriptor, which stays open meanwhile.
	Control(fn func(fd uintptr)) error
}

// FD is a Device of a descriptor that somebody else keeps open.
type FD int

// Control calls fn.
func (f FD) Control(fn func(fd uintptr)) error {
	fn(uintptr(f))
	return nil
}

// with runs an operation on a device's descriptor.
func with(d Device, op func(fd int) error) error {
	var err error
	return errors.Join(d.Control(func(fd uintptr) { err = op(int(fd)) }), err)
}

// Modes remembers how terminals were before they were put into raw mode.
type Modes struct {
	saved map[int]savedMode // by the number that scripts see
}

type savedMode struct {
	device Device
	state  state
}

// SetRaw puts a terminal into raw mode: input comes byte by byte and unseen,
// and no key makes a signal. Or it puts it back.
func (m *Modes) SetRaw(fd int, d Device, raw bool) error {
	old, changed := m.saved[fd]
	switch {
	case raw == changed:
		return nil
	case !raw:
		delete(m.saved, fd)
		return restore(d, old.state)
	}
	state, err := makeRaw(d)
	if err != nil {
		return err
	}
	if m.saved == nil {
		m.saved = map[int]savedMode{}
	}
	m.saved[fd] = savedMode{d, state}
	return nil
}

// Restore puts back every terminal that is still in raw mode. A terminal that
// has gone away needs nothing put back, so errors are of no interest.
func (m *Modes) Restore() {
	for fd, saved := range m.saved {
		delete(m.saved, fd)
		_ = restore(saved.device, saved.state)
	}
}
