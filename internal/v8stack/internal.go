package v8stack

import "github.com/dop251/goja"

// SetOrigin names the built-in function that made an error, such as
// "TCP.onStreamRead", and its module. It is the only frame in the stack of an
// error that is made while no JavaScript runs, as errors of I/O are; any other
// stack is left alone.
func SetOrigin(err *goja.Object, function, module string) {
	st := stateOf(err)
	if st == nil || st.object != err || st.limit == 0 || len(st.frames()) > 0 {
		return
	}
	st.parsed = []Frame{{Function: function, File: module, Bare: true}}
	st.value = nil
}

// SetInternal gives the text of a file of ours, whose functions stacks name
// then as they name those of scripts.
func (s *Stacks) SetInternal(file, text string) { s.internal[file] = text }
