package transport

import (
	"context"
	"net/netip"
	"sync"

	"github.com/gonode/gonode/eventloop"
)

// base is what every network has: its loop, its limits, and what it has open.
// Apart from the wait group it belongs to the loop goroutine.
type base struct {
	loop     *eventloop.Loop
	policy   Policy
	resolver Resolver
	open     registry

	ctx    context.Context // ends by Close
	cancel context.CancelFunc
	tasks  sync.WaitGroup // goroutines of the network
}

func newBase(loop *eventloop.Loop, policy Policy, resolver Resolver) *base {
	b := &base{loop: loop, policy: policy, resolver: resolver}
	b.ctx, b.cancel = context.WithCancel(context.Background())
	return b
}

// later runs fn on the loop goroutine after the callback that is running, where
// libuv runs what it fed to itself: before immediates.
func (b *base) later(fn func()) { b.loop.QueuePending(fn) }

// Close is part of Network.
func (b *base) Close() {
	b.cancel()
	b.open.closeAll()
	b.tasks.Wait()
}

// Resolver turns a host name into addresses; network is "ip", "ip4" or "ip6".
// *net.Resolver is one.
type Resolver interface {
	LookupNetIP(ctx context.Context, network, host string) ([]netip.Addr, error)
}

// link is one member of a registry, embedded in what is open.
type link struct {
	prev, next *link
	owner      interface{ abandon() }
}

// registry lists what is open, so that Network.Close finds it.
type registry struct{ first *link }

func (r *registry) add(l *link, owner interface{ abandon() }) {
	l.owner = owner
	l.next = r.first
	if r.first != nil {
		r.first.prev = l
	}
	r.first = l
}

func (r *registry) remove(l *link) {
	switch {
	case l.prev != nil:
		l.prev.next = l.next
	case r.first == l:
		r.first = l.next
	}
	if l.next != nil {
		l.next.prev = l.prev
	}
	l.prev, l.next = nil, nil
}

// closeAll has every member release what it holds; nobody is called back.
func (r *registry) closeAll() {
	for r.first != nil {
		l := r.first
		r.remove(l)
		l.owner.abandon()
	}
}

// liveness decides whether a connection keeps the loop running, as libuv does
// it: while it reads, unless it is unreferenced; and while something was asked
// of it that has not been answered, in any case.
type liveness struct {
	active   eventloop.Handle
	requests eventloop.Handle
	pending  int
}

func (l *liveness) init(loop *eventloop.Loop) {
	l.active.Init(loop)
	l.requests.Init(loop)
}

func (l *liveness) setActive(on bool) {
	if on {
		l.active.Activate()
	} else {
		l.active.Deactivate()
	}
}

// begin and end count requests under way: connects, writes, shutdowns.
func (l *liveness) begin() {
	if l.pending == 0 {
		l.requests.Activate()
	}
	l.pending++
}

func (l *liveness) end() {
	l.pending--
	if l.pending == 0 {
		l.requests.Deactivate()
	}
}

// close ends what reading or listening holds; requests hold on until they are
// answered.
func (l *liveness) close() { l.active.Close() }

// Ref is part of Referenced.
func (l *liveness) Ref() { l.active.Ref() }

// Unref is part of Referenced.
func (l *liveness) Unref() { l.active.Unref() }

// HasRef is part of Referenced.
func (l *liveness) HasRef() bool { return l.active.HasRef() }
