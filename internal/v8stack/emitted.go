package v8stack

import (
	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/binding"
)

// emittedSymbol is where an error keeps how it was emitted.
var emittedSymbol = goja.NewSymbol("emitted")

// emission is the emit of an 'error' event that nobody listened for, and that
// became an exception for this reason.
type emission struct {
	binding.Native
	instance string
	frames   []Frame
}

// SetEmitted notes that an error is thrown because an emitter of the named
// class had no listener for its 'error' event. Report shows it, and from where
// it was emitted.
func (s *Stacks) SetEmitted(err *goja.Object, class string) {
	limit, ok := s.limit()
	if !ok {
		return
	}
	e := &emission{Native: binding.NewNative(), frames: s.Capture(limit)}
	if class != "EventEmitter" {
		e.instance = " on " + class + " instance"
	}
	if len(e.frames) == 0 {
		e.frames = []Frame{{Function: "process.processTicksAndRejections", File: "node:internal/process/task_queues", Bare: true}}
	}
	e.attach(err)
}

// SetUnheard notes that an error was made for an 'error' event that nobody
// listened for. Report shows that.
func (s *Stacks) SetUnheard(err *goja.Object) {
	e := &emission{Native: binding.NewNative()}
	e.attach(err)
}

func (e *emission) attach(err *goja.Object) {
	// An error that takes no more properties is reported without this.
	_ = err.DefineDataPropertySymbol(emittedSymbol, e, goja.FLAG_TRUE, goja.FLAG_TRUE, goja.FLAG_FALSE)
}

// emissionOf is what SetEmitted has noted.
func emissionOf(v goja.Value) *emission {
	obj, ok := v.(*goja.Object)
	if !ok {
		return nil
	}
	e, _ := obj.GetSymbol(emittedSymbol).(*emission)
	return e
}

// unheardSource stands for the place that a report shows for such an error:
// the one in emit that throws.
const unheardSource = "node:events\n    throw er; // Unhandled 'error' event\n    ^\n\n"

// extend puts the emission behind the stack of its error.
func (e *emission) extend(err *goja.Object) {
	stack := err.Get("stack")
	if stack == nil || !goja.IsString(stack) || len(e.frames) == 0 {
		return
	}
	text := stack.String() + "\nEmitted 'error' event" + e.instance + " at:"
	for i := range e.frames {
		text += "\n    at " + e.frames[i].String()
	}
	// One that cannot be changed is reported as it is.
	_ = err.Set("stack", text)
}
