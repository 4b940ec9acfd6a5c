package eventloop

import (
	"context"
	"maps"
	"os"
	"os/signal"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"testing"
	"time"

	"golang.org/x/sys/unix"
)

// A thousand idle loops cost no threads.
func TestIdleLoopsShareThreads(t *testing.T) {
	for name, mode := range map[string]WaitMode{"netpoll": WaitNetpoll, "channel": WaitChannel} {
		t.Run(name, func(t *testing.T) {
			ctx, cancel := context.WithCancel(context.Background())
			defer cancel()
			const n = 1000
			loops, done := make([]*Loop, n), make([]<-chan error, n)
			reached := make(chan struct{}, n)
			for i := range loops {
				loops[i] = newLoop(t, WithWaitMode(mode))
				loops[i].Hold()
				loops[i].NewTimer(func() {}).Start(time.Hour.Milliseconds(), false)
				done[i] = start(loops[i], ctx)
			}
			for range 3 {
				for _, l := range loops {
					l.Post(func() { reached <- struct{}{} })
				}
				for range loops {
					await(t, reached)
				}
				threads, err := os.ReadDir("/proc/self/task")
				if err != nil || len(threads) >= 50 {
					t.Errorf("%d loops use %d threads, %v", n, len(threads), err)
				}
			}
			cancel()
			for i := range done {
				await(t, done[i])
			}
		})
	}
}

// Close leaves no descriptor, and no other process inherits one.
func TestDescriptors(t *testing.T) {
	forEachMode(t, func(t *testing.T, mode WaitMode) {
		before := descriptors(t)
		l := newLoop(t, WithWaitMode(mode))
		for fd, flags := range descriptors(t) {
			if _, known := before[fd]; !known && flags&unix.O_CLOEXEC == 0 {
				t.Errorf("descriptor %s is inherited: flags %#o", fd, flags)
			}
		}
		if err := l.Close(); err != nil {
			t.Fatal(err)
		}
		if after := descriptors(t); !maps.Equal(before, after) {
			t.Errorf("descriptors before %v, after %v", before, after)
		}
	})
}

// descriptors maps what is open to its flags.
func descriptors(t *testing.T) map[string]int64 {
	t.Helper()
	infos, err := filepath.Glob("/proc/self/fdinfo/*")
	if err != nil {
		t.Fatal(err)
	}
	flags := map[string]int64{}
	for _, path := range infos {
		info, err := os.ReadFile(path)
		if err != nil {
			continue // the one that Glob has read the directory with
		}
		_, rest, _ := strings.Cut(string(info), "flags:")
		octal, _, _ := strings.Cut(rest, "\n")
		n, err := strconv.ParseInt(strings.TrimSpace(octal), 8, 64)
		if err != nil {
			t.Fatalf("%s: %v", path, err)
		}
		flags[path] = n
	}
	return flags
}

// Signals that arrive at the very thread that waits in epoll_wait do not end
// the wait early or make it longer.
func TestSignalsWhileWaiting(t *testing.T) {
	signals := make(chan os.Signal, 100)
	signal.Notify(signals, unix.SIGUSR1)
	defer signal.Stop(signals)
	l := newLoop(t, WithWaitMode(WaitBlocking))
	tid := make(chan int)
	done := make(chan error)
	go func() {
		runtime.LockOSThread() // so that the test knows where to send signals
		defer runtime.UnlockOSThread()
		tid <- unix.Gettid()
		done <- l.Run(context.Background())
	}()
	tm := l.NewTimer(func() {
		if passed := l.UpdateTime(); passed < 50 {
			t.Errorf("timer of 50 ms fired after %d", passed)
		}
	})
	tm.Start(50, false)
	thread := await(t, tid)
	stop := time.After(40 * time.Millisecond)
	sent := 0
	for waiting := true; waiting; sent++ {
		select {
		case <-stop:
			waiting = false
		default:
			if err := unix.Tgkill(unix.Getpid(), thread, unix.SIGUSR1); err != nil {
				t.Fatal(err)
			}
			<-signals
		}
	}
	if err := await(t, done); err != nil {
		t.Fatal(err)
	}
	if sent < 10 {
		t.Errorf("only %d signals were sent", sent)
	}
}

func TestMilliseconds(t *testing.T) {
	tests := map[time.Duration]int{
		-time.Hour:               0,
		-1:                       0,
		0:                        0,
		1:                        1,
		400 * time.Microsecond:   1,
		time.Millisecond:         1,
		time.Millisecond + 1:     2,
		time.Second:              1000,
		1000 * 24 * time.Hour:    1<<31 - 1,
		time.Duration(1<<63 - 1): 1<<31 - 1,
	}
	for d, want := range tests {
		if got := milliseconds(d); got != want {
			t.Errorf("milliseconds(%d) = %d, want %d", d, got, want)
		}
	}
}
