// Package examples holds programs to read and run; the tests here run each of
// them with the command, against plain Go clients and servers.
package examples

import (
	"bufio"
	"fmt"
	"io"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

var gonode string

func TestMain(m *testing.M) {
	os.Exit(func() int {
		dir, err := os.MkdirTemp("", "gonode")
		if err != nil {
			fmt.Fprintln(os.Stderr, err)
			return 1
		}
		defer os.RemoveAll(dir)
		gonode = filepath.Join(dir, "gonode")
		build := exec.Command("go", "build", "-o", gonode, "../cmd/gonode")
		if out, err := build.CombinedOutput(); err != nil {
			fmt.Fprintf(os.Stderr, "%v\n%s", err, out)
			return 1
		}
		return m.Run()
	}())
}

// serve starts a server script and returns its address; the first line that
// it prints ends with its port.
func serve(t *testing.T, script string, args ...string) string {
	t.Helper()
	cmd := exec.Command(gonode, append([]string{script}, args...)...)
	cmd.Stderr = os.Stderr
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		_ = cmd.Process.Kill()
		_ = cmd.Wait()
	})
	line, err := bufio.NewReader(out).ReadString('\n')
	if err != nil {
		t.Fatalf("%s printed no port: %v", script, err)
	}
	fields := strings.Fields(line)
	return "127.0.0.1:" + fields[len(fields)-1]
}

func dial(t *testing.T, addr string) net.Conn {
	t.Helper()
	conn, err := net.Dial("tcp", addr)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = conn.Close() })
	if err := conn.SetDeadline(time.Now().Add(20 * time.Second)); err != nil {
		t.Fatal(err)
	}
	return conn
}

// exchange sends text, ends, and returns everything that comes back.
func exchange(t *testing.T, addr, text string) string {
	t.Helper()
	conn := dial(t, addr)
	if _, err := io.WriteString(conn, text); err != nil {
		t.Fatal(err)
	}
	if err := conn.(*net.TCPConn).CloseWrite(); err != nil {
		t.Fatal(err)
	}
	got, err := io.ReadAll(conn)
	if err != nil {
		t.Fatal(err)
	}
	return string(got)
}

func TestEcho(t *testing.T) {
	if got := exchange(t, serve(t, "echo.js", "0"), "hello"); got != "hello" {
		t.Errorf("got %q", got)
	}
}

func TestProxy(t *testing.T) {
	host, port, _ := net.SplitHostPort(serve(t, "echo.js", "0"))
	text := strings.Repeat("through the proxy ", 20000)
	if got := exchange(t, serve(t, "proxy.js", "0", host, port), text); got != text {
		t.Errorf("got %d bytes, want %d", len(got), len(text))
	}
}

func TestHTTP10(t *testing.T) {
	addr := serve(t, "http10.js", "0")
	for request, want := range map[string]string{
		"GET / HTTP/1.0\r\n\r\n":  "HTTP/1.0 200 OK\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Length: 18\r\n\r\nhello from gonode\n",
		"GET /x HTTP/1.0\r\n\r\n": "HTTP/1.0 404 Not Found\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Length: 11\r\n\r\nno /x here\n",
		"PUT / HTTP/1.0\r\n\r\n":  "HTTP/1.0 405 Method Not Allowed\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Length: 9\r\n\r\nonly GET\n",
	} {
		conn := dial(t, addr)
		if _, err := io.WriteString(conn, request); err != nil {
			t.Fatal(err)
		}
		got, err := io.ReadAll(conn)
		if err != nil || string(got) != want {
			t.Errorf("%q: got %q, %v", request, got, err)
		}
	}
}

func TestChat(t *testing.T) {
	addr := serve(t, "chat.js", "0")
	first := dial(t, addr)
	in1 := bufio.NewReader(first)
	expectLine(t, in1, "welcome, guest1")
	second := dial(t, addr)
	in2 := bufio.NewReader(second)
	expectLine(t, in2, "welcome, guest2")
	expectLine(t, in1, "* guest2 joined")
	fmt.Fprint(second, "good ")
	fmt.Fprint(second, "evening\nall\n")
	expectLine(t, in1, "guest2: good evening")
	expectLine(t, in1, "guest2: all")
	_ = second.Close()
	expectLine(t, in1, "* guest2 left")
}

func expectLine(t *testing.T, r *bufio.Reader, want string) {
	t.Helper()
	got, err := r.ReadString('\n')
	if err != nil || got != want+"\n" {
		t.Fatalf("got %q, %v; want %q", got, err, want)
	}
}

// TestRedis answers the client by hand.
func TestRedis(t *testing.T) {
	ln, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer ln.Close()
	served := make(chan error, 1)
	go func() { served <- answerRedis(ln) }()
	_, port, _ := net.SplitHostPort(ln.Addr().String())
	out, err := exec.Command(gonode, "redis.js", port, "LRANGE", "list", "0", "-1").CombinedOutput()
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	if err := <-served; err != nil {
		t.Error(err)
	}
	if got, want := string(out), "[ 'one', 'zwei ü', 3, null ]\n"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func answerRedis(ln net.Listener) error {
	conn, err := ln.Accept()
	if err != nil {
		return err
	}
	defer conn.Close()
	want := "*4\r\n$6\r\nLRANGE\r\n$4\r\nlist\r\n$1\r\n0\r\n$2\r\n-1\r\n"
	got := make([]byte, len(want))
	if _, err := io.ReadFull(conn, got); err != nil {
		return err
	}
	if string(got) != want {
		return fmt.Errorf("request %q, want %q", got, want)
	}
	// In two pieces, cut in the middle of a reply.
	for _, part := range []string{"*4\r\n$3\r\none\r\n$7\r\nzw", "ei ü\r\n:3\r\n$-1\r\n"} {
		if _, err := io.WriteString(conn, part); err != nil {
			return err
		}
	}
	_, err = io.Copy(io.Discard, conn)
	return err
}
