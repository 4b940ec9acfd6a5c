//go:build unix

package main

import (
	"bufio"
	"errors"
	"fmt"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"time"
)

func scriptPath(name string) string { return filepath.Join("bench", "scripts", "net", name+".js") }

// self is this program, which has the servers in Go.
func self() string {
	path, err := os.Executable()
	if err != nil {
		return os.Args[0]
	}
	return path
}

// server is a running server program.
type server struct {
	cmd  *exec.Cmd
	addr string
}

// startServer runs a program that prints its port.
func startServer(command, env []string) (*server, error) {
	cmd := exec.Command(command[0], command[1:]...)
	cmd.Env = append(os.Environ(), env...)
	cmd.Stderr = os.Stderr
	out, err := cmd.StdoutPipe()
	if err != nil {
		return nil, err
	}
	if err := cmd.Start(); err != nil {
		return nil, err
	}
	s := &server{cmd: cmd}
	line, err := bufio.NewReader(out).ReadString('\n')
	if err != nil {
		s.stop()
		return nil, err
	}
	s.addr = "127.0.0.1:" + strings.TrimSpace(line)
	return s, nil
}

func (s *server) stop() {
	_ = s.cmd.Process.Kill()
	_ = s.cmd.Wait()
}

// ticksPerSecond is USER_HZ, which Linux fixes at 100 for /proc.
const ticksPerSecond = 100

// cpu is user and system time of the server, from /proc.
func (s *server) cpu() (time.Duration, error) {
	b, err := os.ReadFile(fmt.Sprintf("/proc/%d/stat", s.cmd.Process.Pid))
	if err != nil {
		return 0, err
	}
	// The name in parentheses may hold spaces; the fields after it do not.
	_, rest, ok := strings.Cut(string(b), ") ")
	fields := strings.Fields(rest)
	if !ok || len(fields) < 13 {
		return 0, errors.New("unexpected /proc/PID/stat")
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

// memory is the resident memory of the server in bytes.
func (s *server) memory() (int64, error) { return resident(s.cmd.Process.Pid) }

func resident(pid int) (int64, error) {
	b, err := os.ReadFile(fmt.Sprintf("/proc/%d/statm", pid))
	if err != nil {
		return 0, err
	}
	fields := strings.Fields(string(b))
	if len(fields) < 2 {
		return 0, errors.New("unexpected /proc/PID/statm")
	}
	pages, err := strconv.ParseInt(fields[1], 10, 64)
	return pages * int64(os.Getpagesize()), err
}

// dial connects from one of many loopback addresses, so that ports do not run
// out.
func (s *server) dial(n int) (*net.TCPConn, error) {
	from := &net.TCPAddr{IP: net.IPv4(127, 0, byte(1+n/200%200), byte(1+n%200))}
	conn, err := (&net.Dialer{LocalAddr: from}).Dial("tcp", s.addr)
	if err != nil {
		return nil, err
	}
	return conn.(*net.TCPConn), nil
}

// timed counts for a while, after a warm-up, what work adds to count while it
// runs, and what CPU time the server takes for that.
func (s *server) timed(c config, count func() int64) (units int64, cpu, took time.Duration, err error) {
	time.Sleep(c.warmup)
	cpu0, err := s.cpu()
	if err != nil {
		return 0, 0, 0, err
	}
	n0, t0 := count(), time.Now()
	time.Sleep(c.timed)
	n1, took := count(), time.Since(t0)
	cpu1, err := s.cpu()
	if err != nil {
		return 0, 0, 0, err
	}
	if n1 == n0 {
		return 0, 0, 0, errors.New("the server did nothing")
	}
	return n1 - n0, cpu1 - cpu0, took, nil
}

// each is a sample of units that are worth counting one by one.
func each(units int64, cpu, took time.Duration) sample {
	return sample{cost: float64(cpu.Microseconds()) / float64(units), rate: float64(units) / took.Seconds()}
}

// bulk is a sample of bytes.
func bulk(bytes int64, cpu, took time.Duration) sample {
	return sample{cost: cpu.Seconds() / (float64(bytes) / 1e9), rate: float64(bytes) / 1e6 / took.Seconds()}
}
