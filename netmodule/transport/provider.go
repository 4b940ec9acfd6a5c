package transport

import (
	"context"
	"net"
	"net/netip"
	"os"

	"github.com/gonode/gonode/eventloop"
	"github.com/gonode/gonode/internal/nodeerr"
)

// HostOptions narrows the machine's own network. The zero value is the whole
// of it.
type HostOptions struct {
	// Policy is asked before each connect and listen; nil allows everything.
	Policy Policy
	// Resolver answers lookups; nil stands for net.DefaultResolver.
	Resolver Resolver
	// Pumps chooses goroutine pumps also where the loop could poll sockets.
	Pumps bool
}

// Host is the machine's own network: raw sockets on the loop's poller where it
// has one, goroutine pumps elsewhere.
func Host(o HostOptions) Provider {
	return func(loop *eventloop.Loop) Network {
		resolver := o.Resolver
		if resolver == nil {
			resolver = net.DefaultResolver
		}
		return newHostNetwork(newBase(loop, o.Policy, resolver), o.Pumps)
	}
}

// CustomOptions is a network that the embedder brings. What is nil is refused.
type CustomOptions struct {
	// Dial connects, on a goroutine of its own. network is "tcp4", "tcp6" or
	// "unix"; address is an IP address with a port, or a path. Ending ctx
	// must end the attempt.
	Dial func(ctx context.Context, network, address string) (net.Conn, error)
	// Listen listens, on the loop goroutine, which it must not hold up.
	// network may also be "tcp", for both families.
	Listen func(ctx context.Context, network, address string) (net.Listener, error)
	// Resolver answers lookups, on a goroutine of its own.
	Resolver Resolver
	// Policy is asked before each connect and listen; nil allows everything.
	Policy Policy
}

// Custom is a network made of the embedder's dialer and listener. Any net.Conn
// will do; goroutine pumps move its bytes.
func Custom(o CustomOptions) Provider {
	return func(loop *eventloop.Loop) Network {
		return newPumpNetwork(newBase(loop, o.Policy, o.Resolver), customDialer{o})
	}
}

// None is no network: every call fails with EACCES.
func None() Provider {
	return func(loop *eventloop.Loop) Network {
		return &noNetwork{newBase(loop, nil, nil)}
	}
}

type noNetwork struct{ *base }

var _ Network = (*noNetwork)(nil)

func (n *noNetwork) Connect(ConnectOptions, func(error)) (Conn, error) {
	return nil, refused("connect", nil)
}

func (n *noNetwork) Listen(ListenOptions) (Listener, error) { return nil, refused("listen", nil) }

func (n *noNetwork) Bind(BindOptions) (Bound, error) { return nil, refused("bind", nil) }

func (n *noNetwork) OpenFD(int) (Conn, error) { return nil, refused("open", nil) }

// refused is the error for what the runtime may not do. cause is what a policy
// said; it is nil where nobody was asked.
func refused(call string, cause error) error {
	err := &deniedError{cause}
	sys := nodeerr.FromCode("EACCES", call, err)
	sys.Reason = err.Error()
	return sys
}

type deniedError struct{ cause error }

func (e *deniedError) Error() string {
	if e.cause == nil {
		return "this runtime has no access to the network"
	}
	return "the network policy refuses: " + e.cause.Error()
}

func (e *deniedError) Unwrap() error { return e.cause }

// Is makes every refusal an os.ErrPermission.
func (e *deniedError) Is(target error) bool { return target == os.ErrPermission }

// Op is what a Policy is asked about.
type Op string

// The operations that a Policy decides.
const (
	OpConnect Op = "connect"
	OpListen  Op = "listen"
	// OpOpen takes over an open file descriptor, for whatever it leads to.
	OpOpen Op = "open"
)

// Target is what a Policy decides about: FD for OpOpen; otherwise Path if that
// is not empty, else the TCP address Addr.
type Target struct {
	Op   Op
	Addr netip.AddrPort
	Path string
	FD   int
}

// Policy allows an operation by returning nil; its error becomes the cause of
// the EACCES that the script gets. It runs on the loop goroutine and must not
// hold it up; ctx ends when the network is closed.
//
// It sees the address that would be used, after any name has been resolved.
// An IPv4 address in IPv6 form arrives as IPv4, and a connect to the
// unspecified address, which reaches this machine, as one to its loopback
// address, so that neither form slips past a list.
type Policy func(ctx context.Context, t Target) error

func (b *base) allow(t Target) error {
	if b.policy == nil {
		return nil
	}
	addr := t.Addr.Addr().Unmap()
	if t.Op == OpConnect && addr.IsUnspecified() {
		addr = loopbackOf(addr)
	}
	t.Addr = netip.AddrPortFrom(addr, t.Addr.Port())
	if err := b.policy(b.ctx, t); err != nil {
		return refused(string(t.Op), err)
	}
	return nil
}

func loopbackOf(addr netip.Addr) netip.Addr {
	if addr.Is4() {
		return netip.AddrFrom4([4]byte{127, 0, 0, 1})
	}
	return netip.IPv6Loopback()
}
