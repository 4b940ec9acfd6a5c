package eventloop

import (
	"context"
	"slices"
	"testing"
)

// TestUrgentImmediate: it runs before those that were queued already, in the
// same phase, and can be cleared like any other.
func TestUrgentImmediate(t *testing.T) {
	loop, err := New()
	if err != nil {
		t.Fatal(err)
	}
	defer loop.Close()
	var order []string
	note := func(name string) func() { return func() { order = append(order, name) } }
	loop.NewImmediate(note("first"))
	loop.NewImmediate(note("second"))
	loop.NewUrgentImmediate(note("urgent"))
	loop.NewUrgentImmediate(note("cleared")).Clear()
	if err := loop.Run(context.Background()); err != nil {
		t.Fatal(err)
	}
	if want := []string{"urgent", "first", "second"}; !slices.Equal(order, want) {
		t.Errorf("ran %v, want %v", order, want)
	}
	if loop.Alive() {
		t.Error("the loop is still alive")
	}
}
