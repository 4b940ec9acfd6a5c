package stream

import (
	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/engine"
	"github.com/gonode/gonode/modules/events"
)

// pipe is one src.pipe(dest), with the listeners that it added.
type pipe struct {
	src     *Stream
	dest    *goja.Object
	destSt  *events.State
	stream  *Stream // of dest, nil when it is no native stream
	cleaned bool
	// awaiting is true while src waits for dest's 'drain'.
	awaiting bool

	data, end, unpiped, drain, err, close, finish *events.Listener
}

// pipe is Readable.prototype.pipe.
func (s *Stream) pipe(dest *goja.Object, end bool) {
	r := s.R
	p := &pipe{src: s, dest: dest, destSt: s.m.ev.Lookup(dest), stream: s.m.Of(dest)}
	r.multiAwaitDrain = r.multiAwaitDrain || len(r.pipes) == 1
	r.pipes = append(r.pipes, p)
	onEnd, sig := p.unpipe, &unpipeSignature
	if end && !s.m.isStdio(dest) {
		onEnd, sig = p.endDest, &onEndSignature
	}
	if r.endEmitted {
		s.nextTick(onEnd)
	} else {
		p.end = s.m.ev.Once(&s.State, s.m.keys.end, func([]goja.Value) { onEnd() }).Named(sig)
	}
	p.listenOnDest()
	s.listenData(p)
	p.errorListener()
	p.finishListeners()
	p.emitOnDest(s.m.keys.pipe, s.Object())
	if p.destNeedsDrain() {
		p.pause()
	} else if r.flowing != flowOn {
		s.Resume()
	}
}

// What scripts see of the listeners of a pipe.
var (
	onDataSignature   = events.Signature{Name: "ondata", Length: 1}
	onUnpipeSignature = events.Signature{Name: "onunpipe", Length: 2}
	onErrorSignature  = events.Signature{Name: "onerror", Length: 1}
	onCloseSignature  = events.Signature{Name: "onclose"}
	onFinishSignature = events.Signature{Name: "onfinish"}
	onEndSignature    = events.Signature{Name: "onend"}
	unpipeSignature   = events.Signature{Name: "unpipe"}
)

// listenData is src.on('data', ondata), which starts the flow.
func (s *Stream) listenData(p *pipe) {
	p.data = s.m.ev.On(&s.State, s.m.keys.data, func(args []goja.Value) {
		if len(args) > 0 {
			p.write(ValueChunk(args[0]))
		}
	})
	p.data.Named(&onDataSignature).Aux = p
	s.afterOn(s.m.keys.data)
}

// pipeData hands a chunk straight to the pipes when nobody else listens for
// 'data', so that bytes need not become a Buffer. It reports whether it did.
func (s *Stream) pipeData(c Chunk) bool {
	if c.bytes == nil || c.val != nil || len(s.R.pipes) == 0 || s.m.ev.Patched(&s.State) {
		return false
	}
	list := s.Listeners(s.m.keys.data)
	for _, l := range list {
		if p, ok := l.Aux.(*pipe); !ok || p.stream == nil {
			return false
		}
	}
	for _, l := range list {
		l.Aux.(*pipe).write(c)
	}
	return len(list) > 0
}

// write is ondata: dest.write(chunk), a pause when that returns false, and the
// end of dest when it throws.
func (p *pipe) write(c Chunk) {
	more := true
	ex := p.src.m.e.Try(func() { more = p.callWrite(c) })
	switch {
	case ex != nil:
		p.src.m.e.CallMethod(p.dest, "destroy", ex.Value())
	case !more:
		p.pause()
	}
}

func (p *pipe) callWrite(c Chunk) bool {
	m := p.src.m
	if p.stream != nil {
		native, script, ok := method(p.stream, "write", m.natives.write)
		if ok && script == nil {
			return native(p.stream, c)
		}
	}
	ret := m.e.CallMethod(p.dest, "write", c.Value(m))
	b, isBool := ret.Export().(bool)
	return !isBool || b
}

func (p *pipe) pause() {
	if !p.cleaned {
		p.awaiting = true
		p.src.Pause()
	}
	if p.drain == nil {
		p.drain = p.onDest(p.src.m.keys.drain, p.onDrain)
	}
}

// onDrain is pipeOnDrain: src flows again when no destination is left that
// waits.
func (p *pipe) onDrain() {
	r := p.src.R
	p.awaiting = false
	for _, other := range r.pipes {
		if other.awaiting {
			return
		}
	}
	if p.src.R.dataListening {
		p.src.Resume()
	}
}

func (r *Readable) clearAwaitDrain() {
	for _, p := range r.pipes {
		p.awaiting = false
	}
}

func (p *pipe) destNeedsDrain() bool {
	v := p.dest.Get("writableNeedDrain")
	b, ok := orUndefined(v).Export().(bool)
	return ok && b
}

func (p *pipe) endDest() { p.src.m.e.CallMethod(p.dest, "end") }

// unpipe is src.unpipe(dest).
func (p *pipe) unpipe() { p.src.m.e.CallMethod(p.src.Object(), "unpipe", p.dest) }

// listenOnDest watches for dest being unpiped.
func (p *pipe) listenOnDest() {
	p.unpiped = p.onDestArgs(p.src.m.keys.unpipe, func(args []goja.Value) {
		if len(args) == 0 || args[0] != goja.Value(p.src.Object()) || len(args) < 2 {
			return
		}
		info, ok := args[1].(*goja.Object)
		if !ok || isNil(info.Get("hasUnpiped")) || info.Get("hasUnpiped").ToBoolean() {
			return
		}
		if err := info.Set("hasUnpiped", true); err != nil {
			panic(err)
		}
		p.cleanup()
	}).Named(&onUnpipeSignature)
}

