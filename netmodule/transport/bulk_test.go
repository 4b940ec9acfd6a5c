//go:build bulk

package transport

import (
	"crypto/sha256"
	"hash"
	"math/rand/v2"
	"testing"
)

// bulkBytes go each way.
const bulkBytes = 64 << 20

// bulkEnd is one end of a connection: it sends random bytes and hashes what it
// gets, pausing now and then.
type bulkEnd struct {
	r        *rig
	c        Conn
	rng      *rand.Rand
	sent     hash.Hash
	got      hash.Hash
	left     int
	received int
	ended    func()
}

func newBulkEnd(r *rig, c Conn, seed uint64, ended func()) *bulkEnd {
	return &bulkEnd{
		r: r, c: c, rng: rand.New(rand.NewPCG(seed, seed)),
		sent: sha256.New(), got: sha256.New(), left: bulkBytes, ended: ended,
	}
}

func (e *bulkEnd) send() {
	for e.left > 0 {
		size := min(e.left, 1+e.rng.IntN(300<<10))
		chunk := make([]byte, size)
		for i := range chunk {
			chunk[i] = byte(i * size)
		}
		e.sent.Write(chunk)
		e.left -= size
		finished, err := e.c.Write([][]byte{chunk[:size/2], chunk[size/2:]}, func(err error) {
			if err != nil {
				e.r.t.Errorf("write: %v", err)
				return
			}
			e.send()
		})
		if err != nil {
			e.r.t.Errorf("Write: %v", err)
		}
		if !finished {
			return
		}
	}
	e.c.Shutdown(func(err error) {
		if err != nil {
			e.r.t.Errorf("shutdown: %v", err)
		}
	})
}

func (e *bulkEnd) OnRead(b []byte) bool {
	e.got.Write(b)
	e.received += len(b)
	if e.rng.IntN(8) == 0 {
		e.c.ReadStop()
		e.r.turns(1+e.rng.IntN(3), e.c.ReadStart)
	}
	return false
}

func (e *bulkEnd) OnEOF() { e.ended() }

func (e *bulkEnd) OnReadError(err error) { e.r.t.Errorf("read: %v", err) }

func TestBulkTransfer(t *testing.T) {
	eachTransport(t, func(r *rig) {
		for _, point := range endpoints(r.t) {
			r.pair(point, func(client, server Conn) {
				open := 2
				var a, b *bulkEnd
				ended := func() {
					if open--; open == 0 {
						closeAll(client, server)
					}
				}
				a, b = newBulkEnd(r, client, 1, ended), newBulkEnd(r, server, 2, ended)
				for _, e := range []*bulkEnd{a, b} {
					e.c.Start(e)
					e.c.ReadStart()
					e.send()
				}
				r.t.Cleanup(func() {
					for _, way := range []struct{ from, to *bulkEnd }{{a, b}, {b, a}} {
						if way.to.received != bulkBytes || string(way.from.sent.Sum(nil)) != string(way.to.got.Sum(nil)) {
							r.t.Errorf("%s: %d bytes of %d, or other ones", point.name, way.to.received, bulkBytes)
						}
					}
				})
			})
			r.run()
		}
	})
}

// Thousands of connections come and go and leave nothing behind.
func TestBulkConnections(t *testing.T) {
	eachTransport(t, func(r *rig) {
		const cycles = 5000
		e := endpoints(r.t)[len(endpoints(r.t))-1]
		l := r.listen(e.listen)
		done := 0
		next := func() {
			if done++; done > cycles {
				l.Close(nil)
				return
			}
			var c Conn
			c = r.connect(e.connect(l), func(err error) {
				if err != nil {
					r.t.Errorf("connect: %v", err)
				}
				c.Close(nil)
			})
		}
		l.Start(func(c Conn, err error) {
			if err != nil {
				r.t.Fatalf("accept: %v", err)
			}
			over := func() { c.Close(next) }
			read(c, &recorder{onEnd: over, onErr: func(error) { over() }})
		})
		next()
		r.run()
	})
}
