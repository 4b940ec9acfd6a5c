package engine_test

import (
	"errors"
	"testing"
	"time"

	"github.com/gonode/gonode/eventloop"
	"github.com/gonode/gonode/internal/engine"
)

// TestDeadlineLeavesInterruptsAlone stops an endless loop by Interrupt while a
// deadline is set: the engine's reason counts.
func TestDeadlineLeavesInterruptsAlone(t *testing.T) {
	e := engine.New()
	loop, err := eventloop.New(eventloop.WithHook(e))
	if err != nil {
		t.Fatal(err)
	}
	defer loop.Close()
	e.Attach(loop)
	reason := errors.New("the engine's own")
	e.RunMain(func() {
		if e.Deadline(time.Millisecond, func() { run(e, "for (;;) {}") }) {
			t.Error("an endless loop ended in time")
		}
		if !e.Deadline(time.Hour, func() { run(e, "1") }) {
			t.Error("a short script did not end in time")
		}
		e.Deadline(time.Hour, func() {
			e.Interrupt(reason)
			run(e, "for (;;) {}")
		})
		t.Error("the interrupt has not ended the script")
	})
	if !errors.Is(e.Halted(), reason) {
		t.Errorf("halted by %v", e.Halted())
	}
}

func run(e *engine.Engine, source string) {
	if _, err := e.VM.RunString(source); err != nil {
		panic(err)
	}
}
