package transport

import (
	"net"
	"os"
)

// pipeConn makes a pipe look like a connection without addresses.
type pipeConn struct{ *os.File }

var _ net.Conn = pipeConn{}

// LocalAddr is part of net.Conn.
func (pipeConn) LocalAddr() net.Addr { return nil }

// RemoteAddr is part of net.Conn.
func (pipeConn) RemoteAddr() net.Addr { return nil }
