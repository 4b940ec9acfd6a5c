//go:build linux || darwin || freebsd

package fs_test

import (
	"bytes"
	"errors"
	"os"
	"testing"
	"time"

	"golang.org/x/sys/unix"

	"github.com/gonode/gonode/modules/fs"
	"github.com/gonode/gonode/runtime"
)

// TestCloseDuringPipeRead: a read that nobody answers does not hold up Close.
func TestCloseDuringPipeRead(t *testing.T) {
	var fds [2]int
	if err := unix.Pipe(fds[:]); err != nil { // os.Pipe makes them non-blocking
		t.Fatal(err)
	}
	r, w := os.NewFile(uintptr(fds[0]), "r"), os.NewFile(uintptr(fds[1]), "w")
	defer r.Close()
	var out bytes.Buffer
	rt, err := runtime.New(runtime.WithFiles(fs.Host()), runtime.WithStdio(r, &out, &out))
	if err != nil {
		t.Fatal(err)
	}
	_, err = rt.RunString(t.Context(), "test.js", `
		require('fs').read(0, Buffer.alloc(1), 0, 1, null, () => console.log('never'));
		setTimeout(() => process.exit(3), 20);
	`)
	var exit *runtime.ExitError
	if !errors.As(err, &exit) {
		t.Errorf("RunString: %v", err)
	}
	start := time.Now()
	if err := rt.Close(); err != nil {
		t.Error(err)
	}
	if spent := time.Since(start); spent > 3*time.Second {
		t.Errorf("Close took %v", spent)
	}
	if err := w.Close(); err != nil { // lets the worker go
		t.Error(err)
	}
	expect(t, out.String(), "")
}
