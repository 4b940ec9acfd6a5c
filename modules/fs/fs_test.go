package fs_test

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"testing/fstest"
	"time"

	"go.uber.org/goleak"

	"github.com/gonode/gonode/modules/fs"
	"github.com/gonode/gonode/runtime"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

// run runs a script and returns what it prints.
func run(t *testing.T, script string, opts ...runtime.Option) string {
	t.Helper()
	var out bytes.Buffer
	opts = append(opts, runtime.WithStdio(strings.NewReader("from stdin"), &out, &out))
	rt, err := runtime.New(opts...)
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithTimeout(t.Context(), 20*time.Second)
	defer cancel()
	if _, err := rt.RunString(ctx, "test.js", script); err != nil {
		t.Errorf("RunString: %v", err)
	}
	if err := rt.Close(); err != nil {
		t.Errorf("Close: %v", err)
	}
	return out.String()
}

// helpers are what the scripts below begin with.
const helpers = `
	const fs = require('fs');
	const code = (fn) => { try { return fn() } catch (e) { return e.code + ' ' + e.syscall } };
	const show = (...values) => console.log(values.map((v) => typeof v === 'function' ? code(v) : v).join(', '));
`

func expect(t *testing.T, got, want string) {
	t.Helper()
	if strings.TrimSpace(got) != strings.TrimSpace(want) {
		t.Errorf("output:\n%s\nwant:\n%s", got, want)
	}
}

// TestDenied: a runtime without options has no file, and its own standard
// streams.
func TestDenied(t *testing.T) {
	expect(t, run(t, helpers+`
		show(() => fs.readFileSync('/etc/hostname'), () => fs.statSync('/'), () => fs.mkdirSync('/x'));
		show(() => fs.readdirSync('/'), () => fs.opendirSync('/'), () => fs.realpathSync('/x'), () => fs.rmSync('/x'));
		show(fs.existsSync('/'), () => fs.closeSync(77), () => fs.fstatSync(3));
		show(() => fs.readFileSync(0, 'utf8'), () => fs.writeSync(1, 'one\n'), () => fs.writeSync(0, 'x'), () => fs.readSync(1, Buffer.alloc(1)));
		fs.readFile('/etc/hostname', (e) => console.log(e.message));
		fs.promises.open('/x', 'w').catch((e) => console.log(e.message));
	`), `
EACCES open, EACCES stat, EACCES mkdir
EACCES scandir, EACCES opendir, EACCES lstat, EACCES lstat
false, EBADF close, EBADF fstat
one
from stdin, 4, EBADF write, EBADF read
EACCES: permission denied, open '/etc/hostname'
EACCES: permission denied, open '/x'
`)
}

// TestReadOnly: the tree that scripts are loaded from can be read.
func TestReadOnly(t *testing.T) {
	tree := fstest.MapFS{
		"app/data.txt":  {Data: []byte("hello"), Mode: 0o644, ModTime: time.Unix(1000, 0)},
		"app/sub/b.txt": {Data: []byte("b")},
	}
	expect(t, run(t, helpers+`
		show(fs.readFileSync('/app/data.txt', 'utf8'), fs.readFileSync('app/sub/b.txt', 'utf8'));
		show(fs.readdirSync('/app', { recursive: true }).join(' '), fs.statSync('/app').isDirectory(), fs.statSync('/app/data.txt').mtimeMs);
		const fd = fs.openSync('/app/data.txt');
		const buf = Buffer.alloc(3);
		show(fd, fs.readSync(fd, buf, 0, 3, 2), String(buf), fs.readSync(fd, buf), String(buf), fs.readSync(fd, buf), fs.fstatSync(fd).size);
		show(() => fs.writeSync(fd, 'x'), () => fs.ftruncateSync(fd), () => fs.fchmodSync(fd, 0), () => fs.closeSync(fd), () => fs.closeSync(fd));
		show(() => fs.writeFileSync('/app/new', ''), () => fs.writeFileSync('/app/data.txt', ''), () => fs.mkdirSync('/app'), () => fs.mkdirSync('/x'));
		show(() => fs.rmSync('/app', { recursive: true }), () => fs.unlinkSync('/none'), () => fs.renameSync('/app/data.txt', '/y'));
		show(() => fs.accessSync('/app/data.txt', 4), () => fs.accessSync('/app/data.txt', 2), () => fs.readFileSync('/none'), () => fs.readFileSync('/app'));
		show(() => fs.readlinkSync('/app/data.txt'), () => fs.realpathSync('/app/../app/data.txt'), () => fs.openSync('/app', 'w'), () => fs.mkdtempSync('/t'));
		fs.createReadStream('/app/data.txt', { start: 1 }).on('data', (b) => console.log(String(b)));
	`, runtime.WithFS(runtime.FromFS(tree))), `
hello, b
data.txt sub sub/b.txt, true, 1000000
3, 3, llo, 3, hel, 2, 5
EBADF write, EINVAL ftruncate, EROFS fchmod, , EBADF close
EROFS open, EROFS open, EEXIST mkdir, EROFS mkdir
EROFS unlink, ENOENT unlink, EROFS rename
, EROFS access, ENOENT open, EISDIR read
EINVAL readlink, /app/data.txt, EISDIR open, EROFS mkdtemp
ello
`)
}

