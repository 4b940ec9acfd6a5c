package runtime_test

import (
	"bytes"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/gonode/gonode/runtime"
)

// echoSource copies standard input to standard output and says what they are.
const echoSource = `
	const kind = (s) => s.constructor.name + ' ' + s._type;
	console.log(kind(process.stdin), kind(process.stdout));
	process.stdin.on('data', (b) => process.stdout.write(b)).on('end', () => console.log('|end'));
`

// pipe makes a pipe whose ends are closed after the test.
func pipe(t *testing.T) (r, w *os.File) {
	t.Helper()
	r, w, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		r.Close()
		w.Close()
	})
	return r, w
}

func TestStdinKinds(t *testing.T) {
	file := filepath.Join(t.TempDir(), "input")
	if err := os.WriteFile(file, []byte("from a file"), 0o600); err != nil {
		t.Fatal(err)
	}
	open := func(path string) *os.File {
		f, err := os.Open(path)
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { f.Close() })
		return f
	}
	fed, feed := pipe(t)
	if _, err := feed.WriteString("from a pipe"); err != nil {
		t.Fatal(err)
	}
	feed.Close()
	for _, test := range []struct {
		name  string
		stdin io.Reader
		want  string
	}{
		{"reader", strings.NewReader("from a reader"), "ReadStream undefined SyncWriteStream fs\nfrom a reader|end\n"},
		{"empty", nil, "ReadStream undefined SyncWriteStream fs\n|end\n"},
		{"file", open(file), "ReadStream undefined SyncWriteStream fs\nfrom a file|end\n"},
		{"null device", open(os.DevNull), "ReadStream undefined SyncWriteStream fs\n|end\n"},
		{"pipe", fed, "Socket undefined SyncWriteStream fs\nfrom a pipe|end\n"},
		{"reader that fails", io.MultiReader(strings.NewReader("some"), failingReader{}),
			"ReadStream undefined SyncWriteStream fs\nsomeerror: read UNKNOWN: broken reader\n"},
	} {
		t.Run(test.name, func(t *testing.T) {
			var out bytes.Buffer
			rt := newRuntime(t, runtime.WithStdio(test.stdin, &out, nil))
			_, err := rt.RunString(deadline(t), "x.js",
				echoSource+"process.stdin.on('error', (e) => console.log('error: ' + e.message))")
			if err != nil {
				t.Fatal(err)
			}
			expect(t, "output", out.String(), test.want)
		})
	}
}

type failingReader struct{}

func (failingReader) Read([]byte) (int, error) { return 0, errors.New("broken reader") }

func TestStdoutKinds(t *testing.T) {
	const src = "process.stdout.write(process.stdout.constructor.name + ' ' + process.stdout._type); console.log('!')"
	file, err := os.Create(filepath.Join(t.TempDir(), "output"))
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	if _, err := newRuntime(t, runtime.WithStdio(nil, file, nil)).RunString(deadline(t), "x.js", src); err != nil {
		t.Fatal(err)
	}
	got, err := os.ReadFile(file.Name())
	if err != nil {
		t.Fatal(err)
	}
	expect(t, "file", string(got), "SyncWriteStream fs!\n")

	r, w := pipe(t)
	if _, err := newRuntime(t, runtime.WithStdio(nil, w, nil)).RunString(deadline(t), "x.js", src); err != nil {
		t.Fatal(err)
	}
	w.Close()
	if got, err = io.ReadAll(r); err != nil {
		t.Fatal(err)
	}
	expect(t, "pipe", string(got), "Socket pipe!\n")
}

// TestStderr: reports of a script's end are in the error, not on the stream.
func TestStderr(t *testing.T) {
	var out, err bytes.Buffer
	rt := newRuntime(t, runtime.WithStdio(nil, &out, &err))
	_, ended := rt.RunString(deadline(t), "x.js", "console.error('one'); process.stderr.write('two\\n'); throw 3")
	var uncaught *runtime.UncaughtError
	if !errors.As(ended, &uncaught) {
		t.Fatalf("got %v", ended)
	}
	expect(t, "stdout", out.String(), "")
	expect(t, "stderr", err.String(), "one\ntwo\n")
}

// brokenWriter takes nothing.
type brokenWriter struct{ cause error }

func (w brokenWriter) Write([]byte) (int, error) { return 0, w.cause }

// TestStdoutFails: what a writer refuses becomes 'error' on process.stdout, and
// console.log passes over it.
func TestStdoutFails(t *testing.T) {
	var errOut bytes.Buffer
	rt := newRuntime(t, runtime.WithStdio(nil, brokenWriter{os.ErrPermission}, &errOut))
	_, err := rt.RunString(deadline(t), "x.js", `
		console.log('dropped');
		process.stdout.on('error', (e) => console.error(e.code, e.syscall));
		process.stdout.write('refused');
	`)
	if err != nil {
		t.Fatal(err)
	}
	expect(t, "stderr", errOut.String(), "EACCES write\n")
}

// TestStdoutPipeClosed: a reader that has gone is EPIPE, and no signal.
func TestStdoutPipeClosed(t *testing.T) {
	r, w := pipe(t)
	r.Close()
	var errOut bytes.Buffer
	rt := newRuntime(t, runtime.WithStdio(nil, w, &errOut))
	_, err := rt.RunString(deadline(t), "x.js", `
		process.stdout.on('error', (e) => console.error(e.message, e.code, e.syscall));
		process.stdout.write('to nobody');
	`)
	if err != nil {
		t.Fatal(err)
	}
	expect(t, "stderr", errOut.String(), "write EPIPE EPIPE write\n")
}

// TestCloseWhileReading: a read of standard input that waits keeps neither
// Close nor a goroutine.
func TestCloseWhileReading(t *testing.T) {
	r, _ := pipe(t)
	reader, writer := io.Pipe()
	defer writer.Close()
	for name, stdin := range map[string]io.Reader{"pipe": r, "reader": reader} {
		rt, err := runtime.New(runtime.WithStdio(stdin, nil, nil))
		if err != nil {
			t.Fatal(err)
		}
		reading := make(chan struct{})
		ran := make(chan error, 1)
		go func() {
			_, err := rt.RunString(deadline(t), "x.js", "process.stdin.resume()")
			ran <- err
		}()
		if err := rt.Post(func(_ *vm) { close(reading) }); err != nil {
			t.Fatal(err)
		}
		<-reading
		if err := rt.Close(); err != nil {
			t.Errorf("%s: Close: %v", name, err)
		}
		if err := <-ran; !errors.Is(err, runtime.ErrClosed) {
			t.Errorf("%s: the run ended with %v", name, err)
		}
		if name == "reader" { // nobody can wake it but its own writer
			writer.Close()
		}
	}
}
