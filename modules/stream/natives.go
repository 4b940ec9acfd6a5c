package stream

import (
	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/engine"
)

// natives maps the built-in method objects to the Go functions behind them.
// A lookup that finds one of these needs no call through the VM.
type natives struct {
	underRead map[*goja.Object]func(s *Stream, n int)
	write1    map[*goja.Object]func(s *Stream, c Chunk, enc goja.Value, done Done)
	writev    map[*goja.Object]func(s *Stream, reqs []WriteReq, done Done)
	final     map[*goja.Object]func(s *Stream, done Done)
	destroy1  map[*goja.Object]func(s *Stream, err goja.Value, done Done)

	read    map[*goja.Object]func(s *Stream, n float64) (Chunk, bool)
	write   map[*goja.Object]func(s *Stream, c Chunk) bool
	end     map[*goja.Object]func(s *Stream)
	destroy map[*goja.Object]func(s *Stream, err goja.Value)
	pause   map[*goja.Object]func(s *Stream)
	resume  map[*goja.Object]func(s *Stream)
	push    map[*goja.Object]func(s *Stream, c Chunk) bool
}

func newNatives() natives {
	return natives{
		underRead: map[*goja.Object]func(*Stream, int){},
		write1:    map[*goja.Object]func(*Stream, Chunk, goja.Value, Done){},
		writev:    map[*goja.Object]func(*Stream, []WriteReq, Done){},
		final:     map[*goja.Object]func(*Stream, Done){},
		destroy1:  map[*goja.Object]func(*Stream, goja.Value, Done){},
		read:      map[*goja.Object]func(*Stream, float64) (Chunk, bool){},
		write:     map[*goja.Object]func(*Stream, Chunk) bool{},
		end:       map[*goja.Object]func(*Stream){},
		destroy:   map[*goja.Object]func(*Stream, goja.Value){},
		pause:     map[*goja.Object]func(*Stream){},
		resume:    map[*goja.Object]func(*Stream){},
		push:      map[*goja.Object]func(*Stream, Chunk) bool{},
	}
}

// Done is the callback of an operation; nil error means success. A nil Done
// is a no-op.
type Done func(err goja.Value)

// method looks name up on the stream's object. It returns the Go function
// when the property is a built-in registered in table, else the function
// that a script put there; neither when there is none.
func method[F any](s *Stream, name string, table map[*goja.Object]F) (native F, script engine.Func, found bool) {
	v := s.Object().Get(name)
	obj, ok := v.(*goja.Object)
	if !ok {
		return native, nil, false
	}
	if native, ok = table[obj]; ok {
		return native, nil, true
	}
	script, ok = engine.Callable(obj)
	return native, script, ok
}

// missing throws as JavaScript does when a method that it calls is not there.
func (s *Stream) missing(name string) {
	panic(s.m.vm.NewTypeError("this.%s is not a function", name))
}

// Read calls this.read(n). It reports false for null.
func (s *Stream) Read(n float64) (Chunk, bool) {
	native, script, ok := method(s, "read", s.m.natives.read)
	switch {
	case !ok:
		s.missing("read")
	case script == nil:
		return native(s, n)
	}
	v := s.call(script, s.numberArg(n)...)
	if goja.IsNull(v) {
		return Chunk{}, false
	}
	return s.chunkOf(v), true
}

// End calls this.end().
func (s *Stream) End() {
	native, script, ok := method(s, "end", s.m.natives.end)
	switch {
	case !ok:
		s.missing("end")
	case script == nil:
		native(s)
	default:
		s.call(script)
	}
}

// Destroy calls this.destroy(err).
func (s *Stream) Destroy(err goja.Value) {
	native, script, ok := method(s, "destroy", s.m.natives.destroy)
	switch {
	case !ok:
		s.missing("destroy")
	case script == nil:
		native(s, err)
	case err == nil:
		s.call(script)
	default:
		s.call(script, err)
	}
}

// Pause calls this.pause().
func (s *Stream) Pause() {
	native, script, ok := method(s, "pause", s.m.natives.pause)
	switch {
	case !ok:
		s.missing("pause")
	case script == nil:
		native(s)
	default:
		s.call(script)
	}
}

// Resume calls this.resume().
func (s *Stream) Resume() {
	native, script, ok := method(s, "resume", s.m.natives.resume)
	switch {
	case !ok:
		s.missing("resume")
	case script == nil:
		native(s)
	default:
		s.call(script)
	}
}

// Push calls this.push(chunk). The zero Chunk pushes null.
func (s *Stream) Push(c Chunk) bool {
	native, script, ok := method(s, "push", s.m.natives.push)
	switch {
	case !ok:
		s.missing("push")
	case script == nil:
		return native(s, c)
	}
	return s.call(script, c.valueOrNull(s.m)).ToBoolean()
}

// underRead calls this._read(n).
func (s *Stream) underRead(n int) {
	native, script, ok := method(s, "_read", s.m.natives.underRead)
	switch {
	case !ok:
		s.missing("_read")
	case script == nil:
		native(s, n)
	default:
		s.call(script, s.m.vm.ToValue(n))
	}
}

func (s *Stream) numberArg(n float64) []goja.Value {
	if n != n {
		return nil
	}
	return []goja.Value{s.m.vm.ToValue(n)}
}
