package transport

import (
	"context"
	"errors"
	"log"
	"net"
	"net/netip"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"go.uber.org/goleak"

	"github.com/gonode/gonode/eventloop"
	"github.com/gonode/gonode/internal/nodeerr"
)

func TestMain(m *testing.M) {
	if arguments := os.Getenv(clientVariable); arguments != "" {
		if err := echoClient(arguments); err != nil {
			log.Fatal(err)
		}
		return
	}
	hasIPv6() // opens the descriptors of Go's own poller, which no test is to count
	goleak.VerifyTestMain(m)
}

// patience ends a test that hangs; nothing waits for it otherwise.
const patience = 20 * time.Second

// rig is one loop with one network.
type rig struct {
	t    testing.TB
	name string
	loop *eventloop.Loop
	net  Network
}

// variant is one way to make a network that reaches the host.
type variant struct {
	name     string
	provider Provider
	options  []eventloop.Option
}

func variants() []variant {
	return []variant{
		{"epoll", Host(HostOptions{}), nil},
		{"epoll blocking", Host(HostOptions{}), []eventloop.Option{eventloop.WithWaitMode(eventloop.WaitBlocking)}},
		{"pump", Host(HostOptions{Pumps: true}), nil},
		{"pump without poller", Host(HostOptions{}), []eventloop.Option{eventloop.WithWaitMode(eventloop.WaitChannel)}},
		{"custom", customHost(), nil},
	}
}

// customHost is the host's network as an embedder might bring it: through
// types that net knows nothing of.
func customHost() Provider {
	wrap := func(conn net.Conn, err error) (net.Conn, error) {
		if err != nil {
			return nil, err
		}
		return plainConn{conn}, nil
	}
	return Custom(CustomOptions{
		Dial: func(ctx context.Context, network, address string) (net.Conn, error) {
			return wrap(new(net.Dialer).DialContext(ctx, network, address))
		},
		Listen: func(ctx context.Context, network, address string) (net.Listener, error) {
			ln, err := new(net.ListenConfig).Listen(ctx, network, address)
			if err != nil {
				return nil, err
			}
			return plainListener{ln, wrap}, nil
		},
		Resolver: net.DefaultResolver,
	})
}

// plainConn hides what kind of connection it is, but for CloseWrite.
type plainConn struct{ net.Conn }

func (c plainConn) CloseWrite() error { return c.Conn.(interface{ CloseWrite() error }).CloseWrite() }

func (c plainConn) SetLinger(sec int) error {
	return c.Conn.(interface{ SetLinger(int) error }).SetLinger(sec)
}

type plainListener struct {
	net.Listener
	wrap func(net.Conn, error) (net.Conn, error)
}

func (l plainListener) Accept() (net.Conn, error) { return l.wrap(l.Listener.Accept()) }

// eachTransport runs a test over every variant, and checks that it leaves
// neither goroutines nor descriptors behind.
func eachTransport(t *testing.T, test func(r *rig)) {
	for _, v := range variants() {
		t.Run(v.name, func(t *testing.T) {
			before := openFDs(t)
			r := newRig(t, v.provider, v.options...)
			r.name = v.name
			test(r)
			r.close()
			goleak.VerifyNone(t)
			if after := openFDs(t); after != before {
				t.Errorf("%d descriptors open, %d before the test", after, before)
			}
		})
	}
}

func newRig(t testing.TB, p Provider, options ...eventloop.Option) *rig {
	t.Helper()
	loop, err := eventloop.New(options...)
	if err != nil {
		t.Fatal(err)
	}
	return &rig{t: t, loop: loop, net: p(loop)}
}

func (r *rig) close() {
	r.t.Helper()
	r.net.Close()
	if err := r.loop.Close(); err != nil {
		r.t.Errorf("loop: %v", err)
	}
}

// run runs the loop until nothing keeps it alive.
func (r *rig) run() {
	r.t.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	if err := r.loop.Run(ctx); err != nil {
		r.t.Fatalf("loop: %v", err)
	}
}

// immediately runs fn in the next immediates phase: after the posts and the
// ready descriptors of the turn.
func (r *rig) immediately(fn func()) { r.loop.NewImmediate(fn) }

// turns calls fn after n turns of the loop.
func (r *rig) turns(n int, fn func()) {
	if n == 0 {
		fn()
		return
	}
	r.immediately(func() { r.turns(n-1, fn) })
}

func (r *rig) connect(o ConnectOptions, done func(error)) Conn {
	r.t.Helper()
	c, err := r.net.Connect(o, done)
	if err != nil {
		r.t.Fatalf("Connect: %v", err)
	}
	return c
}

func (r *rig) listen(o ListenOptions) Listener {
	r.t.Helper()
	l, err := r.net.Listen(o)
	if err != nil {
		r.t.Fatalf("Listen: %v", err)
	}
	return l
}

