// Package transport moves bytes between the event loop and the network. It is
// the seam underneath Node's `net`: Conn, Listener and Network are what libuv's
// stream, server and loop are to Node, and package netmodule is their caller.
//
// There are three networks. None refuses everything, and is what an embedded
// runtime has unless its owner says otherwise. Host is the machine's own
// network, with an optional Policy that is asked about each resolved address.
// Custom is whatever the embedder brings as a dialer and a listener. An
// embedder with other wishes implements Network.
//
// Two implementations move the bytes. On Linux the loop goroutine itself reads
// and writes raw non-blocking sockets, woken by the loop's epoll poller (files
// raw_*.go). Everywhere else, and for any net.Conn, a goroutine per direction
// does it under one read credit (files pump_*.go). Both pass the same tests.
//
// # Concurrency
//
// Every method of Network, Conn and Listener runs on the loop goroutine, and
// every callback is made there, plainly: an owner that wants to enter
// JavaScript goes through the loop's RunCallback himself. Callbacks of the
// close phase arrive inside the loop's hook already, where that does no harm.
// Network.Close alone runs when the loop has ended.
//
// # Errors
//
// System errors are *nodeerr.System, with code, errno and syscall in Node's
// terms and without an address; the Go cause stays reachable by errors.Is.
// What a policy or a closed network forbids is EACCES, and os.ErrPermission to
// errors.Is. FDTypeError is the one other error.
//
// # Differences from libuv
//
// A connection is made by one call, which also creates it. A write that the
// kernel takes at once does not call back. A net.Conn that has no CloseWrite
// cannot be half closed: see Conn.Shutdown.
package transport

import (
	"net/netip"
	"time"

	"github.com/gonode/gonode/eventloop"
)

// Provider makes the network of one loop. It is what the Network option of a
// runtime takes; None, Host and Custom give one.
type Provider func(*eventloop.Loop) Network

// Network opens connections and listeners on one loop.
type Network interface {
	// Connect starts to connect to one address. The Conn exists at once: until
	// done it can be closed, which cancels, and it takes Ref, Unref, Start,
	// ReadStart and the Set methods; ReadStart takes effect on connecting.
	//
	// done is called once, never inside Connect, and never after Close. When
	// it brings an error, closing the Conn is still the owner's task. An error
	// that Connect returns itself comes without a Conn. It is for the caller
	// to report later, as all of Node's connect errors are. Its syscall is
	// "connect", then with the local end in System.Local as Node words it for
	// TCP, or "bind" where LocalAddress and LocalPort cannot be had.
	Connect(o ConnectOptions, done func(error)) (Conn, error)

	// Listen binds and listens. Connections wait until Listener.Start, and
	// until then the listener keeps nothing alive.
	Listen(o ListenOptions) (Listener, error)

	// Bind makes a socket that has a local address only, and later listens or
	// connects. Its errors have the syscall "bind". A policy is asked about
	// the socket file of a path; about TCP it is asked when the socket listens
	// or connects. ENOTSUP says that the network cannot do it.
	Bind(o BindOptions) (Bound, error)

	// OpenFD takes over an open file descriptor, as `new net.Socket({fd})`
	// does: a TCP socket, a UNIX socket or a pipe. Anything else is an
	// FDTypeError.
	OpenFD(fd int) (Conn, error)

	// Lookup resolves a host name, as getaddrinfo does. done is called once,
	// never inside Lookup. A lookup under way keeps the loop alive.
	Lookup(o LookupOptions, done func([]netip.Addr, error))

	// Close closes what is still open, without callbacks, and returns when no
	// goroutine of the network is left. It is called after the loop has ended,
	// and may be called again.
	Close()
}

// Conn is one stream connection. Whoever got it must close it, by Close or
// Reset, also after errors.
type Conn interface {
	// Start says who receives. It comes before ReadStart, which begins to read.
	Start(h Handler)

	// ReadStart and ReadStop turn reading on and off. What arrives while
	// reading is off waits, in the kernel or in one chunk of a pump, and so
	// do an error and the end.
	ReadStart()
	ReadStop()

	// Write sends bufs in order, after what was written before. It tries the
	// kernel at once, without blocking. finished reports that everything was
	// taken; then, and when there is an error, done is not called. Otherwise
	// what is left waits in a queue, and done is called when it has been
	// written, has failed, or was given up by Close (ECANCELED).
	//
	// The bytes are not copied and must stay as they are until then. The
	// slice bufs itself may be reused once Write returns.
	Write(bufs [][]byte, done func(error)) (finished bool, err error)

	// QueuedBytes is libuv's writeQueueSize: bytes accepted and not written.
	QueuedBytes() int

	// Shutdown ends the sending side once the queue is written: the other side
	// reads the end. done is called once, never inside Shutdown. A net.Conn
	// without CloseWrite only waits for the queue; its other side reads the
	// end when the Conn is closed.
	Shutdown(done func(error))

	// Close closes at once. Queued writes and a waiting Shutdown call back
	// with ECANCELED, then done (which may be nil) runs, both in the loop's
	// close phase. Nothing else is called after Close. A second Close or Reset
	// only adds its done.
	Close(done func())

	// Reset is Close with a RST. Where the kernel refuses, the error is
	// returned and nothing has happened.
	Reset(done func()) error

	// Options of TCP connections. On others, setting them does nothing.

	SetNoDelay(on bool) error
	SetKeepAlive(on bool, k KeepAlive) error
	// SetTypeOfService sets the TOS byte of IPv4 or the traffic class of IPv6.
	SetTypeOfService(tos int) error
	TypeOfService() (int, error)

	LocalAddr() (Addr, error)
	RemoteAddr() (Addr, error)

	// BytesRead counts what the Handler was given, BytesWritten what Write was
	// given, queued or not. Both stay readable after Close.
	BytesRead() uint64
	BytesWritten() uint64

	Referenced
	// FD is the file descriptor, -1 where there is none.
	FD() int
}

