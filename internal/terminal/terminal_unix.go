//go:build unix

package terminal

import "golang.org/x/sys/unix"

// state is a terminal's mode.
type state = *unix.Termios

// IsTerminal reports whether a device is a terminal.
func IsTerminal(d Device) bool {
	_, err := get(d)
	return err == nil
}

// Size is the number of columns and rows.
func Size(d Device) (columns, rows int, err error) {
	err = with(d, func(fd int) error {
		size, err := unix.IoctlGetWinsize(fd, unix.TIOCGWINSZ)
		if err == nil {
			columns, rows = int(size.Col), int(size.Row)
		}
		return err
	})
	return columns, rows, err
}

func get(d Device) (t *unix.Termios, err error) {
	err = with(d, func(fd int) error {
		t, err = unix.IoctlGetTermios(fd, getTermios)
		return err
	})
	return t, err
}

func makeRaw(d Device) (state, error) {
	old, err := get(d)
	if err != nil {
		return nil, err
	}
	t := *old
	t.Iflag &^= unix.BRKINT | unix.ICRNL | unix.INPCK | unix.ISTRIP | unix.IXON
	t.Oflag |= unix.ONLCR
	t.Cflag |= unix.CS8
	t.Lflag &^= unix.ECHO | unix.ICANON | unix.IEXTEN | unix.ISIG
	t.Cc[unix.VMIN], t.Cc[unix.VTIME] = 1, 0
	return old, restore(d, &t)
}

func restore(d Device, s state) error {
	return with(d, func(fd int) error { return unix.IoctlSetTermios(fd, setTermios, s) })
}
