//go:build unix

package childprocess_test

import (
	"bytes"
	"context"
	"errors"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/gonode/gonode/eventloop"
	"github.com/gonode/gonode/modules/childprocess"
	"github.com/gonode/gonode/runtime"
)

// run runs a script and returns what it printed.
func run(t *testing.T, script string, opts ...runtime.Option) string {
	t.Helper()
	var out bytes.Buffer
	rt, err := runtime.New(append([]runtime.Option{runtime.WithStdio(nil, &out, &out)}, opts...)...)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := rt.RunString(context.Background(), "test", script); err != nil {
		t.Errorf("%v\n%s", err, out.String())
	}
	if err := rt.Close(); err != nil {
		t.Error(err)
	}
	return out.String()
}

const everyWay = `
const cp = require('child_process');
const show = (name) => (err) => console.log(name, err.message);
const child = cp.spawn('/bin/sh', ['-c', 'true']);
child.on('error', show('spawn')).on('close', (code) => console.log('close', code < 0));
child.stdout.on('data', () => console.log('data')).on('end', () => console.log('end'));
child.stdin.end('x');
cp.exec('true', show('exec'));
cp.fork('script.js').on('error', show('fork'));
console.log(cp.spawnSync('true').error.message);
try { cp.execSync('true'); } catch (err) { show('execSync')(err); }
`

// TestDeniedByDefault: a runtime without options starts nothing, in every way
// of asking, and says so where a script expects it.
func TestDeniedByDefault(t *testing.T) {
	want := "spawnSync true EACCES\n" +
		"execSync spawnSync /bin/sh EACCES\n" +
		"spawn spawn /bin/sh EACCES\n" +
		"exec spawn /bin/sh EACCES\n" +
		"fork spawn gonode EACCES\n" +
		"end\n" +
		"close true\n"
	if got := run(t, everyWay); got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
}

