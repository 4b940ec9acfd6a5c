package childprocess

import (
	"bytes"
	"context"
	"errors"
	"os"
	"testing"

	"golang.org/x/sys/unix"

	"github.com/gonode/gonode/eventloop"
	"github.com/gonode/gonode/internal/engine"
)

// collector is a receiver.
type collector struct {
	data  []byte
	files []int
	ended bool
	onAny func()
}

func (c *collector) received(b []byte, files []int) {
	c.data = append(c.data, b...)
	c.files = append(c.files, files...)
	c.onAny()
}

func (c *collector) over() {
	c.ended = true
	c.onAny()
}

// linkPair makes two ends on one loop.
func linkPair(t *testing.T) (*eventloop.Loop, *rawLink, *rawLink) {
	t.Helper()
	e := engine.New()
	loop, err := eventloop.New(eventloop.WithHook(e))
	if err != nil {
		t.Fatal(err)
	}
	e.Attach(loop)
	m := New(e, Deps{})
	t.Cleanup(func() {
		m.Close()
		if err := loop.Close(); err != nil {
			t.Error(err)
		}
	})
	ours, theirs, err := Host().Pipe()
	if err != nil {
		t.Fatal(err)
	}
	var ends [2]*rawLink
	for i, fd := range []int{ours, theirs} {
		l, err := m.openLink(fd)
		if err != nil {
			t.Fatal(err)
		}
		ends[i] = l.(*rawLink)
	}
	return loop, ends[0], ends[1]
}

// fileNumber tells whether two descriptors are the same file.
func fileNumber(t *testing.T, fd int) uint64 {
	t.Helper()
	var stat unix.Stat_t
	if err := unix.Fstat(fd, &stat); err != nil {
		t.Fatal(err)
	}
	return stat.Ino
}

// TestLinkCarries: much more than the kernel takes at once, descriptors before
// and behind it, and the end.
func TestLinkCarries(t *testing.T) {
	loop, a, b := linkPair(t)
	first, err := os.CreateTemp(t.TempDir(), "")
	if err != nil {
		t.Fatal(err)
	}
	defer first.Close()
	second, err := os.CreateTemp(t.TempDir(), "")
	if err != nil {
		t.Fatal(err)
	}
	want := []uint64{fileNumber(t, int(first.Fd())), fileNumber(t, int(second.Fd()))}

	got := &collector{}
	got.onAny = func() {
		if got.ended {
			b.close()
		}
	}
	b.start(got)
	b.readStart()
	a.start(&collector{onAny: func() {}})
	big := bytes.Repeat([]byte("0123456789abcdef"), 1<<16)
	if finished, err := a.write([]byte("x"), int(first.Fd()), nil); !finished || err != nil {
		t.Fatalf("small write: %t, %v", finished, err)
	}
	calls := 0
	done := func(err error) {
		if err != nil {
			t.Errorf("write: %v", err)
		}
		if calls++; calls == 2 {
			a.close()
		}
	}
	if finished, err := a.write(big, NoFile, done); finished || err != nil {
		t.Fatalf("big write: %t, %v", finished, err)
	}
	if finished, err := a.write([]byte("y"), int(second.Fd()), done); finished || err != nil {
		t.Fatalf("queued write: %t, %v", finished, err)
	}
	// The queue has a descriptor of its own.
	if err := second.Close(); err != nil {
		t.Fatal(err)
	}
	if err := loop.Run(context.Background()); err != nil {
		t.Fatal(err)
	}
	if len(got.data) != len(big)+2 || got.data[0] != 'x' || got.data[len(big)+1] != 'y' || !bytes.Equal(got.data[1:len(big)+1], big) {
		t.Errorf("%d bytes arrived, want %d", len(got.data), len(big)+2)
	}
	if len(got.files) != len(want) || !got.ended || calls != 2 {
		t.Fatalf("%d descriptors, ended %t, %d callbacks", len(got.files), got.ended, calls)
	}
	for i, fd := range got.files {
		if n := fileNumber(t, fd); n != want[i] {
			t.Errorf("descriptor %d is file %d, want %d", i, n, want[i])
		}
		Host().Close(fd)
	}
}

// TestLinkClose: what waits is given up, and later writes are refused.
func TestLinkClose(t *testing.T) {
	loop, a, b := linkPair(t)
	a.start(&collector{onAny: func() { t.Error("news after close") }})
	b.start(&collector{onAny: func() {}})
	a.readStart()
	var failure error
	big := make([]byte, 4<<20)
	if finished, err := a.write(big, NoFile, func(err error) { failure = err }); finished || err != nil {
		t.Fatalf("write: %t, %v", finished, err)
	}
	if a.queued() == 0 {
		t.Error("nothing is queued")
	}
	a.close()
	a.close()
	if _, err := a.write([]byte("x"), NoFile, nil); !errors.Is(err, unix.EBADF) {
		t.Errorf("write after close: %v", err)
	}
	if a.fd() != NoFile || a.queued() != 0 {
		t.Errorf("descriptor %d, %d bytes queued", a.fd(), a.queued())
	}
	if err := loop.Run(context.Background()); err != nil {
		t.Fatal(err)
	}
	if failure == nil || errnoOf(failure, "write") != -int(unix.ECANCELED) {
		t.Errorf("the write ended with %v", failure)
	}
}

// TestLinkWantsSocket: anything else is refused at once.
func TestLinkWantsSocket(t *testing.T) {
	_, a, _ := linkPair(t)
	f, err := os.Open(os.DevNull)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	m := New(engine.New(), Deps{})
	if _, err := m.openRawLink(int(f.Fd()), a.poller); !errors.Is(err, unix.ENOTSOCK) {
		t.Errorf("error %v, want ENOTSOCK", err)
	}
}
