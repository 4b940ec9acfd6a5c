package terminal

import "golang.org/x/sys/windows"

// state is a console's mode.
type state = uint32

// IsTerminal reports whether a device is a console.
func IsTerminal(d Device) bool {
	_, err := get(d)
	return err == nil
}

// Size is the number of columns and rows of the console's window.
func Size(d Device) (columns, rows int, err error) {
	err = with(d, func(fd int) error {
		var info windows.ConsoleScreenBufferInfo
		err := windows.GetConsoleScreenBufferInfo(windows.Handle(fd), &info)
		if err == nil {
			columns, rows = int(info.Window.Right-info.Window.Left)+1, int(info.Window.Bottom-info.Window.Top)+1
		}
		return err
	})
	return columns, rows, err
}

func get(d Device) (mode state, err error) {
	err = with(d, func(fd int) error { return windows.GetConsoleMode(windows.Handle(fd), &mode) })
	return mode, err
}

func makeRaw(d Device) (state, error) {
	old, err := get(d)
	if err != nil {
		return 0, err
	}
	const cooked = windows.ENABLE_ECHO_INPUT | windows.ENABLE_LINE_INPUT | windows.ENABLE_PROCESSED_INPUT
	return old, restore(d, old&^cooked|windows.ENABLE_VIRTUAL_TERMINAL_INPUT)
}

func restore(d Device, s state) error {
	return with(d, func(fd int) error { return windows.SetConsoleMode(windows.Handle(fd), s) })
}
