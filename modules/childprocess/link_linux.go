package childprocess

import (
	"errors"
	"os"

	"golang.org/x/sys/unix"

	"github.com/gonode/gonode/eventloop"
	"github.com/gonode/gonode/internal/nodeerr"
)

// rawLink is a UNIX socket on the loop's poller, read and written with the
// calls that pass descriptors.
type rawLink struct {
	loop     *eventloop.Loop
	poller   eventloop.Poller
	watcher  eventloop.Watcher
	handle   *eventloop.Handle // active while reading
	receiver receiver
	buffers  *linkBuffers

	socket  int
	reading bool
	closed  bool
	onClose func()

	queue []*linkWrite
	bytes int // in the queue
}

// linkBuffers are for reading, one pair for all links of a runtime.
type linkBuffers struct{ data, control []byte }

// take lends the buffers. A receiver that lets the loop run other callbacks
// before it returns makes others necessary.
func (b *linkBuffers) take() (data, control []byte) {
	data, control = b.data, b.control
	b.data, b.control = nil, nil
	if data == nil {
		data, control = make([]byte, linkBuffer), make([]byte, unix.CmsgSpace(linkFiles*4))
	}
	return data, control
}

func (b *linkBuffers) give(data, control []byte) { b.data, b.control = data, control }

// linkWrite is what the kernel has not taken yet.
type linkWrite struct {
	rest    []byte
	file    int // a duplicate to be sent along, or NoFile
	done    func(error)
	release func() // a write under way keeps the loop alive
}

var (
	_ link                   = (*rawLink)(nil)
	_ eventloop.ReadyHandler = (*rawLink)(nil)
)

// openRawLink takes over a socket.
func (m *Module) openRawLink(fd int, poller eventloop.Poller) (link, error) {
	if _, err := unix.GetsockoptInt(fd, unix.SOL_SOCKET, unix.SO_TYPE); err != nil {
		return nil, os.NewSyscallError("getsockopt", err)
	}
	l := &rawLink{loop: m.e.Loop, poller: poller, handle: m.e.Loop.NewHandle(), socket: fd, buffers: &m.linkBuffers}
	m.links[l] = struct{}{}
	l.onClose = func() { delete(m.links, l) }
	return l, nil
}

func (l *rawLink) start(r receiver)   { l.receiver = r }
func (l *rawLink) ref()               { l.handle.Ref() }
func (l *rawLink) unref()             { l.handle.Unref() }
func (l *rawLink) queued() int        { return l.bytes }
func (l *rawLink) carriesFiles() bool { return true }

func (l *rawLink) fd() int {
	if l.closed {
		return NoFile
	}
	return l.socket
}

func (l *rawLink) readStart() { l.setReading(true) }

func (l *rawLink) readStop() { l.setReading(false) }

func (l *rawLink) setReading(on bool) {
	if l.closed || l.reading == on {
		return
	}
	l.reading = on
	if on {
		l.handle.Activate()
	} else {
		l.handle.Deactivate()
	}
	l.watch()
}

// watch tells the poller what the state calls for.
func (l *rawLink) watch() {
	var interest eventloop.Events
	if l.reading {
		interest = eventloop.Readable
	}
	if len(l.queue) > 0 {
		interest |= eventloop.Writable
	}
	switch {
	case l.watcher.Active():
		l.poller.Modify(&l.watcher, interest)
	case interest != 0:
		if err := l.poller.Add(&l.watcher, l.socket, interest, l); err != nil {
			// Nothing will ever be heard of it.
			l.loop.QueuePending(l.end)
		}
	}
}

// OnReady is called by the poller.
func (l *rawLink) OnReady(ev eventloop.Events) {
	if ev&eventloop.Writable != 0 {
		l.flush()
	}
	if ev&eventloop.Readable != 0 {
		l.read()
	}
}

const (
	linkBuffer = 64 * 1024
	linkReads  = 32 // in one turn, as libuv bounds it
	linkFiles  = 64 // that one read can bring
)

