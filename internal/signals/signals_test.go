package signals

import (
	"syscall"
	"testing"
)

func TestNumber(t *testing.T) {
	for name, want := range map[string]syscall.Signal{"SIGINT": syscall.SIGINT, "SIGKILL": syscall.SIGKILL, "SIGTERM": syscall.SIGTERM} {
		if got, ok := Number(name); !ok || got != want {
			t.Errorf("Number(%q) = %d, %t", name, got, ok)
		}
		if got := Name(want); got != name {
			t.Errorf("Name(%d) = %q", want, got)
		}
	}
	for _, name := range []string{"", "INT", "sigint", "SIGNOPE"} {
		if n, ok := Number(name); ok {
			t.Errorf("Number(%q) = %d", name, n)
		}
	}
	if got := Name(0); got != "" {
		t.Errorf("Name(0) = %q", got)
	}
}

func TestEach(t *testing.T) {
	seen := map[string]bool{}
	Each(func(name string, n syscall.Signal) {
		if seen[name] || n == 0 {
			t.Errorf("%s: %d", name, n)
		}
		seen[name] = true
	})
	if !seen["SIGINT"] || !seen["SIGTERM"] {
		t.Error(seen)
	}
}
