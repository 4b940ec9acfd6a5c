package transport

import (
	"context"
	"net"
	"net/netip"

	"github.com/gonode/gonode/internal/nodeerr"
)

// customDialer is the embedder's network.
type customDialer struct{ options CustomOptions }

var _ dialer = customDialer{}

func (d customDialer) dial(ctx context.Context, o ConnectOptions) (net.Conn, error) {
	if d.options.Dial == nil {
		return nil, refused("connect", nil)
	}
	if o.Path != "" {
		return d.options.Dial(ctx, "unix", o.Path)
	}
	if _, bound, err := o.local(); err != nil || bound {
		// The embedder chooses where its connections come from.
		return nil, nodeerr.FromCode("ENOTSUP", "bind", err)
	}
	return d.options.Dial(ctx, tcpNetwork(o.Address.Addr()), o.Address.String())
}

func (d customDialer) listen(ctx context.Context, o ListenOptions) (net.Listener, error) {
	switch {
	case d.options.Listen == nil:
		return nil, refused("listen", nil)
	case o.ReusePort, o.ReadableAll, o.WritableAll:
		return nil, nodeerr.FromCode("ENOTSUP", "listen", nil)
	case o.Path != "":
		return d.options.Listen(ctx, "unix", o.Path)
	}
	return d.options.Listen(ctx, listenNetwork(o), netip.AddrPortFrom(o.IP, uint16(o.Port)).String())
}

// bind: neither end of the embedder's connections has a socket of ours.
func (customDialer) bind(*pumpNetwork, BindOptions) (Bound, error) {
	return nil, nodeerr.FromCode("ENOTSUP", "bind", nil)
}

func (customDialer) openFD(int) (net.Conn, *opened, error) {
	return nil, nil, refused("open", nil)
}

func (customDialer) listenFD(int, ListenOptions) (net.Listener, *opened, error) {
	return nil, nil, refused("listen", nil)
}
