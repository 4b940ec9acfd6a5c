package transport

import (
	"net"
	"net/netip"

	"github.com/gonode/gonode/internal/nodeerr"
)

// Lookup is part of Network.
func (b *base) Lookup(o LookupOptions, done func([]netip.Addr, error)) {
	request := b.loop.NewHandle()
	request.Activate()
	finish := func(addrs []netip.Addr, err error) {
		b.loop.Post(func() {
			request.Close()
			done(addrs, err)
		})
	}
	if b.resolver == nil {
		finish(nil, refused("getaddrinfo", nil))
		return
	}
	b.tasks.Go(func() { finish(b.resolve(o)) })
}

func (b *base) resolve(o LookupOptions) ([]netip.Addr, error) {
	network := "ip"
	switch o.Family {
	case 4:
		network = "ip4"
	case 6:
		network = "ip6"
	}
	addrs, err := b.resolver.LookupNetIP(b.ctx, network, o.Host)
	if err == nil && len(addrs) == 0 {
		err = &net.DNSError{Err: "no such host", Name: o.Host, IsNotFound: true}
	}
	if err != nil {
		return nil, nodeerr.FromGo(err, "getaddrinfo")
	}
	plain := make([]netip.Addr, len(addrs))
	for i, addr := range addrs {
		plain[i] = addr.Unmap()
	}
	return plain, nil
}
