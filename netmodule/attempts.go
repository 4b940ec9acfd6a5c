package netmodule

import (
	"net/netip"
	"strconv"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/eventloop"
	"github.com/gonode/gonode/internal/binding"
	"github.com/gonode/gonode/internal/nodeerr"
	"github.com/gonode/gonode/netmodule/transport"
)

// attempts tries several addresses one after the other, each with a time
// limit (Node documentation, "socket.connect", autoSelectFamily).
type attempts struct {
	s       *Socket
	t       target
	addrs   []string
	current int
	errors  []any
	conn    transport.Conn // of the current attempt
	timer   *eventloop.Timer
	done    bool
}

// connectMultiple starts with the first address.
func (s *Socket) connectMultiple(addrs []string, t target) {
	s.refreshTimer()
	if len(addrs) == 1 {
		t.host = addrs[0]
		s.internalConnect(t)
		return
	}
	s.attempted = []string{}
	s.attempt = &attempts{s: s, t: t, addrs: addrs}
	s.attempt.next()
}

// next tries the address that is due.
func (a *attempts) next() {
	s := a.s
	if a.current == len(a.addrs) {
		a.fail()
		return
	}
	t := a.t
	t.host = a.addrs[a.current]
	a.current++
	if s.m.blocked(s.blockList, t.host) {
		a.errors = append(a.errors, nodeerr.New(s.m.vm, "ERR_IP_BLOCKED", t.host))
		a.next()
		return
	}
	name := t.host + ":" + strconv.Itoa(t.port)
	s.attempted = append(s.attempted, name)
	s.Emit(s.m.keys.attempt, s.describeTarget(t)...)
	addr, err := netip.ParseAddr(t.host)
	if err == nil {
		t.began = s.m.connectBegins(t)
		err = a.start(netip.AddrPortFrom(addr, uint16(t.port)), t)
	}
	if err != nil {
		a.failed(err, t)
		return
	}
	if a.current < len(a.addrs) {
		a.timer = s.m.loop.NewTimer(func() { a.timedOut(t) })
		a.timer.Start(int64(t.attemptTimeout), false)
	}
}

// start begins one connect.
func (a *attempts) start(addr netip.AddrPort, t target) error {
	s := a.s
	var conn transport.Conn
	ctx := s.m.e.CaptureRequest(s.ctx, connectKind(false))
	conn, err := s.m.deps.Network.Connect(transport.ConnectOptions{Address: addr, LocalPort: t.localPort},
		func(err error) { s.m.e.RunCallbackIn(ctx, func() { a.arrived(conn, err, t) }) })
	if err != nil {
		return err
	}
	a.conn = conn
	if s.unref {
		conn.Unref()
	}
	return nil
}

// describeTarget is what the events of an attempt are given: a path, or an
// address with port and family.
func (s *Socket) describeTarget(t target) []goja.Value {
	vm := s.m.vm
	if t.port < 0 {
		return []goja.Value{vm.ToValue(t.host), goja.Undefined(), goja.Undefined()}
	}
	return []goja.Value{vm.ToValue(t.host), vm.ToValue(t.port), vm.ToValue(ipFamily(t.host))}
}

// arrived is the outcome of the current attempt.
func (a *attempts) arrived(conn transport.Conn, err error, t target) {
	a.stopTimer()
	a.conn = nil
	if err != nil {
		conn.Close(nil)
		a.failed(err, t)
		return
	}
	a.done = true
	a.s.attempt = nil
	a.s.adopt(conn)
	a.s.afterConnect(nil, t)
}

func (a *attempts) failed(err error, t target) {
	ex := a.s.m.connectError(err, t)
	a.errors = append(a.errors, ex)
	a.s.Emit(a.s.m.keys.attemptFailed, append(a.s.describeTarget(t), ex)...)
	if !a.done && a.s.connecting {
		a.next()
	}
}

// timedOut gives up on the current attempt.
func (a *attempts) timedOut(t target) {
	if a.done {
		return
	}
	a.s.Emit(a.s.m.keys.attemptTimeout, a.s.describeTarget(t)...)
	sys := nodeerr.FromCode("ETIMEDOUT", "connect", nil)
	sys.Address, sys.Port = t.host, max(t.port, 0)
	a.errors = append(a.errors, sys.Object(a.s.m.vm))
	a.drop()
	if a.s.connecting {
		a.next()
	}
}

// fail reports all errors at once, or the only one as it is.
func (a *attempts) fail() {
	s := a.s
	a.done = true
	s.attempt = nil
	if len(a.errors) == 1 {
		s.Destroy(a.errors[0].(goja.Value))
		return
	}
	vm := s.m.vm
	agg, err := vm.New(vm.Get("AggregateError"), vm.NewArray(a.errors...))
	if err != nil {
		panic(err)
	}
	if first, ok := a.errors[0].(*goja.Object); ok {
		binding.Value(agg, "code", first.Get("code"))
	}
	s.Destroy(agg)
}

func (a *attempts) stopTimer() {
	if a.timer != nil {
		a.timer.Stop()
		a.timer = nil
	}
}

// cancel ends what is under way.
func (a *attempts) cancel() {
	a.done = true
	a.stopTimer()
	a.drop()
}

// drop closes the current attempt's connection.
func (a *attempts) drop() {
	if a.conn != nil {
		a.conn.Close(nil)
		a.conn = nil
	}
}
