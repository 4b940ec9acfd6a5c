package stream

import (
	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/binding"
	"github.com/gonode/gonode/internal/engine"
	"github.com/gonode/gonode/modules/events"
)

// DuplexOptions configures a native Duplex. Zero values are Node's defaults.
type DuplexOptions struct {
	HighWaterMark int // bytes; 0 means the default
	// Script is the options object that a script gave, or nil. Its
	// highWaterMark, encodings and methods count; what is set here wins.
	Script *goja.Object
	// KeepStrings passes strings to Write undecoded (decodeStrings: false).
	KeepStrings bool
	// NoEmitClose leaves emitting 'close' to the owner (emitClose: false).
	NoEmitClose bool
	// NoAutoDestroy is autoDestroy: false.
	NoAutoDestroy bool
	// NoHalfOpen is allowHalfOpen: false.
	NoHalfOpen bool
}

// InitDuplex makes obj a Duplex whose state is embedded in owner.
func (m *Module) InitDuplex(obj *goja.Object, s *Stream, owner Owner, o DuplexOptions) {
	old := m.ev.Lookup(obj)
	m.adoptStream(obj, s, owner, old)
	if o.Script != nil {
		m.initFromScript(obj, s, options{m, o.Script})
	} else {
		hwm := o.HighWaterMark
		if hwm == 0 {
			hwm = m.defaultHWM
		}
		s.R = &Readable{sync: true, highWaterMark: hwm}
		s.W = &Writable{sync: true, highWaterMark: hwm}
	}
	s.R.common = common{noEmitClose: o.NoEmitClose, noAutoDestroy: o.NoAutoDestroy}
	s.W.common = s.R.common
	s.W.keepStrings = o.KeepStrings
	s.noHalfOpen = o.NoHalfOpen
}

// initFromScript is the part of the Duplex constructor that a native subclass
// leaves to a script's options.
func (m *Module) initFromScript(obj *goja.Object, s *Stream, o options) {
	s.initReadable(o, true)
	s.initWritable(o, true)
	o.adoptDuplex(obj)
	m.ev.Configure(&s.State, o.get("captureRejections"))
	if engine.IsCallable(o.get("construct")) {
		s.construct(func() {
			s.readableConstructed()
			s.writableConstructed()
		})
	}
}

// adoptDuplex takes the methods of a Duplex from the options.
func (o options) adoptDuplex(obj *goja.Object) {
	o.adopt(obj, [2]string{"read", "_read"}, [2]string{"write", "_write"}, [2]string{"writev", "_writev"},
		[2]string{"destroy", "_destroy"}, [2]string{"final", "_final"}, [2]string{"construct", "_construct"})
}

// halfOpenForbidden is `stream.allowHalfOpen === false`, an own property that
// scripts may change on a plain Duplex.
func (s *Stream) halfOpenForbidden() bool {
	b, ok := orUndefined(s.Object().Get("allowHalfOpen")).Export().(bool)
	return ok && !b
}

func (m *Module) bindDuplex() {
	m.Duplex = binding.Constructor(m.vm, "Duplex", 1, func(c goja.ConstructorCall) *goja.Object {
		if obj := m.fresh(c, m.Duplex); obj != nil {
			return obj
		}
		m.constructDuplex(c.This, m.options(c.Argument(0)))
		return nil
	})
	m.duplexProto = binding.Prototype(m.Duplex)
	binding.Inherit(m.Duplex, m.Readable)
	for _, name := range []string{"write", "cork", "uncork", "setDefaultEncoding", "_write", "_writev", "end", "destroy"} {
		binding.Value(m.duplexProto, name, m.writableProto.Get(name))
	}
	m.duplexAccessors()
}

func (m *Module) constructDuplex(obj *goja.Object, o options) *Stream {
	s := m.own(obj)
	s.initReadable(o, true)
	s.initWritable(o, true)
	s.noHalfOpen = o.isFalse("allowHalfOpen")
	binding.Value(obj, "allowHalfOpen", m.vm.ToValue(!s.noHalfOpen))
	if o.isFalse("readable") {
		s.R.notReadable, s.R.ended, s.R.endEmitted = true, true, true
	}
	if o.isFalse("writable") {
		s.W.notWritable, s.W.ending, s.W.ended, s.W.finished = true, true, true, true
	}
	o.adoptDuplex(obj)
	m.addSignal(s, o)
	m.ev.Configure(&s.State, o.get("captureRejections"))
	s.construct(func() {
		s.readableConstructed()
		s.writableConstructed()
	})
	return s
}

