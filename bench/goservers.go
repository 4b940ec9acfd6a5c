//go:build unix

package main

import (
	"bufio"
	"fmt"
	"io"
	"net"
	"os"
	"strings"
	"sync"
)

// goServers do in Go what the scripts of the same names do: the limit.
var goServers = map[string]func(net.Conn){
	"echo":     func(conn net.Conn) { _, _ = io.Copy(plain{conn}, plain{conn}) },
	"download": goDownload,
	"upload":   func(conn net.Conn) { _, _ = io.Copy(io.Discard, plain{conn}) },
	"pipe":     goPipe,
	"request":  goRequest,
	"idle":     func(conn net.Conn) { _, _ = io.Copy(io.Discard, plain{conn}) },
	"lines":    goLines(),
}

// plain hides the system calls that copy without looking at the bytes, which
// no script could use either.
type plain struct{ conn net.Conn }

func (p plain) Read(b []byte) (int, error)  { return p.conn.Read(b) }
func (p plain) Write(b []byte) (int, error) { return p.conn.Write(b) }

// serve runs one of them until it is killed.
func serve(name string) error {
	handle, ok := goServers[name]
	if !ok {
		return fmt.Errorf("no server in Go is called %q", name)
	}
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return err
	}
	_, port, _ := net.SplitHostPort(l.Addr().String())
	fmt.Println(port)
	for {
		conn, err := l.Accept()
		if err != nil {
			return err
		}
		go func() {
			defer conn.Close()
			handle(conn)
		}()
	}
}

func goDownload(conn net.Conn) {
	piece := make([]byte, 64<<10)
	for {
		if _, err := conn.Write(piece); err != nil {
			return
		}
	}
}

func goPipe(conn net.Conn) {
	upstream, err := net.Dial("tcp", "127.0.0.1:"+os.Getenv("UPSTREAM"))
	if err != nil {
		return
	}
	defer upstream.Close()
	go func() {
		_, _ = io.Copy(plain{upstream}, plain{conn})
		_ = upstream.Close()
	}()
	_, _ = io.Copy(plain{conn}, plain{upstream})
}

func goRequest(conn net.Conn) {
	buf := make([]byte, 4096)
	n, err := conn.Read(buf)
	if err == nil {
		_, _ = conn.Write(buf[:n])
	}
}

func goLines() func(net.Conn) {
	var mu sync.Mutex
	store := map[string]string{}
	return func(conn net.Conn) {
		in, out := bufio.NewReader(conn), bufio.NewWriter(conn)
		for {
			line, err := in.ReadString('\n')
			if err != nil {
				return
			}
			fields := strings.Fields(line)
			mu.Lock()
			if fields[0] == "GET" {
				_, _ = out.WriteString(store[fields[1]] + "\n")
			} else {
				store[fields[1]] = fields[2]
				_, _ = out.WriteString("OK\n")
			}
			mu.Unlock()
			if in.Buffered() == 0 && out.Flush() != nil {
				return
			}
		}
	}
}

// echoUpstream is where the proxies go.
type echoUpstream struct {
	l    net.Listener
	port string
}

func newEchoUpstream() (*echoUpstream, error) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return nil, err
	}
	u := &echoUpstream{l: l}
	_, u.port, _ = net.SplitHostPort(l.Addr().String())
	go func() {
		for {
			conn, err := l.Accept()
			if err != nil {
				return
			}
			go func() {
				defer conn.Close()
				_, _ = io.Copy(conn, conn)
			}()
		}
	}()
	return u, nil
}

func (u *echoUpstream) close() { _ = u.l.Close() }
