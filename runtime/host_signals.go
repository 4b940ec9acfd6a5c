package runtime

import (
	"os"
	"os/signal"
	"syscall"

	"github.com/gonode/gonode/modules/process"
)

// hostSignals are the signals of the whole program.
type hostSignals struct{}

var _ process.Signals = hostSignals{}

// Watch starts a goroutine for the signal; stop waits until it has gone.
func (hostSignals) Watch(sig syscall.Signal, deliver func()) (func(), error) {
	if !watchable(sig) {
		return nil, syscall.EINVAL
	}
	arrived := make(chan os.Signal, 1)
	quit, gone := make(chan struct{}), make(chan struct{})
	signal.Notify(arrived, sig)
	go func() {
		defer close(gone)
		for {
			select {
			case <-arrived:
				deliver()
			case <-quit:
				return
			}
		}
	}()
	return func() {
		signal.Stop(arrived)
		close(quit)
		<-gone
	}, nil
}

func (hostSignals) Kill(pid int, sig syscall.Signal) error { return kill(pid, sig) }

// Abort ends the program as abort(3) does.
func (hostSignals) Abort() { dieOf(syscall.SIGABRT) }
