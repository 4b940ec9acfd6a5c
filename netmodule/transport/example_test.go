package transport_test

import (
	"context"
	"fmt"
	"net"
	"net/netip"

	"github.com/gonode/gonode/eventloop"
	"github.com/gonode/gonode/netmodule/transport"
)

// printer is a Handler that prints what it gets and closes its connection.
type printer struct{ conn transport.Conn }

func (p printer) OnRead(b []byte) bool {
	fmt.Printf("read %q\n", b)
	return false
}
func (p printer) OnReadError(err error) { fmt.Println(err); p.conn.Close(nil) }
func (p printer) OnEOF()                { fmt.Println("end"); p.conn.Close(nil) }

// An embedder's own network: whatever is dialed is a pipe to a greeter in the
// same process.
func ExampleCustom() {
	provider := transport.Custom(transport.CustomOptions{
		Dial: func(_ context.Context, network, address string) (net.Conn, error) {
			ours, theirs := net.Pipe()
			go func() {
				fmt.Fprintf(theirs, "you dialed %s %s", network, address)
				theirs.Close()
			}()
			return ours, nil
		},
	})
	loop, err := eventloop.New()
	if err != nil {
		fmt.Println(err)
		return
	}
	defer loop.Close()
	network := provider(loop)
	defer network.Close()

	var conn transport.Conn
	conn, err = network.Connect(transport.ConnectOptions{
		Address: netip.MustParseAddrPort("192.0.2.7:7"),
	}, func(err error) {
		if err != nil {
			fmt.Println(err)
			conn.Close(nil)
			return
		}
		conn.Start(printer{conn})
		conn.ReadStart()
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	if err := loop.Run(context.Background()); err != nil {
		fmt.Println(err)
	}
	// Output:
	// read "you dialed tcp4 192.0.2.7:7"
	// end
}

// A policy sees the address that would be used, however it was written.
func ExamplePolicy() {
	provider := transport.Host(transport.HostOptions{
		Policy: func(_ context.Context, t transport.Target) error {
			if t.Op == transport.OpConnect && t.Addr.Addr().IsLoopback() {
				return fmt.Errorf("%v is this machine", t.Addr.Addr())
			}
			return nil
		},
	})
	loop, err := eventloop.New()
	if err != nil {
		fmt.Println(err)
		return
	}
	defer loop.Close()
	network := provider(loop)
	defer network.Close()

	_, err = network.Connect(transport.ConnectOptions{
		Address: netip.MustParseAddrPort("[::ffff:127.0.0.1]:6379"),
	}, nil)
	fmt.Println(err)
	// Output:
	// connect EACCES: the network policy refuses: 127.0.0.1 is this machine
}
