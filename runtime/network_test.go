package runtime_test

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"net"
	"net/netip"
	"testing"

	"github.com/gonode/gonode/netmodule/transport"
	"github.com/gonode/gonode/runtime"
)

// roundTrip is a server and a client that ask each other once.
const roundTrip = `
	const net = require('net');
	const server = net.createServer((c) => c.end('from the server')).listen(0, '127.0.0.1', () => {
		net.connect(server.address().port, '127.0.0.1').setEncoding('utf8')
			.on('data', (s) => console.log(s)).on('close', () => server.close());
	}).on('error', (e) => console.log(e.message));
`

func TestHostNetwork(t *testing.T) {
	for _, pumps := range []bool{false, true} {
		host := transport.Host(transport.HostOptions{Pumps: pumps})
		expect(t, fmt.Sprint("pumps ", pumps), output(t, roundTrip, runtime.WithNetwork(host)), "from the server\n")
	}
}

// TestNetworkPolicy: the policy is asked about addresses, also those that a
// name stands for.
func TestNetworkPolicy(t *testing.T) {
	var asked []string
	host := transport.Host(transport.HostOptions{
		Resolver: resolver{"allowed.test": "127.0.0.1", "denied.test": "192.0.2.1"},
		Policy: func(_ context.Context, target transport.Target) error {
			asked = append(asked, fmt.Sprint(target.Op, " ", target.Addr.Addr()))
			if !target.Addr.Addr().IsLoopback() {
				return errors.New("not here")
			}
			return nil
		},
	})
	expect(t, "output", output(t, `
		const net = require('net');
		const server = net.createServer((c) => c.end('hello')).listen(0, '127.0.0.1', () => {
			net.connect(server.address().port, 'allowed.test').on('data', (b) => console.log(String(b)))
				.on('close', () => {
					server.close();
					net.connect(80, 'denied.test').on('error', (e) => console.log(e.code, e.syscall, e.address));
				});
		});
	`, runtime.WithNetwork(host)), "hello\nEACCES connect 192.0.2.1\n")
	expect(t, "asked", fmt.Sprint(asked), "[listen 127.0.0.1 connect 127.0.0.1 connect 192.0.2.1]")
}

// resolver knows a few names.
type resolver map[string]string

func (r resolver) LookupNetIP(_ context.Context, _, host string) ([]netip.Addr, error) {
	if ip, ok := r[host]; ok {
		return []netip.Addr{netip.MustParseAddr(ip)}, nil
	}
	return nil, &net.DNSError{Err: "no such host", Name: host, IsNotFound: true}
}

// TestCustomNetwork: the script talks to a peer in the same program that no
// socket connects.
func TestCustomNetwork(t *testing.T) {
	dialed := make(chan string, 1)
	custom := transport.Custom(transport.CustomOptions{
		Resolver: resolver{"upper.test": "192.0.2.9"},
		Dial: func(_ context.Context, network, address string) (net.Conn, error) {
			dialed <- network + " " + address
			ours, theirs := net.Pipe()
			go func() {
				defer theirs.Close()
				line, err := bufio.NewReader(theirs).ReadString('\n')
				if err == nil {
					fmt.Fprintf(theirs, "you said %s", line)
				}
			}()
			return ours, nil
		},
	})
	expect(t, "output", output(t, `
		const net = require('net');
		const c = net.connect(7, 'upper.test', () => c.write('hi\n'));
		c.on('data', (b) => process.stdout.write(b)).on('close', (failed) => {
			console.log('closed', failed);
			net.connect(7, 'unknown.test').on('error', (e) => console.log(e.message));
		});
		net.createServer().listen(0).on('error', (e) => console.log(e.code, e.syscall));
	`, runtime.WithNetwork(custom)), "EACCES listen\nyou said hi\nclosed false\ngetaddrinfo ENOTFOUND unknown.test\n")
	expect(t, "dialed", <-dialed, "tcp4 192.0.2.9:7")
}
