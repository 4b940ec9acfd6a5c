package eventloop

import (
	"context"
	"slices"
	"sync"
	"time"
)

// A ManualClock stands still until it is told to go on. It is for tests and
// simulations; several loops may share one. Its methods may be called from any
// goroutine.
//
//	at, err := clock.NextAlarm(ctx) // a loop has nothing to do until then
//	clock.AdvanceTo(at)             // and now it has
type ManualClock struct {
	mu      sync.Mutex
	now     time.Time
	alarms  []*manualAlarm
	changed chan struct{} // closed when an alarm is set
}

type manualAlarm struct {
	at   time.Time
	ring func()
}

var _ Clock = (*ManualClock)(nil)

// NewManualClock makes a clock that shows now.
func NewManualClock(now time.Time) *ManualClock {
	return &ManualClock{now: now, changed: make(chan struct{})}
}

// Now returns the time the clock shows.
func (c *ManualClock) Now() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.now
}

// Advance puts the clock forward by d and rings the alarms on the way, in the
// order of their times.
func (c *ManualClock) Advance(d time.Duration) { c.AdvanceTo(c.Now().Add(d)) }

// AdvanceTo is Advance to a point in time. The clock never goes back.
func (c *ManualClock) AdvanceTo(t time.Time) {
	c.mu.Lock()
	if t.After(c.now) {
		c.now = t
	}
	due := c.takeDue()
	c.mu.Unlock()
	for _, a := range due {
		a.ring()
	}
}

// SetAlarm implements Clock.
func (c *ManualClock) SetAlarm(at time.Time, ring func()) (cancel func()) {
	c.mu.Lock()
	a := &manualAlarm{at: at, ring: ring}
	passed := !at.After(c.now)
	if !passed {
		c.alarms = append(c.alarms, a)
		close(c.changed)
		c.changed = make(chan struct{})
	}
	c.mu.Unlock()
	if passed {
		ring()
	}
	return func() { c.cancel(a) }
}

// NextAlarm waits until an alarm is set, which is to say that a loop waits for
// a timer, and returns the time of the earliest one.
func (c *ManualClock) NextAlarm(ctx context.Context) (time.Time, error) {
	for {
		c.mu.Lock()
		changed := c.changed
		at, ok := c.earliest()
		c.mu.Unlock()
		if ok {
			return at, nil
		}
		select {
		case <-changed:
		case <-ctx.Done():
			return time.Time{}, ctx.Err()
		}
	}
}

// earliest is called with mu.
func (c *ManualClock) earliest() (at time.Time, ok bool) {
	if len(c.alarms) == 0 {
		return time.Time{}, false
	}
	return slices.MinFunc(c.alarms, byTime).at, true
}

func (c *ManualClock) cancel(a *manualAlarm) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if i := slices.Index(c.alarms, a); i >= 0 {
		c.alarms = slices.Delete(c.alarms, i, i+1)
	}
}

// takeDue takes out the alarms that have been reached. It is called with mu.
func (c *ManualClock) takeDue() (due []*manualAlarm) {
	slices.SortStableFunc(c.alarms, byTime)
	n := 0
	for n < len(c.alarms) && !c.alarms[n].at.After(c.now) {
		n++
	}
	due = slices.Clone(c.alarms[:n])
	c.alarms = slices.Delete(c.alarms, 0, n)
	return due
}

func byTime(a, b *manualAlarm) int { return a.at.Compare(b.at) }