// endpoint is a place to listen at and to connect to.
type endpoint struct {
	name    string
	listen  ListenOptions
	connect func(l Listener) ConnectOptions
}

func endpoints(t testing.TB) []endpoint {
	toTCP := func(l Listener) ConnectOptions {
		addr, err := l.Addr()
		if err != nil {
			t.Fatal(err)
		}
		return ConnectOptions{Address: netip.AddrPortFrom(netip.MustParseAddr(addr.IP), uint16(addr.Port))}
	}
	path := filepath.Join(t.TempDir(), "socket")
	list := []endpoint{
		{"tcp4", ListenOptions{IP: netip.MustParseAddr("127.0.0.1")}, toTCP},
		{"unix", ListenOptions{Path: path}, func(Listener) ConnectOptions { return ConnectOptions{Path: path} }},
	}
	if hasIPv6() {
		list = slices.Insert(list, 1, endpoint{"tcp6", ListenOptions{IP: netip.IPv6Loopback()}, toTCP})
	}
	return list
}

func hasIPv6() bool {
	ln, err := net.Listen("tcp6", "[::1]:0")
	if err != nil {
		return false
	}
	return ln.Close() == nil
}

// pair connects two Conns and hands them over once both exist.
func (r *rig) pair(e endpoint, use func(client, server Conn)) {
	r.t.Helper()
	r.pairOn(r.listen(e.listen), e, use)
}

// pairOn is pair with a listener for e, which it closes.
func (r *rig) pairOn(l Listener, e endpoint, use func(client, server Conn)) {
	r.t.Helper()
	var client, server Conn
	connected := false
	both := func() {
		if connected && server != nil {
			l.Close(nil)
			use(client, server)
		}
	}
	l.Start(func(c Conn, err error) {
		if err != nil {
			r.t.Errorf("accept: %v", err)
			return
		}
		server = c
		both()
	})
	client = r.connect(e.connect(l), func(err error) {
		if err != nil {
			r.t.Errorf("connect: %v", err)
			return
		}
		connected = true
		both()
	})
}

func (r *rig) tcpPair(use func(client, server Conn)) {
	r.t.Helper()
	r.pair(endpoints(r.t)[0], use)
}

// recorder is a Handler that keeps what it gets.
type recorder struct {
	data   []byte
	ended  bool
	err    error
	onData func([]byte)
	keeps  bool // what OnRead brings
	onEnd  func()
	onErr  func(error)
}

var _ Handler = (*recorder)(nil)

func (h *recorder) OnRead(b []byte) bool {
	h.data = append(h.data, b...)
	if h.onData != nil {
		h.onData(b)
	}
	return h.keeps
}

func (h *recorder) OnEOF() {
	h.ended = true
	if h.onEnd != nil {
		h.onEnd()
	}
}

func (h *recorder) OnReadError(err error) {
	h.err = err
	if h.onErr != nil {
		h.onErr(err)
	}
}

// read makes h the handler of c and starts reading.
func read(c Conn, h *recorder) *recorder {
	c.Start(h)
	c.ReadStart()
	return h
}

// write sends b; done is called in any case. A goroutine's write may be over but
// not answered yet when the test closes the connection.
func (r *rig) write(c Conn, b []byte, done func()) {
	r.t.Helper()
	finished, err := c.Write([][]byte{b}, func(err error) {
		if err != nil && (r.name != "custom" || nodeerr.FromGo(err, "write").Code != "ECANCELED") {
			r.t.Errorf("write: %v", err)
		}
		if done != nil {
			done()
		}
	})
	if err != nil {
		r.t.Errorf("Write: %v", err)
	}
	if finished && done != nil {
		done()
	}
}

func closeAll(conns ...Conn) {
	for _, c := range conns {
		c.Close(nil)
	}
}

// wantCode checks the shape of a system error.
func wantCode(t testing.TB, err error, call string, codes ...string) {
	t.Helper()
	var sys *nodeerr.System
	if !errors.As(err, &sys) {
		t.Errorf("error %v (%T), want a system error %v", err, err, codes)
		return
	}
	if !slices.Contains(codes, sys.Code) {
		t.Errorf("code %s, want one of %v", sys.Code, codes)
	}
	if sys.Errno != nodeerr.Errno(sys.Code) {
		t.Errorf("errno %d does not belong to %s", sys.Errno, sys.Code)
	}
	if sys.Syscall != call {
		t.Errorf("syscall %q, want %q", sys.Syscall, call)
	}
}

// openFDs counts the descriptors of the process, where that can be seen.
func openFDs(t testing.TB) int {
	entries, err := os.ReadDir("/proc/self/fd")
	if err != nil {
		return 0
	}
	return len(entries)
}
