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
)

// channel is one end of an IPC channel: lines of text on a UNIX socket, and
// descriptors that travel with them. What the lines say is the business of
// channel.js.
type channel struct {
	m      *Module
	obj    *goja.Object
	link   link
	lines  splitter
	files  []int // received, and not asked for yet
	onread engine.Func
	closed bool
	ctx    engine.Context // that the channel was made in
}

var _ receiver = (*channel)(nil)

// newChannel makes the object behind a channel. Its onread gets an array of
// lines, or null at the end.
func (m *Module) newChannel(l link) goja.Value {
	ch := &channel{m: m, link: l, obj: m.vm.NewObject(), ctx: m.e.Capture("PIPEWRAP", nil)}
	l.start(ch)
	vm := m.vm
	do := func(name string, fn func()) binding.Method {
		return binding.Method{Name: name, Fn: func(goja.FunctionCall) goja.Value { fn(); return nil }}
	}
	binding.HiddenMethods(vm, ch.obj,
		binding.Method{Name: "readStart", Length: 1, Fn: func(c goja.FunctionCall) goja.Value {
			ch.onread, _ = engine.Callable(c.Argument(0))
			l.readStart()
			return nil
		}},
		do("readStop", l.readStop),
		do("ref", l.ref),
		do("unref", l.unref),
		do("close", ch.close),
		binding.Method{Name: "write", Length: 3, Fn: ch.write},
		binding.Method{Name: "takeFile", Fn: func(goja.FunctionCall) goja.Value { return vm.ToValue(ch.takeFile()) }},
	)
	get := func(name string, value func() any) binding.Accessor {
		return binding.Accessor{Name: name, Get: func(goja.Value) goja.Value { return vm.ToValue(value()) }}
	}
	binding.Accessors(vm, ch.obj, false,
		get("fd", func() any { return l.fd() }),
		get("queued", func() any { return l.queued() }),
		get("buffering", func() any { return len(ch.lines.rest) > 0 }),
		get("carriesFiles", func() any { return l.carriesFiles() }),
	)
	return ch.obj
}

func (ch *channel) close() {
	if ch.closed {
		return
	}
	ch.closed = true
	ch.link.close()
	for _, fd := range ch.files {
		ch.m.deps.System.Close(fd)
	}
	ch.files = nil
}

// takeFile hands out the oldest descriptor that has arrived, or NoFile.
func (ch *channel) takeFile() int {
	if len(ch.files) == 0 {
		return NoFile
	}
	fd := ch.files[0]
	ch.files = ch.files[1:]
	return fd
}

// write sends a line: write(text, fd, done). It returns 0 when the kernel took
// all of it, 1 when done will be called, or a negative errno.
func (ch *channel) write(c goja.FunctionCall) goja.Value {
	line := append([]byte(wtf8.Of(c.Argument(0))), '\n')
	file := int(c.Argument(1).ToInteger())
	done, _ := engine.Callable(c.Argument(2))
	ctx := ch.m.e.CurrentContext()
	finished, err := ch.link.write(line, file, func(err error) {
		status := 0
		if err != nil {
			status = errnoOf(err, "write")
		}
		ch.m.e.RunCallbackIn(ctx, func() { ch.m.e.Call(done, goja.Undefined(), ch.m.vm.ToValue(status)) })
	})
	switch {
	case err != nil:
		return ch.m.vm.ToValue(errnoOf(err, "write"))
	case finished:
		return ch.m.vm.ToValue(0)
	}
	return ch.m.vm.ToValue(1)
}

// received cuts what has arrived into lines.
func (ch *channel) received(b []byte, files []int) {
	ch.files = append(ch.files, files...)
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

// over reports the end.
func (ch *channel) over() {
	ch.lines.rest = nil
	ch.deliver(goja.Null())
}

func (ch *channel) deliver(v goja.Value) {
	if ch.onread == nil || ch.closed {
		return
	}
	ch.m.e.RunCallbackIn(ch.ctx, func() { ch.m.e.Call(ch.onread, goja.Undefined(), v) })
}

// Channel is what a parent tells its child about the channel between them.
type Channel struct {
	FD   string // the value of NODE_CHANNEL_FD
	Mode string // the value of NODE_CHANNEL_SERIALIZATION_MODE
	// Worker is the value of NODE_UNIQUE_ID: the number of a worker of a
	// cluster, empty in any other child.
	Worker string
}

// ChannelOf takes the announcement of a channel out of an environment, so that
// neither the script nor its children see it. Without one it is nil.
func ChannelOf(lookup func(name string) (string, bool), unset func(name string)) *Channel {
	const (
		descriptor    = "NODE_CHANNEL_FD"
		serialization = "NODE_CHANNEL_SERIALIZATION_MODE"
		number        = "NODE_UNIQUE_ID"
	)
	fd, ok := lookup(descriptor)
	if !ok {
		return nil
	}
	mode, _ := lookup(serialization)
	worker, _ := lookup(number)
	for _, name := range []string{descriptor, serialization, number} {
		unset(name)
	}
	return &Channel{FD: fd, Mode: mode, Worker: worker}
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
	l, err := m.openLink(fd)
	if err != nil {
		return nil, fmt.Errorf("childprocess: channel on descriptor %d: %w", fd, err)
	}
	protect(fd)
	return m.newChannel(l), nil
}