// errorListener handles an error of dest before any listener of its own; when
// it is the last one it brings the error on its usual way.
func (p *pipe) errorListener() {
	m := p.src.m
	p.err = m.ev.Prepend(p.destState(), m.keys.err, func(args []goja.Value) {
		var err goja.Value = goja.Undefined()
		if len(args) > 0 {
			err = args[0]
		}
		p.unpipe()
		p.remove(m.keys.err, &p.err)
		if p.destState().Count(m.keys.err) > 0 {
			return
		}
		if d := p.stream; d != nil && !d.any(func(c *common) bool { return c.errorEmitted }) {
			d.errorOrDestroy(err, false)
			return
		}
		p.emitOnDest(m.keys.err, err)
	}).Named(&onErrorSignature)
}

func (p *pipe) finishListeners() {
	m := p.src.m
	p.close = m.ev.Once(p.destState(), m.keys.close, func([]goja.Value) {
		p.remove(m.keys.finish, &p.finish)
		p.unpipe()
	}).Named(&onCloseSignature)
	p.finish = m.ev.Once(p.destState(), m.keys.finish, func([]goja.Value) {
		p.remove(m.keys.close, &p.close)
		p.unpipe()
	}).Named(&onFinishSignature)
}

// cleanup takes all listeners off again.
func (p *pipe) cleanup() {
	m, src := p.src.m, p.src
	p.remove(m.keys.close, &p.close)
	p.remove(m.keys.finish, &p.finish)
	hadDrain := p.drain != nil
	p.remove(m.keys.drain, &p.drain)
	p.remove(m.keys.err, &p.err)
	p.remove(m.keys.unpipe, &p.unpiped)
	if p.end != nil {
		m.ev.Remove(&src.State, m.keys.end, p.end)
	}
	if p.data != nil {
		m.ev.Remove(&src.State, m.keys.data, p.data)
		m.afterRemove(src.Object(), m.keys.data)
	}
	p.cleaned = true
	// A destination that is not waiting for 'drain' any more would leave
	// the source paused for the others.
	if hadDrain && p.awaiting && (p.stream == nil || p.stream.W == nil || p.stream.W.needDrain) {
		p.onDrain()
	}
}

func (p *pipe) remove(k events.Key, l **events.Listener) {
	if *l != nil {
		p.src.m.ev.Remove(p.destState(), k, *l)
		*l = nil
	}
}

func (p *pipe) destState() *events.State {
	if p.destSt == nil {
		p.destSt = p.src.m.ev.StateOf(p.dest)
	}
	return p.destSt
}

func (p *pipe) onDest(k events.Key, fn func()) *events.Listener {
	return p.onDestArgs(k, func([]goja.Value) { fn() })
}

func (p *pipe) onDestArgs(k events.Key, fn func([]goja.Value)) *events.Listener {
	return p.src.m.ev.On(p.destState(), k, fn)
}

func (p *pipe) emitOnDest(k events.Key, args ...goja.Value) {
	p.src.m.emitOn(p.dest, k, args...)
}

// emitOn is obj.emit(k, ...args).
func (m *Module) emitOn(obj *goja.Object, k events.Key, args ...goja.Value) {
	if st := m.ev.Lookup(obj); st != nil && st.Object() == obj {
		m.ev.Emit(st, k, args...)
		return
	}
	m.e.CallMethod(obj, "emit", append([]goja.Value{k.Value(m.vm)}, args...)...)
}

// isStdio reports whether dest is process.stdout or process.stderr.
func (m *Module) isStdio(dest *goja.Object) bool {
	return m.deps.IsStdio != nil && m.deps.IsStdio(dest)
}

// unpipe is Readable.prototype.unpipe; a nil dest means all of them.
func (s *Stream) unpipe(dest *goja.Object) {
	r := s.R
	if len(r.pipes) == 0 {
		return
	}
	if dest == nil {
		all := r.pipes
		r.pipes = nil
		s.Pause()
		for _, p := range all {
			p.emitOnDest(s.m.keys.unpipe, s.Object(), s.m.unpipeInfo())
		}
		return
	}
	for i, p := range r.pipes {
		if p.dest == dest {
			r.pipes = append(r.pipes[:i:i], r.pipes[i+1:]...)
			if len(r.pipes) == 0 {
				s.Pause()
			}
			p.emitOnDest(s.m.keys.unpipe, s.Object(), s.m.unpipeInfo())
			return
		}
	}
}

func (m *Module) unpipeInfo() *goja.Object {
	info := m.vm.NewObject()
	if err := info.Set("hasUnpiped", false); err != nil {
		panic(err)
	}
	return info
}

// doneFunction is a JavaScript function around a Go callback.
func (m *Module) doneFunction(done Done) *goja.Object {
	return m.method("", 1, func(c goja.FunctionCall) goja.Value {
		done(c.Argument(0))
		return nil
	})
}

// callbackOf wraps the callback argument of a method; nil when it is no
// function.
func (m *Module) callbackOf(v goja.Value) *callback {
	fn, ok := engine.Callable(v)
	if !ok {
		return nil
	}
	return &callback{fn: v.(*goja.Object), done: func(err goja.Value) {
		m.e.Call(fn, goja.Undefined(), doneArgs(err)...)
	}}
}

func doneArgs(err goja.Value) []goja.Value {
	if err == nil {
		return nil
	}
	return []goja.Value{err}
}
