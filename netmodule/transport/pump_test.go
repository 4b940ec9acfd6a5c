package transport

import (
	"bytes"
	"context"
	"errors"
	"io"
	"net"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"testing/iotest"
)

// scriptedConn is a net.Conn whose reads a test decides.
type scriptedConn struct {
	net.Conn // answers nothing
	reader   io.Reader
	reads    atomic.Int32
	closed   chan struct{}
	written  chan []byte // nil: writes wait for Close
}

func newScriptedConn(reader io.Reader) *scriptedConn {
	return &scriptedConn{reader: reader, closed: make(chan struct{})}
}

func (c *scriptedConn) Read(b []byte) (int, error) {
	c.reads.Add(1)
	return c.reader.Read(b)
}

func (c *scriptedConn) Write(b []byte) (int, error) {
	if c.written == nil {
		<-c.closed
		return 0, net.ErrClosed
	}
	c.written <- bytes.Clone(b)
	return len(b), nil
}

func (c *scriptedConn) Close() error {
	close(c.closed)
	return nil
}

// untilClosed is a reader that has nothing until its connection is closed.
type untilClosed struct{ c *scriptedConn }

func (r untilClosed) Read([]byte) (int, error) {
	<-r.c.closed
	return 0, net.ErrClosed
}

// dialed is a rig with one connection over conn.
func dialed(t *testing.T, conn net.Conn, use func(r *rig, c Conn)) {
	t.Helper()
	r := newRig(t, Custom(CustomOptions{Dial: func(context.Context, string, string) (net.Conn, error) {
		return conn, nil
	}}))
	var c Conn
	c = r.connect(loopbackPort(1), func(err error) {
		if err != nil {
			t.Errorf("connect: %v", err)
		}
		use(r, c)
	})
	r.run()
	r.close()
}

// Data that a read returns together with its end or error comes first.
func TestDataWithError(t *testing.T) {
	cause := errors.New("cut off")
	for _, tt := range []struct {
		name   string
		reader io.Reader
		code   string // "": an end
	}{
		{"end", iotest.DataErrReader(strings.NewReader("data")), ""},
		{"error", &dataAndError{"data", cause}, "UNKNOWN"},
		{"closed by the embedder", &dataAndError{"data", net.ErrClosed}, "ECONNABORTED"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			var events []string
			conn := newScriptedConn(tt.reader)
			dialed(t, conn, func(r *rig, c Conn) {
				h := &recorder{}
				h.onData = func(b []byte) {
					events = append(events, "data "+string(b))
					// The end is held back while reading is off.
					c.ReadStop()
					r.turns(3, func() {
						events = append(events, "resumed")
						c.ReadStart()
					})
				}
				h.onEnd = func() { events = append(events, ""); closeAll(c) }
				h.onErr = func(err error) {
					events = append(events, tt.code)
					wantCode(t, err, "read", tt.code)
					closeAll(c)
				}
				read(c, h)
			})
			if want := []string{"data data", "resumed", tt.code}; !slices.Equal(events, want) {
				t.Errorf("got %q, want %q", events, want)
			}
			if n := conn.reads.Load(); n != 1 {
				t.Errorf("%d reads", n)
			}
		})
	}
}

// dataAndError returns both by one read.
type dataAndError struct {
	data string
	err  error
}

func (r *dataAndError) Read(b []byte) (int, error) { return copy(b, r.data), r.err }

// endlessReader always has more.
type endlessReader struct{}

func (endlessReader) Read(b []byte) (int, error) { return len(b), nil }

// However much there is to read, a paused connection holds one chunk.
func TestOneReadCredit(t *testing.T) {
	conn := newScriptedConn(endlessReader{})
	dialed(t, conn, func(r *rig, c Conn) {
		h := &recorder{}
		h.onData = func([]byte) {
			if len(h.data) > 1<<20 {
				c.ReadStop()
				h.onData = nil
				before := conn.reads.Load()
				r.turns(100, func() {
					if n := conn.reads.Load() - before; n > 0 {
						t.Errorf("%d reads while reading is off", n)
					}
					closeAll(c)
				})
			}
		}
		read(c, h)
	})
}

