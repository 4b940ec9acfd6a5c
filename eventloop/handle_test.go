package eventloop

import "testing"

func TestHandle(t *testing.T) {
	l := newLoop(t)
	h := l.NewHandle()
	tests := []struct {
		name                  string
		do                    func()
		active, hasRef, alive bool
	}{
		{"new", func() {}, false, true, false},
		{"Activate", h.Activate, true, true, true},
		{"Activate twice", h.Activate, true, true, true},
		{"Unref", h.Unref, true, false, false},
		{"Unref twice", h.Unref, true, false, false},
		{"Ref", h.Ref, true, true, true},
		{"Deactivate", h.Deactivate, false, true, false},
		{"Unref inactive", h.Unref, false, false, false},
		{"Activate unreferenced", h.Activate, true, false, false},
		{"Ref active", h.Ref, true, true, true},
		{"Close", h.Close, false, false, false},
		{"Close twice", h.Close, false, false, false},
		{"Activate closed", h.Activate, false, false, false},
		{"Ref closed", h.Ref, false, false, false},
	}
	for _, tt := range tests {
		tt.do()
		if h.Active() != tt.active || h.HasRef() != tt.hasRef || l.Alive() != tt.alive {
			t.Errorf("%s: Active %t, HasRef %t, Alive %t; want %t, %t, %t", tt.name,
				h.Active(), h.HasRef(), l.Alive(), tt.active, tt.hasRef, tt.alive)
		}
	}
}

// Handles count each for itself, and a loop ends with the last of them.
func TestHandlesKeepLoopAlive(t *testing.T) {
	l := newLoop(t)
	var first, second Handle
	first.Init(l)
	second.Init(l)
	first.Activate()
	second.Activate()
	var j journal
	l.Post(j.adds("first", first.Close))
	l.NewImmediate(func() { l.Post(j.adds("second", second.Unref)) })
	run(t, l)
	j.expect(t, "first second")
}
