package v8stack

import (
	"math"
	"strings"

	"github.com/dop251/goja"
)

// nativeSource is what goja calls the source of a function written in Go.
const nativeSource = "<native>"

// internalPrefix begins the names of scripts whose frames are nobody's
// business.
const internalPrefix = "node:internal/"

// slack is how many frames more than the limit are captured, for those that
// are left out later.
const slack = 24

// limit reads Error.stackTraceLimit. It reports false for what is no number:
// then no stack is captured.
func (s *Stacks) limit() (int, bool) {
	v := s.errorCtor.Get("stackTraceLimit")
	if v == nil || !goja.IsNumber(v) {
		return 0, false
	}
	f := v.ToFloat()
	switch {
	case math.IsNaN(f) || f <= 0:
		return 0, true
	case f > math.MaxInt32:
		return math.MaxInt32, true
	}
	return int(f), true
}

// capture takes the frames of the running script for an error that is being
// made. Error's own frame, or that of the Go function that makes the error,
// is left out.
func (s *Stacks) capture(st *state) {
	if st.limit == 0 {
		return
	}
	depth := 0
	if st.limit < math.MaxInt32-slack {
		depth = st.limit + slack
	}
	st.raw, st.sync = captureFrames(s.vm, depth)
	if st.sync > 0 && st.raw[0].SrcName() == nativeSource {
		st.raw, st.sync = st.raw[1:], st.sync-1
	}
}

// captureFrames captures the innermost depth frames, or all when depth is
// zero, and tells how many come before the async functions that wait for the
// running one.
func captureFrames(vm *goja.Runtime, depth int) (frames []goja.StackFrame, sync int) {
	frames = vm.CaptureCallStack(depth, nil)
	n := len(frames)
	if n == 0 || depth > 0 && cap(frames) == depth {
		return frames, n
	}
	// Everything that the loop starts runs inside the trampoline; only a
	// promise job can have functions waiting for it.
	if strings.HasPrefix(frames[n-1].SrcName(), internalPrefix) {
		return frames, n
	}
	return frames, synchronous(vm, frames)
}

// synchronous counts the frames of a complete stack that are really running.
// goja appends the waiting functions when it reaches the bottom of its call
// stack and only then, so the count is that of a capture which stops one
// short of the bottom. How deep that is shows in the room that goja reserves:
// one frame more than the call stack holds, or less when less is asked for.
func synchronous(vm *goja.Runtime, complete []goja.StackFrame) int {
	if room := cap(complete); room > 1 {
		if short := vm.CaptureCallStack(room-1, nil); cap(short) == room-1 {
			return len(short)
		}
	}
	// The waiting functions did not fit into the reserved room.
	count := 0
	for depth := 1; ; depth++ {
		short := vm.CaptureCallStack(depth, nil)
		if cap(short) != depth || len(short) == len(complete) {
			return count
		}
		count = len(short)
	}
}

// captureStackTrace is Error.captureStackTrace(object, until).
func (s *Stacks) captureStackTrace(c goja.FunctionCall) goja.Value {
	obj, ok := c.Argument(0).(*goja.Object)
	if !ok {
		panic(s.vm.NewTypeError("invalid_argument"))
	}
	st := &state{}
	if st.limit, st.captured = s.limit(); st.limit > 0 {
		s.captureUntil(st, functionObject(c.Argument(1)))
	}
	s.attach(obj, st)
	return nil
}

// functionObject is v when that is a function, else nil.
func functionObject(v goja.Value) *goja.Object {
	if _, ok := goja.AssertFunction(v); !ok {
		return nil
	}
	return v.(*goja.Object)
}

// Attach gives obj a stack as Error.captureStackTrace(obj, until) does; until
// may be nil.
func (s *Stacks) Attach(obj, until *goja.Object) {
	st := &state{}
	if st.limit, st.captured = s.limit(); st.limit > 0 {
		s.captureUntil(st, until)
	}
	s.attach(obj, st)
}

func (s *Stacks) captureUntil(st *state, until *goja.Object) {
	if until == nil {
		s.capture(st)
		return
	}
	st.raw, st.sync = captureFrames(s.vm, 0)
	if name := functionName(until); name != "" {
		for i := range st.raw {
			if st.raw[i].FuncName() == name {
				st.drop(i + 1)
				return
			}
		}
	}
	// goja does not name the frames of constructors and anonymous functions:
	// look again when the source text is at hand.
	st.until = until
}

// drop leaves out the first n frames and those far below the limit.
func (st *state) drop(n int) {
	rest := st.raw[n:]
	if keep := st.limit + slack; keep > 0 && len(rest) > keep {
		rest = rest[:keep]
	}
	st.raw = append([]goja.StackFrame(nil), rest...)
	st.sync = min(max(st.sync-n, 0), len(st.raw))
}

func functionName(fn *goja.Object) string {
	v := fn.Get("name")
	if v == nil || !goja.IsString(v) {
		return ""
	}
	return v.String()
}

// Capture returns the frames of the running script, the innermost first and at
// most limit of them.
func (s *Stacks) Capture(limit int) []Frame {
	st := &state{limit: limit, owner: s, captured: true}
	s.capture(st)
	return st.frames()
}
