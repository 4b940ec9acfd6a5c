//go:build bulk

// Package bulk moves 64 MB both ways through a slow echo server, gonode and
// Node on either side, and checks every byte. It runs by `make bulk`, without
// the race detector, which would only measure itself.
package bulk

import (
	"bufio"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

const megabytes = 64

type program struct {
	name, path string
	env        []string
}

func TestBulk(t *testing.T) {
	gonode := filepath.Join(t.TempDir(), "gonode")
	if out, err := exec.Command("go", "build", "-o", gonode, "../../cmd/gonode").CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	programs := []program{
		{"epoll", gonode, []string{"GONODE_NET_TRANSPORT=epoll"}},
		{"pump", gonode, []string{"GONODE_NET_TRANSPORT=pump"}},
	}
	if node := findNode(); node != "" {
		programs = append(programs, program{name: "node", path: node})
	} else {
		t.Log("no Node here (GONODE_ORACLE_NODE is not set, none in PATH): gonode talks to itself only")
	}
	for _, server := range programs {
		for _, client := range programs {
			if server.name == "node" && client.name == "node" {
				continue
			}
			t.Run(server.name+" serves "+client.name, func(t *testing.T) { transfer(t, server, client) })
		}
	}
}

func findNode() string {
	if path := os.Getenv("GONODE_ORACLE_NODE"); path != "" {
		return path
	}
	path, err := exec.LookPath("node")
	if err != nil {
		return ""
	}
	return path
}

func (p program) command(args ...string) *exec.Cmd {
	cmd := exec.Command(p.path, args...)
	cmd.Env = append(os.Environ(), p.env...)
	cmd.Stderr = os.Stderr
	return cmd
}

func transfer(t *testing.T, server, client program) {
	srv := server.command("scripts/server.js")
	stdout, err := srv.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := srv.Start(); err != nil {
		t.Fatal(err)
	}
	defer func() {
		_ = srv.Process.Kill()
		_ = srv.Wait()
	}()
	port, err := bufio.NewReader(stdout).ReadString('\n')
	if err != nil {
		t.Fatal(err)
	}
	out, err := client.command("scripts/client.js", strings.TrimSpace(port), fmt.Sprint(megabytes)).Output()
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	n := megabytes << 20
	if want := fmt.Sprintf("%d bytes, %d read, %d written, error false\n", n, n, n); string(out) != want {
		t.Errorf("got %q, want %q", out, want)
	}
}
