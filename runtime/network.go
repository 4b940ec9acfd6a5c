package runtime

import (
	"github.com/gonode/gonode/eventloop"
	"github.com/gonode/gonode/netmodule/stdio"
	"github.com/gonode/gonode/netmodule/transport"
)

// stdioNetwork is a network that knows the standard streams: a net.Socket on
// descriptor 0, 1 or 2 writes synchronously and leaves the descriptor's flags
// alone.
type stdioNetwork struct {
	transport.Network
	rt *Runtime
}

func (rt *Runtime) openNetwork(loop *eventloop.Loop) transport.Network {
	return &stdioNetwork{Network: rt.cfg.network(loop), rt: rt}
}

// OpenFD opens a standard stream that is a pipe or a terminal, or leaves it to
// the network.
func (n *stdioNetwork) OpenFD(fd int) (transport.Conn, error) {
	switch {
	case fd == 0 && isSocketLike(n.rt.cfg.stdio.in):
		conn := stdio.NewInput(n.rt.loop, n.rt.cfg.stdio.in, fd)
		n.rt.standard.inputs = append(n.rt.standard.inputs, conn)
		return conn, nil
	case (fd == 1 || fd == 2) && isSocketLike(n.rt.output(fd).Writer()):
		return stdio.NewOutputConn(n.rt.loop, n.rt.output(fd), fd), nil
	}
	return n.Network.OpenFD(fd)
}

func isSocketLike(stream any) bool {
	kind := stdio.KindOf(stream)
	return kind == stdio.Pipe || kind == stdio.TTY
}
