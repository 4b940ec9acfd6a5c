package transport

import (
	"net/netip"
	"testing"
)

// survives runs the loop and reports whether something keeps it alive for some
// turns. What counts them does not.
func (r *rig) survives(turns int) bool {
	reached := false
	var next func()
	next = func() {
		if turns--; turns == 0 {
			reached = true
			r.loop.Stop()
			return
		}
		r.loop.NewImmediate(next).Unref()
	}
	r.loop.NewImmediate(next).Unref()
	// Wakes the loop for each turn without keeping it alive.
	timer := r.loop.NewTimer(func() {})
	timer.Unref()
	timer.Start(1, true)
	r.run()
	timer.Stop()
	return reached
}

func TestLiveness(t *testing.T) {
	for _, tt := range []struct {
		name  string
		setUp func(r *rig, client, server Conn)
		alive bool
	}{
		{"idle", func(*rig, Conn, Conn) {}, false},
		{"reading", func(_ *rig, client, _ Conn) { read(client, &recorder{}) }, true},
		{"reading, unreferenced", func(_ *rig, client, _ Conn) {
			read(client, &recorder{})
			client.Unref()
			if client.HasRef() {
				t.Error("HasRef after Unref")
			}
		}, false},
		{"unreferenced, then reading", func(_ *rig, client, _ Conn) {
			client.Unref()
			read(client, &recorder{})
		}, false},
		{"referenced again", func(_ *rig, client, _ Conn) {
			read(client, &recorder{})
			client.Unref()
			client.Ref()
			if !client.HasRef() {
				t.Error("no HasRef after Ref")
			}
		}, true},
		{"paused", func(_ *rig, client, _ Conn) {
			read(client, &recorder{})
			client.ReadStop()
		}, false},
		{"a write that waits", func(r *rig, client, _ Conn) {
			if _, err := client.Write([][]byte{make([]byte, 32<<20)}, func(error) {}); err != nil {
				r.t.Error(err)
			}
		}, true},
		{"a write that waits, unreferenced", func(r *rig, client, _ Conn) {
			client.Unref()
			if _, err := client.Write([][]byte{make([]byte, 32<<20)}, func(error) {}); err != nil {
				r.t.Error(err)
			}
		}, true},
		{"at the end", func(_ *rig, client, server Conn) {
			read(client, &recorder{})
			server.Close(nil)
		}, false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			eachTransport(t, func(r *rig) {
				var client, server Conn
				r.tcpPair(func(c, s Conn) { client, server = c, s })
				r.run()
				tt.setUp(r, client, server)
				if got := r.survives(40); got != tt.alive {
					r.t.Errorf("keeps the loop alive: %v, want %v", got, tt.alive)
				}
				closeAll(client, server)
				if client.HasRef() {
					r.t.Error("HasRef after Close")
				}
				r.run()
			})
		})
	}
}

func TestListenerLiveness(t *testing.T) {
	eachTransport(t, func(r *rig) {
		l := r.listen(ListenOptions{IP: netip.MustParseAddr("127.0.0.1")})
		l.Start(func(Conn, error) {})
		if !l.HasRef() || !r.survives(5) {
			r.t.Error("a listener does not keep the loop alive")
		}
		l.Unref()
		if l.HasRef() || r.survives(5) {
			r.t.Error("an unreferenced listener keeps the loop alive")
		}
		l.Ref()
		closed := false
		l.Close(func() { closed = true })
		r.run()
		if !closed {
			r.t.Error("Close did not call back")
		}
	})
}

// A connect under way keeps the loop alive even when it is unreferenced, as a
// libuv request does.
func TestConnectLiveness(t *testing.T) {
	eachTransport(t, func(r *rig) {
		l := r.listen(endpoints(r.t)[0].listen)
		l.Unref()
		connected := false
		c := r.connect(endpoints(r.t)[0].connect(l), func(error) { connected = true })
		c.Unref()
		r.run()
		if !connected {
			r.t.Error("the loop ended before the connect did")
		}
		closeAll(c)
		l.Close(nil)
		r.run()
	})
}
