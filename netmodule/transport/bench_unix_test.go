//go:build unix

package transport

import (
	"context"
	"fmt"
	"net"
	"os"
	"os/exec"
	"strconv"
	"sync"
	"testing"
	"time"

	"golang.org/x/sys/unix"
)

// BenchmarkEcho measures a server that sends 64-byte messages back, over some
// connections at once, on each transport and as a plain Go server with a
// goroutine per connection. The clients are a process of their own and the
// same for all, so that cpu-us/msg is the server's alone.
func BenchmarkEcho(b *testing.B) {
	for _, conns := range []int{1, 50} {
		for _, v := range variants() {
			b.Run(fmt.Sprintf("%s/conns=%d", v.name, conns), func(b *testing.B) {
				r := newRig(b, v.provider, v.options...)
				benchmarkLoop(b, r, conns)
				r.close()
			})
		}
		b.Run(fmt.Sprintf("go/conns=%d", conns), func(b *testing.B) { benchmarkGo(b, conns) })
	}
}

func benchmarkLoop(b *testing.B, r *rig, conns int) {
	l := r.listen(endpoints(b)[0].listen)
	l.Start(func(c Conn, err error) {
		if err != nil {
			b.Error(err)
			return
		}
		e := &asyncEcho{c: c}
		c.Start(e)
		c.ReadStart()
	})
	addr, err := l.Addr()
	if err != nil {
		b.Fatal(err)
	}
	done := make(chan struct{})
	go func() {
		defer close(done)
		runClients(b, net.JoinHostPort(addr.IP, strconv.Itoa(addr.Port)), conns)
		r.loop.Post(func() { l.Close(nil) })
	}()
	if err := r.loop.Run(context.Background()); err != nil {
		b.Fatal(err)
	}
	<-done
}

// asyncEcho sends back what it reads, also where writes take their time.
type asyncEcho struct {
	c    Conn
	bufs [1][]byte
}

func (e *asyncEcho) OnRead(b []byte) bool {
	e.bufs[0] = b
	if _, err := e.c.Write(e.bufs[:], ignoreError); err != nil {
		e.c.Close(nil)
	}
	return false
}
func (e *asyncEcho) OnEOF()            { e.c.Close(nil) }
func (e *asyncEcho) OnReadError(error) { e.c.Close(nil) }

func ignoreError(error) {}

func benchmarkGo(b *testing.B, conns int) {
	ln, err := net.Listen("tcp4", "127.0.0.1:0")
	if err != nil {
		b.Fatal(err)
	}
	var served sync.WaitGroup
	served.Go(func() {
		for {
			conn, err := ln.Accept()
			if err != nil {
				return
			}
			served.Go(func() { echoUntilEnd(conn) })
		}
	})
	runClients(b, ln.Addr().String(), conns)
	if err := ln.Close(); err != nil {
		b.Error(err)
	}
	served.Wait()
}

func echoUntilEnd(conn net.Conn) {
	defer conn.Close()
	buf := make([]byte, ReadBufferSize)
	for {
		n, err := conn.Read(buf)
		if err != nil {
			return
		}
		if _, err := conn.Write(buf[:n]); err != nil {
			return
		}
	}
}

// runClients runs b.N messages against a server in this process.
func runClients(b *testing.B, address string, conns int) {
	cmd := exec.Command(os.Args[0])
	cmd.Env = append(os.Environ(), fmt.Sprintf("%s=%s %d %d", clientVariable, address, conns, b.N))
	cmd.Stderr = os.Stderr
	before := cpuTime(b)
	b.ResetTimer()
	if err := cmd.Run(); err != nil {
		b.Errorf("client: %v", err)
	}
	b.StopTimer()
	b.ReportMetric(float64((cpuTime(b)-before).Nanoseconds())/1e3/float64(b.N), "cpu-us/msg")
}

func cpuTime(b *testing.B) time.Duration {
	var use unix.Rusage
	if err := unix.Getrusage(unix.RUSAGE_SELF, &use); err != nil {
		b.Fatal(err)
	}
	return time.Duration(use.Utime.Nano() + use.Stime.Nano())
}