func (l *rawLink) read() {
	buf, control := l.buffers.take()
	defer l.buffers.give(buf, control)
	for range linkReads {
		if !l.reading {
			return
		}
		n, controls, _, _, err := unix.Recvmsg(l.socket, buf, control, unix.MSG_DONTWAIT|unix.MSG_CMSG_CLOEXEC)
		switch {
		case errors.Is(err, unix.EINTR):
			continue
		case errors.Is(err, unix.EAGAIN):
			return
		case err != nil || n == 0:
			l.end()
			return
		}
		l.receiver.received(buf[:n], filesIn(control[:controls]))
		if n < len(buf) {
			return
		}
	}
}

// end stops reading; a parent or child that was killed resets the socket,
// which is an end as well.
func (l *rawLink) end() {
	if l.reading {
		l.readStop()
		l.receiver.over()
	}
}

// filesIn are the descriptors that came with a message.
func filesIn(control []byte) []int {
	if len(control) == 0 {
		return nil
	}
	messages, err := unix.ParseSocketControlMessage(control)
	if err != nil {
		return nil // the kernel writes none that cannot be read
	}
	var files []int
	for i := range messages {
		if some, err := unix.ParseUnixRights(&messages[i]); err == nil {
			files = append(files, some...)
		}
	}
	return files
}

func (l *rawLink) send(b []byte, file int) (int, error) {
	var control []byte
	if file != NoFile {
		control = unix.UnixRights(file)
	}
	for {
		n, err := unix.SendmsgN(l.socket, b, control, nil, unix.MSG_DONTWAIT|unix.MSG_NOSIGNAL)
		if !errors.Is(err, unix.EINTR) {
			return max(n, 0), err
		}
	}
}

func (l *rawLink) write(b []byte, file int, done func(error)) (bool, error) {
	if l.closed {
		return false, unix.EBADF
	}
	n := 0
	if len(l.queue) == 0 {
		var err error
		n, err = l.send(b, file)
		if err != nil && !errors.Is(err, unix.EAGAIN) {
			return false, os.NewSyscallError("sendmsg", err)
		}
		if n == len(b) {
			return true, nil
		}
	}
	w := &linkWrite{rest: b[n:], file: NoFile, done: done}
	if n == 0 && file != NoFile {
		own, err := unix.FcntlInt(uintptr(file), unix.F_DUPFD_CLOEXEC, 0)
		if err != nil {
			return false, os.NewSyscallError("fcntl", err)
		}
		w.file = own
	}
	w.release = l.loop.Hold()
	l.queue = append(l.queue, w)
	l.bytes += len(w.rest)
	l.watch()
	return false, nil
}

// flush writes as much of the queue as the kernel takes.
func (l *rawLink) flush() {
	for len(l.queue) > 0 {
		w := l.queue[0]
		n, err := l.send(w.rest, w.file)
		if errors.Is(err, unix.EAGAIN) {
			break
		}
		l.bytes -= n
		w.rest = w.rest[n:]
		w.closeFile()
		if err == nil && len(w.rest) > 0 {
			continue
		}
		l.queue = l.queue[1:]
		l.bytes -= len(w.rest)
		w.finish(err)
		if l.closed {
			return
		}
	}
	l.watch()
}

func (w *linkWrite) closeFile() {
	if w.file != NoFile {
		host{}.Close(w.file)
		w.file = NoFile
	}
}

func (w *linkWrite) finish(err error) {
	w.release()
	w.closeFile()
	w.done(err)
}

func (l *rawLink) close() {
	if l.closed {
		return
	}
	l.closed, l.reading = true, false
	l.onClose()
	l.handle.Close()
	if l.watcher.Active() {
		// Closing the descriptor is next, which ends its watch in any case.
		_ = l.poller.Remove(&l.watcher)
	}
	host{}.Close(l.socket)
	waiting := l.queue
	l.queue, l.bytes = nil, 0
	for _, w := range waiting {
		w.closeFile()
		l.loop.QueueClose(func() { w.finish(nodeerr.FromCode("ECANCELED", "write", nil)) })
	}
}