// Handler receives what a Conn reads. After OnReadError or OnEOF nothing
// follows, and reading has stopped.
type Handler interface {
	// OnRead brings bytes. They belong to the handler if it says that it keeps
	// them, with all of the array behind them; otherwise they are valid only
	// during the call.
	OnRead(b []byte) (keeps bool)
	OnReadError(err error)
	OnEOF()
}

// Listener accepts connections. Whoever got it must close it.
type Listener interface {
	// Start begins to accept. onConnection gets each connection, not yet
	// reading, or the error that accepting met; the listener goes on after
	// an error.
	Start(onConnection func(Conn, error))
	Addr() (Addr, error)
	// Close stops listening at once; done (which may be nil) runs in the
	// loop's close phase.
	Close(done func())

	Referenced
	FD() int
}

// Bound is a socket that is bound and does nothing yet. It keeps nothing alive.
// Close, Listen or Conn end it, one of them and once; Listen does so with an
// error too.
type Bound interface {
	Addr() (Addr, error)
	FD() int
	// Close closes the socket and removes its file.
	Close()
	// Listen is Network.Listen on this socket, with the backlog of
	// ListenOptions.
	Listen(backlog int) (Listener, error)
	// Conn is the socket before it is connected. What it reads and writes
	// fails until then, as the system says.
	Conn() (BoundConn, error)
}

// BoundConn is a Conn that connects by a call of its own.
type BoundConn interface {
	Conn
	// Connect is Network.Connect on this connection: the error that it
	// returns and done are the same. Local addresses in o are not looked at.
	Connect(o ConnectOptions, done func(error)) error
}

// Referenced is what decides whether something open keeps the loop running.
// Everything starts referenced; what is closed is not.
type Referenced interface {
	Ref()
	Unref()
	HasRef() bool
}

// Addr is one end of a connection in Node's terms.
type Addr struct {
	IP     string
	Port   int
	Family string // "IPv4" or "IPv6"; empty for UNIX sockets
	Path   string // of UNIX sockets
}

// ConnectOptions says where to connect to.
type ConnectOptions struct {
	// Path is a UNIX socket; one that starts with a zero byte is abstract
	// (Linux). When it is empty, Address is meant.
	Path string
	// Address is a TCP address.
	Address netip.AddrPort
	// LocalAddress and LocalPort are bound to first. Both may be zero.
	LocalAddress netip.Addr
	LocalPort    int
}

// ListenOptions says where and how to listen: on FD if HasFD is set, else on
// Path unless it is empty, else on IP and Port.
type ListenOptions struct {
	// FD is a socket that may be bound already.
	FD    int
	HasFD bool
	// Listening says that FD listens already, with a backlog of its own.
	Listening bool
	// Path is a UNIX socket, abstract when it starts with a zero byte.
	Path string
	// IP and Port are the TCP address; port 0 lets the kernel choose.
	IP   netip.Addr
	Port int
	// Backlog is the limit of connections waiting to be accepted; 0 stands
	// for Node's 511.
	Backlog int
	// IPv6Only keeps IPv4 connections from an IPv6 listener.
	IPv6Only bool
	// ReusePort lets several sockets share the port (SO_REUSEPORT).
	ReusePort bool
	// ReadableAll and WritableAll open a UNIX socket to all users.
	ReadableAll, WritableAll bool
}

// BindOptions says what to bind: Path unless it is nil, else IP and Port.
type BindOptions struct {
	// Path is a UNIX socket, abstract when it starts with a zero byte; for an
	// empty one Linux chooses an abstract name.
	Path *string
	// IP and Port are the TCP address; port 0 lets the kernel choose.
	IP   netip.Addr
	Port int
	// IPv6Only and ReusePort are those of ListenOptions.
	IPv6Only, ReusePort bool
}

// LookupOptions says what to resolve.
type LookupOptions struct {
	Host string
	// Family is 4, 6, or 0 for both.
	Family int
}

// KeepAlive times TCP keep-alive probes. A zero Delay leaves the system's
// delay; zero Interval and Count stand for libuv's 1 s and 10.
type KeepAlive struct {
	Delay    time.Duration
	Interval time.Duration
	Count    int
}

// FDTypeError is what OpenFD returns for a descriptor that is neither a stream
// socket nor a pipe.
type FDTypeError struct {
	Type string // as Node calls it: "FILE", "TTY", "UDP", "UNKNOWN"
}

func (e *FDTypeError) Error() string { return "Unsupported fd type: " + e.Type }

// NodeCode is the code of the error that Node throws.
func (e *FDTypeError) NodeCode() string { return "ERR_INVALID_FD_TYPE" }
