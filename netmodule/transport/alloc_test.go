package transport

import (
	"runtime"
	"testing"
)

// Steady traffic over polled sockets allocates nothing, neither for reads nor
// for writes that the kernel takes at once.
func TestEchoAllocatesNothing(t *testing.T) {
	const warmUp, messages = 100, 2000
	r := newRig(t, Host(HostOptions{}))
	if _, ok := r.loop.Poller(); !ok {
		t.Skip("pumps post a function for each read")
	}
	var before, after runtime.MemStats
	r.tcpPair(func(client, server Conn) {
		read(server, echoer(t, server))
		count := 0
		message := [][]byte{make([]byte, 64)}
		send := func() {
			if finished, err := client.Write(message, nil); !finished || err != nil {
				t.Errorf("Write = %v, %v", finished, err)
			}
		}
		client.Start(&funcHandler{onRead: func([]byte) {
			switch count++; count {
			case warmUp:
				runtime.ReadMemStats(&before)
			case warmUp + messages:
				runtime.ReadMemStats(&after)
				closeAll(client, server)
				return
			}
			send()
		}})
		client.ReadStart()
		send()
	})
	r.run()
	r.close()
	if n := after.Mallocs - before.Mallocs; n > messages/20 {
		t.Errorf("%d allocations for %d messages", n, messages)
	}
}

// echoer sends back what c reads.
func echoer(t testing.TB, c Conn) *recorder {
	bufs := make([][]byte, 1)
	h := &recorder{onEnd: func() { closeAll(c) }}
	h.onData = func(b []byte) {
		h.data = h.data[:0]
		bufs[0] = b
		if finished, err := c.Write(bufs, nil); !finished || err != nil {
			t.Errorf("Write = %v, %v", finished, err)
		}
	}
	return h
}

// funcHandler is a Handler that only reads.
type funcHandler struct{ onRead func([]byte) }

func (h *funcHandler) OnRead(b []byte) bool {
	h.onRead(b)
	return false
}
func (h *funcHandler) OnEOF()            {}
func (h *funcHandler) OnReadError(error) {}
