// Package stdio moves bytes between a runtime and its standard streams. The
// runtime makes process.stdin, stdout and stderr from it.
//
// Writing is synchronous: what a script has written is out when the call
// returns, so nothing is lost at its exit, as on Node for files, terminals and
// POSIX pipes. Reading happens on a goroutine of its own, one chunk ahead at
// most, while somebody wants data.
//
// A descriptor that the program inherited keeps its flags: it is never made
// non-blocking, because others share it. A write that the kernel does not take
// at once waits.
//
// An Output belongs to the loop goroutine. Conn is a transport.Conn and keeps
// that package's rules.
package stdio

import (
	"io"
	"os"
)

// Kind is the nature of a standard stream, by which Node chooses the class of
// its stream object.
type Kind int

// The kinds. Other is a reader or writer of the embedder that is no file.
const (
	File Kind = iota
	Pipe
	TTY
	Other
)

// KindOf finds the nature of a stream. What cannot be examined counts as a
// file.
func KindOf(stream any) Kind {
	f, ok := stream.(*os.File)
	if !ok {
		return Other
	}
	if IsTerminal(f) {
		return TTY
	}
	info, err := f.Stat()
	if err == nil && info.Mode()&(os.ModeNamedPipe|os.ModeSocket) != 0 {
		return Pipe
	}
	return File
}

// Output writes to a standard stream at once and in full.
type Output struct {
	w     io.Writer
	write func([]byte) (int, error)
}

// NewOutput makes the output for a writer.
func NewOutput(w io.Writer) *Output {
	o := &Output{w: w, write: w.Write}
	if f, ok := w.(*os.File); ok {
		o.write = fileWriter(f)
	}
	return o
}

// Writer is what the output was made from.
func (o *Output) Writer() io.Writer { return o.w }

// Write writes all of b and returns how much was written before an error.
func (o *Output) Write(b []byte) (int, error) {
	done := 0
	for done < len(b) {
		n, err := o.write(b[done:])
		done += n
		if err != nil {
			return done, err
		}
		if n == 0 {
			return done, io.ErrShortWrite
		}
	}
	return done, nil
}
