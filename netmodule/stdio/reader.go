package stdio

import (
	"io"
	"os"
	"sync"

	"github.com/gonode/gonode/eventloop"
)

// readSize is how much one read takes at most, as libuv's.
const readSize = 64 * 1024

// result is one piece of what was read: data, or the error that ended reading.
type result struct {
	data []byte
	err  error
}

// reader reads on a goroutine, once for each want.
type reader struct {
	loop    *eventloop.Loop
	src     source
	deliver func(result) bool

	// loop only
	pending []result // read, and not delivered yet
	asked   bool     // the goroutine is reading
	ended   bool

	start, end sync.Once
	credit     chan struct{}
	stopped    chan struct{}
}

// source is what a reader reads from.
type source interface {
	io.Reader
	// Interrupt makes a Read that waits return, if that is possible.
	Interrupt()
	// Release frees what the source holds, once nobody reads any more.
	Release()
}

// plainSource is a reader that cannot be interrupted.
type plainSource struct{ io.Reader }

func (plainSource) Interrupt() {}
func (plainSource) Release()   {}

func newReader(loop *eventloop.Loop, r io.Reader, deliver func(result) bool) *reader {
	rd := &reader{
		loop: loop, src: plainSource{r}, deliver: deliver,
		credit: make(chan struct{}, 1), stopped: make(chan struct{}),
	}
	if f, ok := r.(*os.File); ok {
		rd.src = fileSource(f)
	}
	return rd
}

// want asks for one result. It comes later, never inside want.
func (r *reader) want() {
	switch {
	case len(r.pending) > 0:
		r.loop.Post(r.hand)
	case !r.asked && !r.ended:
		r.asked = true
		r.start.Do(func() { go r.run() })
		r.credit <- struct{}{}
	}
}

// run is the goroutine.
func (r *reader) run() {
	defer r.src.Release()
	buf := make([]byte, readSize)
	for {
		select {
		case <-r.credit:
		case <-r.stopped:
			return
		}
		n, err := r.src.Read(buf)
		data := append([]byte(nil), buf[:n]...)
		if !r.loop.Post(func() { r.arrived(data, err) }) || err != nil {
			return
		}
	}
}

// arrived takes what was read on the loop.
func (r *reader) arrived(data []byte, err error) {
	r.asked = false
	if len(data) > 0 {
		r.pending = append(r.pending, result{data: data})
	}
	if err != nil {
		r.ended = true
		r.pending = append(r.pending, result{err: err})
	}
	if len(r.pending) == 0 {
		r.want() // an empty read is no end
		return
	}
	r.hand()
}

// hand delivers one result, unless reading is off; then it stays.
func (r *reader) hand() {
	if len(r.pending) == 0 {
		return
	}
	first := r.pending[0]
	r.pending = r.pending[1:]
	if !r.deliver(first) {
		r.pending = append([]result{first}, r.pending...)
	}
}

// stop ends the goroutine; a read that cannot be interrupted ends it when it
// returns.
func (r *reader) stop() {
	r.end.Do(func() {
		close(r.stopped)
		r.src.Interrupt()
		r.start.Do(r.src.Release) // it never ran
	})
}
