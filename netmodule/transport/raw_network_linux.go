package transport

import (
	"golang.org/x/sys/unix"
)

// rawNetwork is the host's network as raw sockets on one loop.
type rawNetwork struct {
	*base
	buffer []byte       // for reads; nil while one uses it
	iovecs []unix.Iovec // for vectored writes
}

var _ Network = (*rawNetwork)(nil)

func newRawNetwork(b *base) *rawNetwork { return &rawNetwork{base: b} }

// takeBuffer lends the one read buffer of the loop. A handler that lets the
// loop run other callbacks before it returns makes a second one necessary.
func (n *rawNetwork) takeBuffer() []byte {
	b := n.buffer
	if b == nil {
		return make([]byte, readBufferSize)
	}
	n.buffer = nil
	return b
}

func (n *rawNetwork) giveBuffer(b []byte) { n.buffer = b }
