package main

import (
	"bufio"
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"golang.org/x/sys/unix"
)

// ending is how a process ended: its exit code, or the signal that killed it.
func ending(t *testing.T, err error) (code int, sig syscall.Signal) {
	t.Helper()
	var exit *exec.ExitError
	switch {
	case err == nil:
		return 0, 0
	case !errors.As(err, &exit):
		t.Fatal(err)
	}
	status := exit.Sys().(syscall.WaitStatus)
	if status.Signaled() {
		return -1, status.Signal()
	}
	return status.ExitStatus(), 0
}

// TestSignals: what kills node kills gonode, by the same signal.
func TestSignals(t *testing.T) {
	const wait = "; setTimeout(() => console.log('alive'), 1e5)"
	for _, test := range []struct {
		name, src string
		code      int
		sig       syscall.Signal
		out       string
	}{
		{"SIGTERM", "process.kill(process.pid, 'SIGTERM')" + wait, -1, syscall.SIGTERM, ""},
		{"SIGINT", "process.kill(process.pid, 'SIGINT')" + wait, -1, syscall.SIGINT, ""},
		{"SIGHUP", "process.kill(process.pid, 'SIGHUP')" + wait, -1, syscall.SIGHUP, ""},
		{"SIGKILL", "process.kill(process.pid, 'SIGKILL')" + wait, -1, syscall.SIGKILL, ""},
		{"SIGUSR2", "process.kill(process.pid, 'SIGUSR2')" + wait, -1, syscall.SIGUSR2, ""},
		{"SIGALRM", "process.kill(process.pid, 'SIGALRM')" + wait, -1, syscall.SIGALRM, ""},
		{"SIGPIPE is ignored", "process.kill(process.pid, 'SIGPIPE'); setTimeout(() => console.log('alive'), 5)", 0, 0, "alive\n"},
		{"abort", "process.abort()", -1, syscall.SIGABRT, ""},
		{"listener", "process.on('SIGINT', (s, n) => { console.log(s, n); process.exit(3) }); process.kill(process.pid, 'SIGINT')" + wait,
			3, 0, "SIGINT 2\n"},
		{"listener of SIGUSR2", "process.on('SIGUSR2', (s, n) => { console.log(s); process.exit() }); process.kill(process.pid, 'SIGUSR2')" + wait,
			0, 0, "SIGUSR2\n"},
		{"listener once", "process.once('SIGTERM', () => { console.log('once'); process.kill(process.pid, 'SIGTERM') }); process.kill(process.pid, 'SIGTERM')" + wait,
			-1, syscall.SIGTERM, "once\n"},
		{"listener removed", "const f = () => {}; process.on('SIGUSR2', f); process.off('SIGUSR2', f); process.kill(process.pid, 'SIGUSR2')" + wait,
			-1, syscall.SIGUSR2, ""},
		{"exit code", "process.exit(300)", 300 & 0xff, 0, ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			out, err := gonode(t, "-e", test.src).Output()
			code, sig := ending(t, err)
			if code != test.code || sig != test.sig || string(out) != test.out {
				t.Errorf("exit code %d, %v, output %q", code, sig, out)
			}
		})
	}
}

// TestStdinKinds: the script comes from whatever standard input is.
func TestStdinKinds(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "script.js")
	if err := os.WriteFile(file, []byte("console.log('from a file')"), 0o600); err != nil {
		t.Fatal(err)
	}
	open := func(name string) *os.File {
		f, err := os.Open(name)
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { f.Close() })
		return f
	}
	for name, test := range map[string]struct {
		stdin io.Reader
		want  string
	}{
		"file": {open(file), "from a file\n"},
		"null": {open(os.DevNull), ""},
		"pipe": {strings.NewReader("console.log('from a pipe')"), "from a pipe\n"},
	} {
		cmd := gonode(t)
		cmd.Stdin = test.stdin
		out, err := cmd.Output()
		if err != nil || string(out) != test.want {
			t.Errorf("%s: %q, %v", name, out, err)
		}
	}
}

// TestClosedStdin: with descriptor 0 closed by the shell a script runs.
func TestClosedStdin(t *testing.T) {
	cmd := gonode(t, "-e", "process.stdin.on('end', () => console.log('end')).on('error', (e) => console.log(e.code)).resume()")
	shell := exec.Command("/bin/sh", append([]string{"-c", `exec "$0" "$@" <&-`}, cmd.Args...)...)
	shell.Args[3] = cmd.Path
	shell.Env = cmd.Env
	out, err := shell.CombinedOutput()
	if err != nil || string(out) != "end\n" {
		t.Errorf("%q, %v", out, err)
	}
}

