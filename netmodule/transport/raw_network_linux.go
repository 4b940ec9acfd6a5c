package transport

import (
	"golang.org/x/sys/unix"

	"github.com/gonode/gonode/eventloop"
)

// rawNetwork is the host's network as raw sockets on one loop.
type rawNetwork struct {
	*base
	poller eventloop.Poller
	buffer []byte       // for reads; nil while one uses it
	iovecs []unix.Iovec // for vectored writes
	spare  spareFD
}

var _ Network = (*rawNetwork)(nil)

// newHostNetwork chooses the transport of the host's network.
func newHostNetwork(b *base, pumps bool) Network {
	poller, ok := b.loop.Poller()
	if !ok || pumps {
		return newPumpNetwork(b, hostDialer{})
	}
	return &rawNetwork{base: b, poller: poller, spare: spareFD{fd: -1}}
}

// Close is part of Network.
func (n *rawNetwork) Close() {
	n.base.Close()
	n.spare.close()
}

// takeBuffer lends the one read buffer of the loop. A handler that lets the
// loop run other callbacks before it returns makes a second one necessary.
func (n *rawNetwork) takeBuffer() []byte {
	b := n.buffer
	if b == nil {
		return newReadBuffer()
	}
	n.buffer = nil
	return b
}

func (n *rawNetwork) giveBuffer(b []byte) { n.buffer = b }
