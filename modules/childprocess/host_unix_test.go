//go:build unix

package childprocess

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// spawned runs a shell command through Host with a pipe as its output.
func spawned(t *testing.T, spec Spec) (string, Status, error) {
	t.Helper()
	ours, theirs, err := Host().Pipe()
	if err != nil {
		t.Fatal(err)
	}
	out := os.NewFile(uintptr(ours), "pipe")
	defer out.Close()
	spec.Files = []int{NoFile, theirs, theirs}
	p, err := Host().Spawn(spec)
	Host().Close(theirs)
	if err != nil {
		return "", Status{}, err
	}
	text, err := io.ReadAll(out)
	if err != nil {
		t.Fatal(err)
	}
	status, err := p.Wait()
	if err != nil {
		t.Fatal(err)
	}
	if err := p.Signal(0); !errors.Is(err, os.ErrProcessDone) && !errors.Is(err, syscall.ESRCH) {
		t.Errorf("signal to a process that was waited for: %v", err)
	}
	return string(text), status, nil
}

func sh(command string) Spec { return Spec{File: "/bin/sh", Args: []string{"sh", "-c", command}} }

func TestHostSpawn(t *testing.T) {
	dir, err := filepath.EvalSymlinks(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	write := func(name, text string, mode os.FileMode) {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), mode); err != nil {
			t.Fatal(err)
		}
	}
	write("program", "#!/bin/sh\necho program $1\n", 0o755)
	write("noshebang", "echo noshebang $1\n", 0o755)
	write("locked", "", 0o644)
	with := func(s Spec, change func(*Spec)) Spec {
		change(&s)
		return s
	}
	path := []string{"PATH=/no/such/folder::" + dir + ":/bin:/usr/bin"}
	for _, c := range []struct {
		name   string
		spec   Spec
		out    string
		status Status
		err    error
	}{
		{"output and code", sh("echo out; echo err >&2; exit 3"), "out\nerr\n", Status{Code: 3}, nil},
		{"signal", sh("kill -TERM $$"), "", Status{Signal: syscall.SIGTERM}, nil},
		{"no input", sh("cat"), "", Status{}, nil},
		{"empty environment", sh("echo $HOME."), ".\n", Status{}, nil},
		{"environment", with(sh("echo $ONE"), func(s *Spec) { s.Env = []string{"ONE=1"} }), "1\n", Status{}, nil},
		{"directory", with(sh("pwd -P"), func(s *Spec) { s.Dir = dir }), dir + "\n", Status{}, nil},
		{"argv0", Spec{File: "/bin/sh", Args: []string{"name", "-c", "echo $0"}}, "name\n", Status{}, nil},
		{"default path", Spec{File: "echo", Args: []string{"echo", "x"}}, "x\n", Status{}, nil},
		{"path", Spec{File: "program", Args: []string{"program", "x"}, Env: path}, "program x\n", Status{}, nil},
		{"no first line", Spec{File: "noshebang", Args: []string{"n", "x"}, Env: path}, "noshebang x\n", Status{}, nil},
		{"relative to the directory", Spec{File: "./program", Args: []string{"p"}, Dir: dir}, "program\n", Status{}, nil},
		{"in the directory by an empty entry", Spec{File: "program", Args: []string{"p"}, Dir: dir, Env: []string{"PATH=:/bin"}}, "program\n", Status{}, nil},
		{"missing", Spec{File: "no-such-program", Args: []string{"x"}, Env: path}, "", Status{}, syscall.ENOENT},
		{"missing path", Spec{File: "/no/such/program", Args: []string{"x"}}, "", Status{}, syscall.ENOENT},
		{"missing directory", with(sh(""), func(s *Spec) { s.Dir = "/no/such/folder" }), "", Status{}, syscall.ENOENT},
		{"no name", Spec{Args: []string{"x"}}, "", Status{}, syscall.ENOENT},
		{"not executable", Spec{File: filepath.Join(dir, "locked"), Args: []string{"x"}}, "", Status{}, syscall.EACCES},
		{"not executable in the path", Spec{File: "locked", Args: []string{"x"}, Env: path}, "", Status{}, syscall.EACCES},
		{"a folder", Spec{File: dir, Args: []string{"x"}}, "", Status{}, syscall.EACCES},
	} {
		t.Run(c.name, func(t *testing.T) {
			out, status, err := spawned(t, c.spec)
			if !errors.Is(err, c.err) {
				t.Fatalf("error %v, want %v", err, c.err)
			}
			if out != c.out || status != c.status {
				t.Errorf("%q %+v, want %q %+v", out, status, c.out, c.status)
			}
		})
	}
}

func TestHostDetached(t *testing.T) {
	spec := sh(`test "$(ps -o pgid= -p $$ | tr -d ' ')" = $$ && echo leader`)
	spec.Env = os.Environ()
	spec.Detached = true
	if out, _, err := spawned(t, spec); err != nil || out != "leader\n" {
		t.Errorf("%q, %v", out, err)
	}
	spec.Detached = false
	if out, _, err := spawned(t, spec); err != nil || out != "" {
		t.Errorf("without: %q, %v", out, err)
	}
}

func TestHostIDs(t *testing.T) {
	uid, gid := uint32(os.Getuid()), uint32(os.Getgid())
	spec := sh("id -u; id -g")
	spec.UID, spec.GID = &uid, &gid
	out, _, err := spawned(t, spec)
	if err != nil || len(strings.Fields(out)) != 2 {
		t.Errorf("%q, %v", out, err)
	}
	other := uint32(0)
	if uid == 0 {
		other = 12345
	}
	spec.UID = &other
	out, _, err = spawned(t, spec)
	switch {
	case uid == 0 && (err != nil || !strings.HasPrefix(out, "12345\n")):
		t.Errorf("as root: %q, %v", out, err)
	case uid != 0 && !errors.Is(err, syscall.EPERM):
		t.Errorf("error %v, want EPERM", err)
	}
}

// TestHostFiles: a child has the descriptors of the list and no others.
func TestHostFiles(t *testing.T) {
	secret, err := os.Open(os.DevNull)
	if err != nil {
		t.Fatal(err)
	}
	defer secret.Close()
	spec := sh("for i in 3 4 5 6 7 8 9; do { true >&$i; } 2>/dev/null && echo $i; done; true")
	if out, _, err := spawned(t, spec); err != nil || out != "" {
		t.Errorf("open in the child: %q, %v", out, err)
	}
}

func TestDenied(t *testing.T) {
	if _, _, err := Denied().Pipe(); !errors.Is(err, os.ErrPermission) {
		t.Errorf("Pipe: %v", err)
	}
	p, err := Denied().Spawn(sh("true"))
	if !errors.Is(err, os.ErrPermission) || p != nil {
		t.Errorf("Spawn: %v, %v", p, err)
	}
}