// TestHead: a reader that goes away is EPIPE to the script, as on Node.
func TestHead(t *testing.T) {
	cmd := gonode(t, "-e", `
		process.stdout.on('error', (e) => { console.error(e.code, e.syscall); process.exit(5) });
		const f = () => { process.stdout.write('line\n'.repeat(1000)); setImmediate(f) };
		f();
	`)
	var errs strings.Builder
	cmd.Stderr = &errs
	stdout, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	if line, err := bufio.NewReader(stdout).ReadString('\n'); line != "line\n" || err != nil {
		t.Errorf("%q, %v", line, err)
	}
	stdout.Close()
	code, sig := ending(t, cmd.Wait())
	if code != 5 || sig != 0 || errs.String() != "EPIPE write\n" {
		t.Errorf("exit code %d, %v, errors %q", code, sig, errs.String())
	}
}

// TestHeadUnhandled: without an 'error' listener the EPIPE is uncaught.
func TestHeadUnhandled(t *testing.T) {
	r, w, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	r.Close()
	defer w.Close()
	cmd := gonode(t, "-e", "process.stdout.write('x'); setTimeout(() => {}, 1e5)")
	var errs strings.Builder
	cmd.Stdout, cmd.Stderr = w, &errs
	code, sig := ending(t, cmd.Run())
	if code != 1 || sig != 0 || !strings.Contains(errs.String(), "Error: write EPIPE") {
		t.Errorf("exit code %d, %v, errors %q", code, sig, errs.String())
	}
}

// TestStaysBlocking: descriptors that others share are blocking before and
// after the run.
func TestStaysBlocking(t *testing.T) {
	var fds [2]int
	if err := unix.Pipe(fds[:]); err != nil {
		t.Fatal(err)
	}
	pair, err := unix.Socketpair(unix.AF_UNIX, unix.SOCK_STREAM, 0)
	if err != nil {
		t.Fatal(err)
	}
	for name, fd := range map[string][2]int{"pipe": fds, "socket": pair} {
		in, out := os.NewFile(uintptr(fd[0]), "in"), os.NewFile(uintptr(fd[1]), "out")
		if _, err := out.WriteString("some input"); err != nil {
			t.Fatal(err)
		}
		cmd := gonode(t, "-e", `
			process.stdin.once('data', (b) => {
				process.stdout.write('got ' + b);
				process.stderr.write('err');
				process.stdin.destroy();
			});`)
		cmd.Stdin, cmd.Stdout, cmd.Stderr = in, out, out
		if err := cmd.Run(); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		for _, n := range fd {
			flags, err := unix.FcntlInt(uintptr(n), unix.F_GETFL, 0)
			if err != nil || flags&unix.O_NONBLOCK != 0 {
				t.Errorf("%s: flags %#x, %v", name, flags, err)
			}
		}
		if name == "pipe" {
			b := make([]byte, 64)
			n, err := in.Read(b)
			if got := string(b[:n]); err != nil || !strings.HasPrefix(got, "got some input") {
				t.Errorf("%s: %q, %v", name, got, err)
			}
		}
		in.Close()
		out.Close()
	}
}

// TestTerminal: without a script on a terminal there is only the usage.
func TestTerminal(t *testing.T) {
	master, err := os.OpenFile("/dev/ptmx", os.O_RDWR, 0)
	if err != nil {
		t.Skipf("no pseudo terminals here: %v", err)
	}
	defer master.Close()
	slave := openSlave(t, master)
	cmd := gonode(t)
	var errs strings.Builder
	cmd.Stdin, cmd.Stderr = slave, &errs
	code, _ := ending(t, cmd.Run())
	if code != 9 || !strings.HasPrefix(errs.String(), "Usage: gonode") {
		t.Errorf("exit code %d, errors %q", code, errs.String())
	}
	out, err := func() ([]byte, error) {
		cmd := gonode(t, "-p", "[process.stdin.isTTY, process.stdin.constructor.name].join()")
		cmd.Stdin = slave
		return cmd.Output()
	}()
	if err != nil || string(out) != "true,ReadStream\n" {
		t.Errorf("%q, %v", out, err)
	}
}