// Natives registers the Go functions behind the methods of a native subclass,
// so that the state machines call them without going through the VM.
type Natives struct {
	UnderRead    func(s *Stream, n int)
	UnderWrite   func(s *Stream, c Chunk, enc goja.Value, done Done)
	UnderWritev  func(s *Stream, reqs []WriteReq, done Done)
	UnderFinal   func(s *Stream, done Done)
	UnderDestroy func(s *Stream, err goja.Value, done Done)
	Read         func(s *Stream, n float64) (Chunk, bool)
	End          func(s *Stream)
	Pause        func(s *Stream)
	Resume       func(s *Stream)
}

// Register connects the methods that proto already has with their Go
// functions.
func (m *Module) Register(proto *goja.Object, n Natives) {
	register(proto, "_read", m.natives.underRead, n.UnderRead, n.UnderRead != nil)
	register(proto, "_write", m.natives.write1, n.UnderWrite, n.UnderWrite != nil)
	register(proto, "_writev", m.natives.writev, n.UnderWritev, n.UnderWritev != nil)
	register(proto, "_final", m.natives.final, n.UnderFinal, n.UnderFinal != nil)
	register(proto, "_destroy", m.natives.destroy1, n.UnderDestroy, n.UnderDestroy != nil)
	register(proto, "read", m.natives.read, n.Read, n.Read != nil)
	register(proto, "end", m.natives.end, n.End, n.End != nil)
	register(proto, "pause", m.natives.pause, n.Pause, n.Pause != nil)
	register(proto, "resume", m.natives.resume, n.Resume, n.Resume != nil)
}

func register[F any](proto *goja.Object, name string, table map[*goja.Object]F, fn F, given bool) {
	if given {
		table[proto.Get(name).(*goja.Object)] = fn
	}
}

// Base gives native subclasses the built-in behaviour that they extend.
func (s *Stream) BaseRead(n float64) (Chunk, bool)           { return s.read(n) }
func (s *Stream) BaseEnd(c Chunk, enc goja.Value, done Done) { s.end(c, enc, done) }
func (s *Stream) BasePause()                                 { s.pause() }
func (s *Stream) BaseResume()                                { s.resume() }
func (s *Stream) BaseDestroy(err goja.Value, done Done)      { s.destroyChecked(err, done) }
func (s *Stream) WriteChunk(c Chunk, enc goja.Value, done Done) bool {
	return s.writeNative(c, enc, done)
}
func (s *Stream) On(k events.Key, fn func([]goja.Value)) *events.Listener {
	l := s.m.ev.On(&s.State, k, fn)
	s.afterOn(k)
	return l
}
func (s *Stream) Once(k events.Key, fn func([]goja.Value)) {
	s.m.ev.Once(&s.State, k, fn)
	s.afterOn(k)
}

func (s *Stream) writeNative(c Chunk, enc goja.Value, done Done) bool {
	ok, _ := s.write(c, enc, &callback{done: done})
	return ok
}

// NoHalfOpen is the inverse of allowHalfOpen.
func (s *Stream) NoHalfOpen() bool { return s.noHalfOpen }

// SetHalfOpen sets allowHalfOpen.
func (s *Stream) SetHalfOpen(on bool) { s.noHalfOpen = !on }

// IsReadable is the readable property.
func (s *Stream) IsReadable() bool { return s.isReadable() }

// IsWritable is the writable property.
func (s *Stream) IsWritable() bool { return s.isWritable() }

// EndEmitted is readableEnded.
func (r *Readable) EndEmitted() bool { return r.endEmitted }

// Destroyed reports whether the half was destroyed.
func (c *common) Destroyed() bool { return c.destroyed }

// Finished is writableFinished.
func (w *Writable) Finished() bool { return w.finished }

// Ending is writableEnded.
func (w *Writable) Ending() bool { return w.ending }

// Length is writableLength.
func (w *Writable) Length() int { return w.length }

// Waiting is the writes that have not reached _write yet.
func (w *Writable) Waiting() []WriteReq { return w.buffered[w.bufferedIndex:] }

// Exclude makes the half one that never existed (readable: false).
func (r *Readable) Exclude() { r.notReadable, r.ended, r.endEmitted = true, true, true }

// Exclude makes the half one that never existed (writable: false).
func (w *Writable) Exclude() { w.notWritable, w.ending, w.ended, w.finished = true, true, true, true }
