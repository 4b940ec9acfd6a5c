package netmodule

import (
	"net/netip"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/nodeerr"
	"github.com/gonode/gonode/netmodule/transport"
)

// handleArgs are the arguments of two undocumented functions that packages
// call, net._createServerHandle and server._listen2.
type handleArgs struct {
	address, port, addressType, fd, flags, backlog goja.Value
}

// jsCreateServerHandle is net._createServerHandle(address, port, addressType,
// fd, flags): a handle that is bound, or an errno. It listens at once, with
// the backlog that may come last, where Node's only binds.
func (m *Module) jsCreateServerHandle(c goja.FunctionCall) goja.Value {
	ln, _, err := m.listenFor(handleArgs{
		c.Argument(0), c.Argument(1), c.Argument(2), c.Argument(3), c.Argument(4), c.Argument(5),
	})
	if err != nil {
		return m.vm.ToValue(errnoOf(err))
	}
	return m.handleOf(ln)
}

// jsListen2 is server._listen2(address, port, addressType, backlog, fd,
// flags), what listen() ends in.
func (m *Module) jsListen2(c goja.FunctionCall) goja.Value {
	srv := m.serverOf(c.This)
	a := handleArgs{c.Argument(0), c.Argument(1), c.Argument(2), c.Argument(4), c.Argument(5), c.Argument(3)}
	ln, address, err := m.listenFor(a)
	port := int(a.port.ToInteger())
	if err != nil {
		srv.failed(err, address, port)
		return nil
	}
	srv.pipe = isPipe(ln)
	srv.started(ln, address, port)
	return nil
}

// listenFor also says which address it has chosen.
func (m *Module) listenFor(a handleArgs) (transport.Listener, string, error) {
	flags := a.flags.ToInteger()
	o := transport.ListenOptions{
		IPv6Only: flags&flagIPv6Only != 0, ReusePort: flags&flagReusePort != 0,
		Backlog: int(a.backlog.ToInteger()),
	}
	var address string
	switch {
	case goja.IsNumber(a.fd) && a.fd.ToInteger() >= 0:
		o.FD, o.HasFD = int(a.fd.ToInteger()), true
	case a.port.ToInteger() == -1 && a.addressType.ToInteger() == -1:
		o.Path = a.address.String()
		address = o.Path
	case !a.address.ToBoolean():
		o.Port = int(a.port.ToInteger())
		return m.listenAny(o)
	default:
		address = a.address.String()
		o.Port = int(a.port.ToInteger())
		ip, err := netip.ParseAddr(address)
		if err != nil {
			return nil, address, nodeerr.FromCode("EINVAL", "bind", err)
		}
		o.IP = ip
	}
	ln, err := m.deps.Network.Listen(o)
	return ln, address, err
}