// Buffers follow the size of what is read.
func TestPumpBuffer(t *testing.T) {
	big := bytes.Repeat([]byte("x"), 1<<20)
	r := &pumpReader{conn: newScriptedConn(io.MultiReader(bytes.NewReader(big), iotest.OneByteReader(bytes.NewReader(big))))}
	r.read()
	if len(r.buf) != minPumpBuffer {
		t.Errorf("begins with %d bytes", len(r.buf))
	}
	for range 5 {
		r.read()
	}
	if len(r.buf) != ReadBufferSize {
		t.Errorf("grows to %d bytes", len(r.buf))
	}
	for range 100 {
		r.read()
	}
	if len(r.buf) != minPumpBuffer {
		t.Errorf("shrinks to %d bytes", len(r.buf))
	}
}

// A script may change its buffer while the goroutine writes.
func TestPumpWriteCopies(t *testing.T) {
	conn := newScriptedConn(nil)
	conn.reader = untilClosed{conn}
	conn.written = make(chan []byte)
	got := make(chan string, 1)
	go func() { got <- string(<-conn.written) }()
	dialed(t, conn, func(r *rig, c Conn) {
		b := []byte("before")
		finished, err := c.Write([][]byte{b}, func(err error) {
			if err != nil {
				t.Errorf("write: %v", err)
			}
			closeAll(c)
		})
		if finished || err != nil {
			t.Errorf("Write = %v, %v", finished, err)
		}
		copy(b, "after!")
	})
	if s := <-got; s != "before" {
		t.Errorf("wrote %q", s)
	}
}

// A connection that cannot be half closed still answers Shutdown, after the
// queue.
func TestShutdownWithoutCloseWrite(t *testing.T) {
	ours, theirs := net.Pipe()
	peer := make(chan string, 1)
	go func() {
		b, _ := io.ReadAll(theirs)
		peer <- string(b)
	}()
	dialed(t, ours, func(r *rig, c Conn) {
		written := false
		if _, err := c.Write([][]byte{[]byte("last words")}, func(error) { written = true }); err != nil {
			t.Error(err)
		}
		c.Shutdown(func(err error) {
			if err != nil || !written {
				t.Errorf("shutdown %v, written %v", err, written)
			}
			if err := c.Reset(nil); err != nil {
				t.Errorf("Reset: %v", err)
			}
		})
	})
	if s := <-peer; s != "last words" {
		t.Errorf("peer read %q", s)
	}
}

// Closing does not wait for a connection that is slow to close, nor for its
// writes; Network.Close does.
func TestSlowClose(t *testing.T) {
	proceed := make(chan struct{})
	inner := newScriptedConn(nil)
	inner.reader = untilClosed{inner}
	conn := &slowCloser{inner, proceed}
	var events []string
	loop := newRig(t, Custom(CustomOptions{Dial: func(context.Context, string, string) (net.Conn, error) {
		return conn, nil
	}}))
	var c Conn
	c = loop.connect(loopbackPort(1), func(error) {
		read(c, &recorder{onErr: func(error) { t.Error("read error after Close") }})
		if _, err := c.Write([][]byte{{1}}, func(err error) {
			wantCode(t, err, "write", "ECANCELED")
			events = append(events, "write")
		}); err != nil {
			t.Error(err)
		}
		c.Close(func() { events = append(events, "closed") })
	})
	loop.run()
	if want := []string{"write", "closed"}; !slices.Equal(events, want) {
		t.Errorf("got %q", events)
	}
	close(proceed)
	loop.close()
}

type slowCloser struct {
	*scriptedConn
	proceed chan struct{}
}

func (c *slowCloser) Close() error {
	<-c.proceed
	return c.scriptedConn.Close()
}

// Wherever the loop stands when it is closed, no goroutine stays behind.
func TestLoopClosedFirst(t *testing.T) {
	conn := newScriptedConn(nil)
	conn.reader = untilClosed{conn}
	r := newRig(t, Custom(CustomOptions{Dial: func(context.Context, string, string) (net.Conn, error) {
		return conn, nil
	}}))
	var c Conn
	c = r.connect(loopbackPort(1), func(error) {
		read(c, &recorder{})
		r.loop.Stop()
	})
	r.run()
	if err := r.loop.Close(); err != nil {
		t.Error(err)
	}
	r.net.Close()
}
