package childprocess

import (
	"bytes"
	"fmt"
	"strconv"
	"unicode/utf8"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/binding"
	"github.com/gonode/gonode/internal/engine"
	"github.com/gonode/gonode/internal/nodeerr"
	"github.com/gonode/gonode/internal/wtf8"
	"github.com/gonode/gonode/netmodule/transport"
)

// channel is one end of an IPC channel: lines of text on a UNIX socket. What
// the lines say is the business of channel.js.
type channel struct {
	m      *Module
	obj    *goja.Object
	conn   transport.Conn
	lines  splitter
	onread engine.Func
	closed bool
}

var _ transport.Handler = (*channel)(nil)

// newChannel makes the object behind a channel. Its onread gets an array of
// lines, or null at the end.
func (m *Module) newChannel(conn transport.Conn) goja.Value {
	ch := &channel{m: m, conn: conn, obj: m.vm.NewObject()}
	conn.Start(ch)
	vm := m.vm
	do := func(name string, fn func()) binding.Method {
		return binding.Method{Name: name, Fn: func(goja.FunctionCall) goja.Value { fn(); return nil }}
	}
	binding.HiddenMethods(vm, ch.obj,
		binding.Method{Name: "readStart", Length: 1, Fn: func(c goja.FunctionCall) goja.Value {
			ch.onread, _ = engine.Callable(c.Argument(0))
			conn.ReadStart()
			return nil
		}},
		do("readStop", conn.ReadStop),
		do("ref", conn.Ref),
		do("unref", conn.Unref),
		do("close", ch.close),
		binding.Method{Name: "write", Length: 2, Fn: ch.write},
	)
	binding.Accessors(vm, ch.obj, false,
		binding.Accessor{Name: "fd", Get: func(goja.Value) goja.Value { return vm.ToValue(conn.FD()) }},
		binding.Accessor{Name: "queued", Get: func(goja.Value) goja.Value { return vm.ToValue(conn.QueuedBytes()) }},
		binding.Accessor{Name: "buffering", Get: func(goja.Value) goja.Value { return vm.ToValue(len(ch.lines.rest) > 0) }},
	)
	return ch.obj
}

func (ch *channel) close() {
	if !ch.closed {
		ch.closed = true
		ch.conn.Close(nil)
	}
}

// write sends a line: write(text, done). It returns 0 when the kernel took all
// of it, 1 when done will be called, or a negative errno.
func (ch *channel) write(c goja.FunctionCall) goja.Value {
	done, _ := engine.Callable(c.Argument(1))
	line := append([]byte(wtf8.Of(c.Argument(0))), '\n')
	finished, err := ch.conn.Write([][]byte{line}, func(err error) {
		status := 0
		if err != nil {
			status = errnoOf(err, "write")
		}
		ch.m.e.RunCallback(func() { ch.m.e.Call(done, goja.Undefined(), ch.m.vm.ToValue(status)) })
	})
	switch {
	case err != nil:
		return ch.m.vm.ToValue(errnoOf(err, "write"))
	case finished:
		return ch.m.vm.ToValue(0)
	}
	return ch.m.vm.ToValue(1)
}

// OnRead cuts what has arrived into lines.
func (ch *channel) OnRead(b []byte) {
	whole := ch.lines.push(b)
	if len(whole) == 0 {
		return
	}
	list := make([]any, len(whole))
	for i, line := range whole {
		list[i] = ch.m.decode(line)
	}
	ch.deliver(ch.m.vm.NewArray(list...))
}

// splitter cuts a stream of bytes into lines.
type splitter struct {
	rest []byte // the beginning of a line
}

// push takes some bytes and returns the lines that are whole now. They do not
// share memory with b.
func (s *splitter) push(b []byte) [][]byte {
	end := bytes.LastIndexByte(b, '\n')
	if end < 0 {
		s.rest = append(s.rest, b...)
		return nil
	}
	text := append(s.rest, b[:end]...)
	s.rest = append([]byte(nil), b[end+1:]...)
	return bytes.Split(text, []byte{'\n'})
}

// decode is a line as text; what is no UTF-8 becomes U+FFFD.
func (m *Module) decode(line []byte) goja.Value {
	if utf8.Valid(line) {
		return m.vm.ToValue(string(line))
	}
	return m.vm.ToValue(string([]rune(string(line))))
}

// OnReadError is an end: a parent or child that was killed resets the channel.
func (ch *channel) OnReadError(error) { ch.OnEOF() }

// OnEOF reports the end.
func (ch *channel) OnEOF() {
	ch.lines.rest = nil
	ch.deliver(goja.Null())
}

func (ch *channel) deliver(v goja.Value) {
	if ch.onread == nil || ch.closed {
		return
	}
	ch.m.e.RunCallback(func() { ch.m.e.Call(ch.onread, goja.Undefined(), v) })
}

// Channel is what a parent tells its child about the channel between them.
type Channel struct {
	FD   string // the value of NODE_CHANNEL_FD
	Mode string // the value of NODE_CHANNEL_SERIALIZATION_MODE
}

// ChannelOf takes the announcement of a channel out of an environment, so that
// neither the script nor its children see it. Without one it is nil.
func ChannelOf(lookup func(name string) (string, bool), unset func(name string)) *Channel {
	const descriptor, serialization = "NODE_CHANNEL_FD", "NODE_CHANNEL_SERIALIZATION_MODE"
	fd, ok := lookup(descriptor)
	if !ok {
		return nil
	}
	mode, _ := lookup(serialization)
	unset(descriptor)
	unset(serialization)
	return &Channel{FD: fd, Mode: mode}
}

// Connect opens the channel to the parent and gives the process object its
// side of it: send, disconnect, connected and channel. It runs in a turn; what
// is wrong with the channel is a JavaScript exception.
func (m *Module) Connect(c Channel) {
	fd, err := strconv.Atoi(c.FD)
	if err != nil {
		panic(nodeerr.ArgValue(m.vm, "NODE_CHANNEL_FD", strconv.Quote(c.FD), "must be a descriptor"))
	}
	ch, err := m.openChannel(fd)
	if err != nil {
		panic(nodeerr.FromGo(err, "open").Object(m.vm))
	}
	m.e.CallMethod(m.channels(), "connectProcess", ch, m.vm.ToValue(c.Mode))
}

// openChannel opens a descriptor that was inherited, and keeps it from the
// children.
func (m *Module) openChannel(fd int) (goja.Value, error) {
	conn, err := m.deps.Pipes().OpenFD(fd)
	if err != nil {
		return nil, fmt.Errorf("childprocess: channel on descriptor %d: %w", fd, err)
	}
	protect(fd)
	return m.newChannel(conn), nil
}
