package engine

import (
	"slices"
	"testing"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/eventloop"
)

// newEngine makes an engine with a loop of its own.
func newEngine(t *testing.T) *Engine {
	t.Helper()
	e := New()
	loop, err := eventloop.New(eventloop.WithHook(e))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := loop.Close(); err != nil {
			t.Error(err)
		}
	})
	e.Attach(loop)
	return e
}

func TestStores(t *testing.T) {
	vm := goja.New()
	a, b := vm.NewObject(), vm.NewObject()
	var none *Stores
	if _, ok := none.Get(a); ok {
		t.Error("an empty Stores has a value")
	}
	none.Drop(a)
	one := none.With(a, vm.ToValue(1))
	two := one.With(b, vm.ToValue(2)).With(a, vm.ToValue(3))
	for _, c := range []struct {
		in      *Stores
		storage *goja.Object
		want    int64 // 0 for none
	}{{one, a, 1}, {one, b, 0}, {two, a, 3}, {two, b, 2}} {
		v, ok := c.in.Get(c.storage)
		if ok != (c.want != 0) || ok && v.ToInteger() != c.want {
			t.Errorf("got %v, %v; want %d", v, ok, c.want)
		}
	}
	two.Drop(a)
	if _, ok := two.Get(a); ok || !two.Dropped() {
		t.Error("Drop left the value")
	}
	if v, ok := one.Get(a); !ok || v.ToInteger() != 1 || one.Dropped() {
		t.Error("Drop reached other Stores")
	}
}

// TestContextOfCallbacks: every callback begins in the context of its start
// and leaves nothing behind for the next one.
func TestContextOfCallbacks(t *testing.T) {
	e := newEngine(t)
	storage := e.VM.NewObject()
	enter := func(n int) { e.SetStores(e.CurrentContext().Stores.With(storage, e.VM.ToValue(n))) }
	var seen []int64
	note := func() {
		v, ok := e.CurrentContext().Stores.Get(storage)
		if !ok {
			v = e.VM.ToValue(0)
		}
		seen = append(seen, v.ToInteger())
	}
	var captured Context
	e.RunCallback(func() {
		enter(1)
		captured = e.CaptureOnce("X", nil)
		e.NextTick(note)
		e.Microtask(note)
		enter(2)
		e.NextTick(note)
		e.RunInContext(captured, note)
		e.RunCallbackIn(captured, func() { note(); enter(9) })
		note()
	})
	e.RunCallback(note)
	e.RunCallbackIn(captured, note)
	if want := []int64{1, 1, 2, 1, 2, 1, 0, 1}; !slices.Equal(seen, want) {
		t.Errorf("saw %v, want %v", seen, want)
	}
}

// recorder is OpHooks that write down what they hear.
type recorder struct{ log []string }

func (r *recorder) Init(op *Op)    { r.log = append(r.log, "init "+op.Type) }
func (r *recorder) Before(op *Op)  { r.log = append(r.log, "before "+op.Type) }
func (r *recorder) After(op *Op)   { r.log = append(r.log, "after "+op.Type) }
func (r *recorder) Destroy(op *Op) { r.log = append(r.log, "destroy "+op.Type) }

func TestOperations(t *testing.T) {
	e := newEngine(t)
	r := &recorder{}
	e.RunMain(func() {
		e.SetOpHooks(r)
		e.NextTick(func() {
			if op := e.CurrentOp(); op.Type != "TickObject" || op.Trigger != firstOpID {
				t.Errorf("a tick of the main script runs as %+v", op)
			}
		})
		kept := e.Capture("KEPT", nil)
		ex := e.Try(func() { e.RunInContext(kept, func() { Throw(e.VM.ToValue("x")) }) })
		if ex == nil || e.CurrentOp().ID != firstOpID {
			t.Errorf("after %v operation %v runs", ex, e.CurrentOp().ID)
		}
		e.DestroyOp(kept.Op)
		e.DestroyOp(kept.Op)
		e.OwnedBy(kept, func() {
			if op := e.CaptureOnce("OWNED", nil).Op; op.Trigger != kept.Op.ID {
				t.Errorf("the trigger is %v", op.Trigger)
			}
		})
	})
	want := []string{
		"init TickObject", "init KEPT", "before KEPT", "after KEPT", "destroy KEPT", "init OWNED",
		"before TickObject", "after TickObject", "destroy TickObject",
	}
	if !slices.Equal(r.log, want) {
		t.Errorf("heard %q, want %q", r.log, want)
	}
}

// TestUntrackedCostsNothing: what every tick, timer and request does must not
// allocate while no script uses contexts.
func TestUntrackedCostsNothing(t *testing.T) {
	e := newEngine(t)
	var c Context
	allocs := testing.AllocsPerRun(100, func() {
		c = e.CaptureOnce("X", nil)
		e.EnterContext(c)
		e.endContext()
	})
	if allocs != 0 || c != (Context{}) {
		t.Errorf("%v allocations, context %+v", allocs, c)
	}
}
