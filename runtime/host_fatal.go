package runtime

import (
	"os"
	"os/signal"
	"sync"
	"syscall"

	"github.com/gonode/gonode/modules/process"
)

// HostSignals are the signals of the whole program for a command that is
// nothing but one script: those that Go ignores and that end other programs,
// such as SIGUSR2 and SIGALRM, end this one, too, unless the script listens for
// them. The function that it returns goes back to Go's ways.
func HostSignals() (s Signals, stop func()) {
	f := &fatalSignals{watched: map[syscall.Signal]int{}}
	arrived := make(chan os.Signal, len(ignoredByGo)+1)
	quit, gone := make(chan struct{}), make(chan struct{})
	if len(ignoredByGo) > 0 {
		signal.Notify(arrived, ignoredByGo...)
	}
	go func() {
		defer close(gone)
		for {
			select {
			case sig := <-arrived:
				f.end(sig.(syscall.Signal))
			case <-quit:
				return
			}
		}
	}()
	return f, func() {
		signal.Stop(arrived)
		close(quit)
		<-gone
	}
}

// fatalSignals knows which signals a script listens for.
type fatalSignals struct {
	hostSignals

	mu      sync.Mutex
	watched map[syscall.Signal]int
}

var _ process.Signals = (*fatalSignals)(nil)

// Watch is that of the host's signals, and counts.
func (f *fatalSignals) Watch(sig syscall.Signal, deliver func()) (func(), error) {
	stop, err := f.hostSignals.Watch(sig, deliver)
	if err != nil {
		return nil, err
	}
	f.count(sig, 1)
	return func() {
		stop()
		f.count(sig, -1)
	}, nil
}

func (f *fatalSignals) count(sig syscall.Signal, by int) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.watched[sig] += by
}

func (f *fatalSignals) end(sig syscall.Signal) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.watched[sig] == 0 {
		dieOf(sig)
	}
}