// TestStandardOutput: asynchronous writes to a stream of the embedder keep
// their place among the others, and off the workers.
func TestStandardOutput(t *testing.T) {
	expect(t, run(t, helpers+`
		let left = 3;
		const done = () => {
			if (--left === 0) fs.promises.writeFile('/x', '').catch((e) => fs.writeFile(1, e.code + '\n', (err) => console.log(err)));
		};
		for (let i = 0; i < 3; i++) { fs.write(1, 'a' + i + '\n', done); console.log('b' + i) }
	`), `
a0
b0
a1
b1
a2
b2
EACCES
null
`)
}

// TestWithFiles: the option counts over what WithFS gives.
func TestWithFiles(t *testing.T) {
	dir := t.TempDir()
	script := helpers + `fs.writeFileSync(` + "`" + filepath.Join(dir, "file") + "`" + `, 'x'); show('done')`
	expect(t, run(t, script, runtime.WithFiles(fs.Host())), "done")
	if b, err := os.ReadFile(filepath.Join(dir, "file")); err != nil || string(b) != "x" {
		t.Errorf("file holds %q, %v", b, err)
	}
}

// TestCloseLeavesNothing: files that a script leaves open, and operations
// under way when it ends, are gone after Close.
func TestCloseLeavesNothing(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "file")
	if err := os.WriteFile(path, make([]byte, 1<<20), 0o600); err != nil {
		t.Fatal(err)
	}
	before := openFiles(t)
	run(t, `
		const fs = require('fs');
		for (let i = 0; i < 20; i++) fs.openSync('`+path+`');
		fs.open('`+path+`', () => {});
	`, runtime.WithFiles(fs.Host()))
	if after := openFiles(t); after > before {
		t.Errorf("%d files open, %d before", after, before)
	}
	rt, err := runtime.New(runtime.WithFiles(fs.Host()))
	if err != nil {
		t.Fatal(err)
	}
	_, err = rt.RunString(t.Context(), "test.js", `
		const fs = require('fs');
		for (let i = 0; i < 50; i++) { fs.readFile('`+path+`', () => {}); fs.open('`+path+`', () => {}); }
		process.exit(3);
	`)
	var exit *runtime.ExitError
	if !errors.As(err, &exit) || exit.Code != 3 {
		t.Errorf("RunString: %v", err)
	}
	if err := rt.Close(); err != nil {
		t.Error(err)
	}
	if after := openFiles(t); after > before {
		t.Errorf("%d files open after exit, %d before", after, before)
	}
}

// openFiles counts the program's descriptors.
func openFiles(t *testing.T) int {
	t.Helper()
	list, err := os.ReadDir("/proc/self/fd")
	if err != nil {
		t.Skipf("this system does not list descriptors: %v", err)
	}
	return len(list)
}

// TestHostErrors: the host's errors wrap the system's.
func TestHostErrors(t *testing.T) {
	host, none := fs.Host(), filepath.Join(t.TempDir(), "none")
	_, statErr := host.Stat(none)
	_, openErr := host.Open(none, 0, 0)
	_, dirErr := host.OpenDir(none)
	_, realErr := host.Realpath(none)
	for name, err := range map[string]error{
		"stat": statErr, "open": openErr, "opendir": dirErr, "realpath": realErr,
		"unlink": host.Unlink(none), "rmdir": host.Rmdir(none), "chmod": host.Chmod(none, 0),
		"rename": host.Rename(none, none+"2"), "copy": host.CopyFile(none, none+"2", 0),
	} {
		if !errors.Is(err, syscall.ENOENT) && !errors.Is(err, os.ErrNotExist) {
			t.Errorf("%s: %v, want ENOENT", name, err)
		}
	}
}
