//go:build unix

package main

import (
	"bytes"
	"fmt"
	"io"
	"net"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"syscall"
	"time"
)

// load is what the clients of a job do. Each client works until its connection
// is closed.
type load struct {
	s     *server
	count atomic.Int64
	done  atomic.Bool
	mu    sync.Mutex
	conns []net.Conn
	wg    sync.WaitGroup
}

// clients runs so many of them.
func (l *load) clients(n int, work func(conn *net.TCPConn)) error {
	for i := range n {
		conn, err := l.s.dial(i)
		if err != nil {
			return err
		}
		l.mu.Lock()
		l.conns = append(l.conns, conn)
		l.mu.Unlock()
		l.wg.Go(func() { work(conn) })
	}
	return nil
}

func (l *load) stop() {
	l.done.Store(true)
	for _, conn := range l.conns {
		_ = conn.Close()
	}
	l.wg.Wait()
}

// run measures what clients of a kind get done.
func run(c config, s *server, n int, work func(l *load, conn *net.TCPConn)) (int64, time.Duration, time.Duration, error) {
	l := &load{s: s}
	defer l.stop()
	if err := l.clients(n, func(conn *net.TCPConn) { work(l, conn) }); err != nil {
		return 0, 0, 0, err
	}
	return s.timed(c, l.count.Load)
}

// echoes keeps one message of 64 bytes under way on each connection.
func echoes(connections int) func(config, *server) (sample, error) {
	return func(c config, s *server) (sample, error) {
		units, cpu, took, err := run(c, s, connections, func(l *load, conn *net.TCPConn) {
			pingPong(l, conn, make([]byte, 64), 1)
		})
		return each(units, cpu, took), err
	}
}

// pingPong sends a message and waits for as many bytes as that.
func pingPong(l *load, conn net.Conn, message []byte, units int64) {
	in := make([]byte, len(message))
	for {
		if _, err := conn.Write(message); err != nil {
			return
		}
		if _, err := io.ReadFull(conn, in); err != nil {
			return
		}
		l.count.Add(units)
	}
}

func download(c config, s *server) (sample, error) {
	bytes, cpu, took, err := run(c, s, 1, drain)
	return bulk(bytes, cpu, took), err
}

// drain reads and counts.
func drain(l *load, conn *net.TCPConn) {
	buf := make([]byte, 256<<10)
	for {
		n, err := conn.Read(buf)
		l.count.Add(int64(n))
		if err != nil {
			return
		}
	}
}

func upload(c config, s *server) (sample, error) {
	bytes, cpu, took, err := run(c, s, 1, func(l *load, conn *net.TCPConn) { flood(conn, &l.count) })
	return bulk(bytes, cpu, took), err
}

// flood writes and counts.
func flood(conn net.Conn, count *atomic.Int64) {
	piece := make([]byte, 64<<10)
	for {
		n, err := conn.Write(piece)
		count.Add(int64(n))
		if err != nil {
			return
		}
	}
}

// pipe sends through the proxy to an echo server and back; what comes back
// counts.
func pipe(c config, s *server) (sample, error) {
	bytes, cpu, took, err := run(c, s, 8, func(l *load, conn *net.TCPConn) {
		var sent atomic.Int64
		l.wg.Go(func() { flood(conn, &sent) })
		drain(l, conn)
	})
	return bulk(bytes, cpu, took), err
}

// request makes one connection after the other, eight at a time.
func request(c config, s *server) (sample, error) {
	l := &load{s: s}
	defer l.stop()
	for i := range 8 {
		l.wg.Go(func() {
			for n := 0; !l.done.Load(); n++ {
				if l.once(i*1000+n) != nil {
					return
				}
				l.count.Add(1)
			}
		})
	}
	units, cpu, took, err := s.timed(c, l.count.Load)
	return each(units, cpu, took), err
}

// once is one connection with one request, which the server closes first.
func (l *load) once(n int) error {
	conn, err := l.s.dial(n)
	if err != nil {
		return err
	}
	defer conn.Close()
	if _, err := conn.Write([]byte("request\n")); err != nil {
		return err
	}
	_, err = io.Copy(io.Discard, conn)
	return err
}

// idleConnections is how many the server holds.
const idleConnections = 10_000

// idle compares the memory of the server before and after.
func idle(c config, s *server) (sample, error) {
	if err := raiseFileLimit(); err != nil {
		return sample{}, err
	}
	l := &load{s: s}
	defer l.stop()
	time.Sleep(c.warmup)
	before, err := s.memory()
	if err != nil {
		return sample{}, err
	}
	if err := l.clients(idleConnections, func(*net.TCPConn) {}); err != nil {
		return sample{}, err
	}
	time.Sleep(c.timed)
	after, err := s.memory()
	return sample{cost: float64(after-before) / idleConnections, rate: idleConnections}, err
}

// raiseFileLimit allows this program, and those that it starts, as many open
// files as it may.
func raiseFileLimit() error {
	var limit syscall.Rlimit
	if err := syscall.Getrlimit(syscall.RLIMIT_NOFILE, &limit); err != nil {
		return err
	}
	if limit.Max < idleConnections+100 {
		return fmt.Errorf("the limit of open files is %d", limit.Max)
	}
	limit.Cur = limit.Max
	return syscall.Setrlimit(syscall.RLIMIT_NOFILE, &limit)
}

// lines sends 16 commands at a time on each of 8 connections.
func lines(c config, s *server) (sample, error) {
	const batch = 16
	units, cpu, took, err := run(c, s, 8, func(l *load, conn *net.TCPConn) {
		in := make([]byte, len("OK\n")*batch)
		for n := 0; ; n++ {
			var out bytes.Buffer
			for i := range batch {
				fmt.Fprintf(&out, "SET key%d value%d\n", i, n)
			}
			if _, err := conn.Write(out.Bytes()); err != nil {
				return
			}
			if _, err := io.ReadFull(conn, in); err != nil {
				return
			}
			l.count.Add(batch)
		}
	})
	return each(units, cpu, took), err
}

// collected is how much the client of collect puts into one string.
const collected = 16 << 20

// collect times a client that appends what arrives to a string.
func collect(c config) error {
	list := contestants(c)[:3]
	times := make([][]float64, len(list))
	for range c.rounds {
		for i, x := range list {
			ms, err := collectOnce(x)
			if err != nil {
				return fmt.Errorf("collect: %s: %w", x.name, err)
			}
			times[i] = append(times[i], ms)
		}
	}
	fmt.Printf("collect 16 MB with +=: ms, %d rounds\n", c.rounds)
	for i, x := range list {
		fmt.Printf("  %-13s %8.0f, ratio to node %.2f\n    %.0f\n", x.name, median(times[i]), median(times[i])/median(times[0]), times[i])
	}
	return nil
}

func collectOnce(x *contestant) (ms float64, err error) {
	source, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return 0, err
	}
	defer source.Close()
	go func() {
		conn, err := source.Accept()
		if err != nil {
			return
		}
		defer conn.Close()
		_, _ = conn.Write(bytes.Repeat([]byte("0123456789abcdef"), collected/16))
	}()
	command := x.command("collect")
	cmd := exec.Command(command[0], command[1:]...)
	_, port, _ := net.SplitHostPort(source.Addr().String())
	cmd.Env = append(append(os.Environ(), x.env...), "UPSTREAM="+port, "BYTES="+strconv.Itoa(collected))
	out, err := cmd.Output()
	if err != nil {
		return 0, err
	}
	return strconv.ParseFloat(strings.TrimSpace(string(out)), 64)
}
