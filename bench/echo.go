//go:build unix

package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"time"
)

// contestant is one server program.
type contestant struct {
	name   string
	binary string
	env    []string
	cpu    []float64 // microseconds of CPU per message, one for each round
	rate   []float64 // messages per second
}

func echo(c config) error {
	list := []*contestant{
		{name: "node", binary: c.node},
		{name: "gonode epoll", binary: c.gonode, env: []string{"GONODE_NET_TRANSPORT=epoll"}},
		{name: "gonode pump", binary: c.gonode, env: []string{"GONODE_NET_TRANSPORT=pump"}},
	}
	for range c.rounds {
		for _, x := range list {
			if err := x.round(c); err != nil {
				return fmt.Errorf("%s: %w", x.name, err)
			}
		}
	}
	fmt.Printf("echo of %d bytes over %d connections, %d rounds of %s\n", c.size, c.connections, c.rounds, c.timed)
	base := median(list[0].cpu)
	for _, x := range list {
		fmt.Printf("  %-13s CPU per message %.1f us, ratio to node %.2f, %.0f messages/s\n",
			x.name, median(x.cpu), median(x.cpu)/base, median(x.rate))
		fmt.Printf("    us %.1f\n", x.cpu)
	}
	return nil
}

// round starts the server, loads it, and reads its CPU time before and after.
func (x *contestant) round(c config) error {
	cmd := exec.Command(x.binary, filepath.Join("bench", "scripts", "echo.js"))
	cmd.Env = append(os.Environ(), x.env...)
	out, err := cmd.StdoutPipe()
	if err != nil {
		return err
	}
	if err := cmd.Start(); err != nil {
		return err
	}
	defer func() {
		_ = cmd.Process.Kill()
		_ = cmd.Wait()
	}()
	line, err := bufio.NewReader(out).ReadString('\n')
	if err != nil {
		return err
	}
	l := newLoad(c, "127.0.0.1:"+strings.TrimSpace(line))
	defer l.stop()
	if err := l.start(); err != nil {
		return err
	}
	time.Sleep(c.warmup)
	cpu0, err := cpuTime(cmd.Process.Pid)
	if err != nil {
		return err
	}
	n0, t0 := l.messages.Load(), time.Now()
	time.Sleep(c.timed)
	n1, took := l.messages.Load(), time.Since(t0)
	cpu1, err := cpuTime(cmd.Process.Pid)
	if err != nil {
		return err
	}
	if n1 == n0 {
		return errors.New("no message came back")
	}
	x.cpu = append(x.cpu, float64((cpu1-cpu0).Microseconds())/float64(n1-n0))
	x.rate = append(x.rate, float64(n1-n0)/took.Seconds())
	return nil
}

// load keeps one message under way on each of its connections.
type load struct {
	c        config
	addr     string
	conns    []net.Conn
	messages atomic.Int64
	wg       sync.WaitGroup
}

func newLoad(c config, addr string) *load { return &load{c: c, addr: addr} }

func (l *load) start() error {
	for range l.c.connections {
		conn, err := net.Dial("tcp", l.addr)
		if err != nil {
			return err
		}
		l.conns = append(l.conns, conn)
		l.wg.Go(func() { l.pingPong(conn) })
	}
	return nil
}

func (l *load) pingPong(conn net.Conn) {
	out, in := make([]byte, l.c.size), make([]byte, l.c.size)
	for {
		if _, err := conn.Write(out); err != nil {
			return
		}
		if _, err := io.ReadFull(conn, in); err != nil {
			return
		}
		l.messages.Add(1)
	}
}

func (l *load) stop() {
	for _, conn := range l.conns {
		_ = conn.Close()
	}
	l.wg.Wait()
}

// ticksPerSecond is USER_HZ, which Linux fixes at 100 for /proc.
const ticksPerSecond = 100

// cpuTime is user and system time of a process, from /proc.
func cpuTime(pid int) (time.Duration, error) {
	b, err := os.ReadFile(fmt.Sprintf("/proc/%d/stat", pid))
	if err != nil {
		return 0, err
	}
	// The name in parentheses may hold spaces; the fields after it do not.
	_, rest, ok := strings.Cut(string(b), ") ")
	fields := strings.Fields(rest)
	if !ok || len(fields) < 13 {
		return 0, fmt.Errorf("unexpected /proc/%d/stat", pid)
	}
	var ticks int64
	for _, f := range fields[11:13] {
		n, err := strconv.ParseInt(f, 10, 64)
		if err != nil {
			return 0, err
		}
		ticks += n
	}
	return time.Duration(ticks) * time.Second / ticksPerSecond, nil
}
