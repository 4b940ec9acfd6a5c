package eventloop

import "time"

// channelWaiter sleeps on a channel and a timer.
type channelWaiter struct {
	woken chan struct{}
	timer *time.Timer
}

var _ waiter = (*channelWaiter)(nil)

func newChannelWaiter() *channelWaiter {
	w := &channelWaiter{woken: make(chan struct{}, 1), timer: time.NewTimer(time.Hour)}
	w.timer.Stop()
	return w
}

func (w *channelWaiter) poll() error {
	select {
	case <-w.woken:
	default:
	}
	return nil
}

func (w *channelWaiter) sleep(deadline time.Time) (again bool, err error) {
	if deadline.IsZero() {
		<-w.woken
		return false, nil
	}
	w.timer.Reset(time.Until(deadline))
	select {
	case <-w.woken:
		w.timer.Stop()
	case <-w.timer.C:
	}
	return false, nil
}

func (w *channelWaiter) wake() {
	select {
	case w.woken <- struct{}{}:
	default: // a wake is on its way already
	}
}

func (w *channelWaiter) runReady() bool { return false }

func (w *channelWaiter) poller() (Poller, bool) { return nil, false }

func (w *channelWaiter) close() error {
	w.timer.Stop()
	return nil
}