// TestPipesNeedNoNetwork: processes without any network.
func TestPipesNeedNoNetwork(t *testing.T) {
	got := run(t, `
		const cp = require('child_process');
		const child = cp.spawn('cat');
		child.stdout.on('data', (chunk) => console.log(String(chunk)));
		child.stdin.end('through');
		child.on('close', (code) => console.log(code, cp.execSync('echo sync').toString().trim()));
	`, runtime.WithProcesses(childprocess.Host()), runtime.WithEnv("PATH=/bin:/usr/bin"))
	if want := "through\n0 sync\n"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

// onlyTrue is a System of an embedder.
type onlyTrue struct{ childprocess.System }

func (s onlyTrue) Spawn(spec childprocess.Spec) (childprocess.Process, error) {
	if spec.File != "true" || !slices.Equal(spec.Env, []string{"PATH=/bin:/usr/bin"}) {
		return nil, os.ErrPermission
	}
	return s.System.Spawn(spec)
}

func TestOwnSystem(t *testing.T) {
	got := run(t, `
		const cp = require('child_process');
		console.log(cp.spawnSync('true').status, cp.spawnSync('ls').error.code);
	`, runtime.WithProcesses(onlyTrue{childprocess.Host()}), runtime.WithEnv("PATH=/bin:/usr/bin"))
	if want := "0 EACCES\n"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

// TestInheritedOutput: what a child writes to an inherited stream arrives
// where the script's own output does.
func TestInheritedOutput(t *testing.T) {
	got := run(t, `
		const cp = require('child_process');
		const sync = cp.spawnSync('/bin/sh', ['-c', 'echo one; echo two >&2'], { stdio: 'inherit' });
		console.log(sync.status, sync.output);
		const child = cp.spawn('/bin/sh', ['-c', 'cat; echo three'], { stdio: [0, 2] });
		console.log(child.stdout);
	`, runtime.WithProcesses(childprocess.Host()), runtime.WithEnv("PATH=/bin:/usr/bin"))
	if want := "one\ntwo\n0 [ null, null, null ]\nnull\nthree\n"; got != want && got != "two\none\n"+want[len("one\ntwo\n"):] {
		t.Errorf("%q, want %q", got, want)
	}
}

// TestStrangeDescriptors: a closed runtime lends no descriptor of the program.
func TestStrangeDescriptors(t *testing.T) {
	got := run(t, `
		const cp = require('child_process');
		try { cp.spawn('true', { stdio: ['ignore', 'ignore', 5] }); } catch (err) { console.log(err.message); }
		console.log(cp.spawnSync('true', { stdio: [5] }).error.code);
		console.log(cp.spawnSync('cat', { stdio: 'inherit' }).status);
	`, runtime.WithProcesses(childprocess.Host()), runtime.WithEnv("PATH=/bin:/usr/bin"))
	if want := "spawn EBADF\nEBADF\n0\n"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

// TestNothingLeaks: descriptors are as many after as before, whatever became
// of the children, and none of them is left as a zombie.
func TestNothingLeaks(t *testing.T) {
	if _, err := os.Stat("/proc/self/fd"); errors.Is(err, os.ErrNotExist) {
		t.Skip("there is no /proc/self/fd")
	}
	script := `
		const cp = require('child_process');
		const pids = [];
		for (let i = 0; i < 5; i++) {
			const child = cp.spawn('cat');
			pids.push(child.pid);
			child.stdin.end('x');
			child.stdout.resume();
			cp.spawn('no-such-program').on('error', () => {});
			try { cp.spawn('true', { stdio: ['pipe', 'pipe', 'pipe', 987] }); } catch {}
			pids.push(cp.spawnSync('cat', { input: 'x' }).pid);
			cp.spawnSync('no-such-program');
			cp.spawnSync('sleep', ['60'], { timeout: 5 });
			const killed = cp.spawn('sleep', ['60']);
			pids.push(killed.pid);
			killed.kill();
			cp.exec('echo 0123456789', { maxBuffer: 3 }, () => {});
		}
		process.on('exit', () => console.log(pids.join(' ')));
	`
	options := []runtime.Option{runtime.WithProcesses(childprocess.Host()), runtime.WithEnv("PATH=/bin:/usr/bin")}
	run(t, script, options...) // Go's own poller opens its descriptors
	before := descriptors(t)
	pids := run(t, script, options...)
	if after := descriptors(t); after != before {
		t.Errorf("%d descriptors before, %d after", before, after)
	}
	for _, pid := range bytes.Fields([]byte(pids)) {
		if _, err := os.Stat("/proc/" + string(pid)); !errors.Is(err, os.ErrNotExist) {
			t.Errorf("process %s is still there: %v", pid, err)
		}
	}
}

func descriptors(t *testing.T) int {
	t.Helper()
	entries, err := os.ReadDir("/proc/self/fd")
	if err != nil {
		t.Fatal(err)
	}
	return len(entries)
}

// TestForkLeavesNothing forks this test binary and closes the runtime in the
// midst of it all.
func TestForkLeavesNothing(t *testing.T) {
	if _, err := os.Stat("/proc/self/fd"); errors.Is(err, os.ErrNotExist) {
		t.Skip("there is no /proc/self/fd")
	}
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	const script = `
		const cp = require('child_process');
		for (let i = 0; i < 3; i++) {
			const child = cp.fork('none', [], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
			child.on('message', (message) => {
				console.log(message);
				if (message === 'ping') child.send('last');
				else child.disconnect();
			});
			child.send('ping');
		}
		const open = cp.fork('none');
		open.on('message', () => open.kill());
		open.on('exit', (code, signal) => console.log(signal));
		open.send('ping');
	`
	options := []runtime.Option{
		runtime.WithProcesses(childprocess.Host()), runtime.WithExecPath(self, self),
		runtime.WithEnv(childScript + "=process.on('message', (m) => process.send(m))"),
	}
	run(t, script, options...)
	before := descriptors(t)
	got := bytes.Fields([]byte(run(t, script, options...)))
	slices.SortFunc(got, bytes.Compare)
	if text := string(bytes.Join(got, []byte(" "))); text != "SIGTERM last last last ping ping ping" {
		t.Errorf("the children said %q", text)
	}
	if after := descriptors(t); after != before {
		t.Errorf("%d descriptors before, %d after", before, after)
	}
}

// TestWithoutPoller: where the loop polls no sockets, goroutines move the
// bytes, and no descriptors can be sent.
func TestWithoutPoller(t *testing.T) {
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	got := run(t, `
		const cp = require('child_process');
		const child = cp.fork('none', [], { stdio: ['ignore', 'pipe', 'inherit', 'ipc'] });
		child.on('message', (message) => {
			console.log(message.text.length);
			try { child.send('x', new (require('net').Server)()); } catch (err) { console.log(err.code); }
			child.disconnect();
		});
		child.on('disconnect', () => console.log('disconnect'));
		child.on('exit', (code) => {
			const cat = cp.spawn('cat');
			cat.stdout.on('data', (chunk) => console.log(String(chunk)));
			cat.stdin.end('through');
		});
		child.send({ text: 'x'.repeat(1 << 20) });
	`, runtime.WithProcesses(childprocess.Host()), runtime.WithExecPath(self, self),
		runtime.WithWaitMode(eventloop.WaitChannel),
		runtime.WithEnv("PATH=/bin:/usr/bin", childScript+"=process.on('message', (m) => process.send(m))"))
	if want := "1048576\nERR_METHOD_NOT_IMPLEMENTED\ndisconnect\nthrough\n"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

// TestBadChannel: what is wrong with the announced channel is an error of the
// script.
func TestBadChannel(t *testing.T) {
	for name, c := range map[string]struct {
		channel childprocess.Channel
		want    string
	}{
		"no number":                {childprocess.Channel{FD: "x", Mode: "json"}, "ERR_INVALID_ARG_VALUE"},
		"closed":                   {childprocess.Channel{FD: "9999", Mode: "json"}, "EBADF"},
		"a mode that is not there": {childprocess.Channel{FD: socket(t), Mode: "advanced"}, "ERR_METHOD_NOT_IMPLEMENTED"},
	} {
		t.Run(name, func(t *testing.T) {
			rt, err := runtime.New(runtime.WithChannel(&c.channel))
			if err != nil {
				t.Fatal(err)
			}
			defer rt.Close()
			_, err = rt.RunString(context.Background(), "test", "")
			if err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("error %v, want %s", err, c.want)
			}
		})
	}
}

// socket is the number of a socket, which its user closes.
func socket(t *testing.T) string {
	t.Helper()
	ours, theirs, err := childprocess.Host().Pipe()
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { childprocess.Host().Close(theirs) })
	return strconv.Itoa(ours)
}
