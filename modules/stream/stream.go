// Package stream is Node's `stream` module (Node documentation, "Stream"): the
// Readable, Writable, Duplex and Transform state machines in Go, so that data
// moves between a socket and a listener without interpreted code.
//
// readable.go, writable.go, destroy.go, pipe.go, duplex.go and transform.go
// hold the state machines, function by function under Node's own names; the
// bind_*.go files hold what JavaScript sees of them. netmodule and the other
// byte sources implement Impl and subclass the constructors natively.
//
// A method that a script replaced (`_read`, `push`, `write`, `emit`, ..., on
// an instance, a subclass or a prototype) is always the one that runs: before
// each internal step the method is looked up as JavaScript would, and the Go
// function runs only when the lookup finds a built-in.
//
// Everything runs on the loop goroutine. JavaScript exceptions pass through
// as panics, as package engine describes.
package stream

import (
	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/asyncgenerator"
	"github.com/gonode/gonode/internal/engine"
	"github.com/gonode/gonode/modules/buffer"
	"github.com/gonode/gonode/modules/events"
	"github.com/gonode/gonode/modules/stringdecoder"
)

// Default high water marks (Node documentation,
// "stream.getDefaultHighWaterMark"), in bytes and in objects.
const (
	DefaultHighWaterMark       = 64 * 1024
	DefaultObjectHighWaterMark = 16
)

// Deps is what the module needs from the rest of the platform.
type Deps struct {
	// IsStdio reports whether a stream is process.stdout or process.stderr,
	// which pipe does not end. It may be nil.
	IsStdio func(stream *goja.Object) bool
	// Describe prints a value as util.inspect does.
	Describe func(v goja.Value, depth int) string
	// Decoder is the StringDecoder object of a stream's decoder. It may be nil.
	Decoder func(d *stringdecoder.Decoder) goja.Value
	// Generators drives the async generators of this module.
	Generators *asyncgenerator.Support
}

// Module is the `stream` module of one runtime.
type Module struct {
	e    *engine.Engine
	vm   *goja.Runtime
	ev   *events.Module
	buf  *buffer.Module
	deps Deps

	classes
	natives natives
	keys    keys
	cold    cold

	passTransform   goja.Value // PassThrough's own _transform
	encodingNames   map[buffer.Encoding]goja.Value
	buffersEncoding goja.Value // 'buffer'

	safeSetProto *goja.Object // of awaitDrainWriters, once somebody looked

	defaultHWM       int
	defaultObjectHWM int
}

// classes are the constructors and prototypes.
type classes struct {
	Legacy, Readable, Writable, Duplex, Transform, PassThrough *goja.Object

	readableProto, writableProto, duplexProto, transformProto, passThroughProto *goja.Object
}

// keys are the events that the state machines emit.
type keys struct {
	data, end, readable, close, err, drain, finish, prefinish,
	pause, resume, pipe, unpipe, construct, destroy events.Key
}

// New builds the stream classes for one engine.
func New(e *engine.Engine, ev *events.Module, buf *buffer.Module, deps Deps) *Module {
	m := &Module{
		e: e, vm: e.VM, ev: ev, buf: buf, deps: deps,
		defaultHWM:       DefaultHighWaterMark,
		defaultObjectHWM: DefaultObjectHighWaterMark,
		encodingNames:    map[buffer.Encoding]goja.Value{},
		buffersEncoding:  e.VM.ToValue("buffer"),
	}
	m.keys = keys{
		data: events.NewKey("data"), end: events.NewKey("end"), readable: events.NewKey("readable"),
		close: events.NewKey("close"), err: events.NewKey("error"), drain: events.NewKey("drain"),
		finish: events.NewKey("finish"), prefinish: events.NewKey("prefinish"),
		pause: events.NewKey("pause"), resume: events.NewKey("resume"),
		pipe: events.NewKey("pipe"), unpipe: events.NewKey("unpipe"),
		construct: events.SymbolKey(goja.NewSymbol("kConstruct")),
		destroy:   events.SymbolKey(goja.NewSymbol("kDestroy")),
	}
	m.natives = newNatives()
	m.bindLegacy()
	m.bindReadable()
	m.bindWritable()
	m.bindColdWritable()
	m.bindDuplex()
	m.bindTransform()
	m.bindStates()
	m.bindStatics()
	return m
}

// Exports is what require('stream') returns: the legacy Stream constructor.
func (m *Module) Exports() *goja.Object { return m.Legacy }

// Consumers is what require('stream/consumers') returns.
func (m *Module) Consumers() goja.Value { return m.coldExport("consumers") }

// Engine is the engine that the module belongs to.
func (m *Module) Engine() *engine.Engine { return m.e }

// Events is the events module underneath.
func (m *Module) Events() *events.Module { return m.ev }

// Buffers is the buffer module underneath.
func (m *Module) Buffers() *buffer.Module { return m.buf }

// Stream is the native state of one stream object. Its emitter state is the
// value that hangs on the object.
type Stream struct {
	events.State
	R *Readable // nil on a pure Writable
	W *Writable // nil on a pure Readable

	// Impl is the native source and sink behind the stream, if any.
	Impl any

	m         *Module
	transform *transformState
	// noHalfOpen is the inverse of allowHalfOpen, so that zero is Node's
	// default.
	noHalfOpen bool
}

// Of returns the native state of a stream object, or nil.
func (m *Module) Of(v goja.Value) *Stream {
	obj, ok := v.(*goja.Object)
	if !ok {
		return nil
	}
	st := m.ev.Lookup(obj)
	if st == nil {
		return nil
	}
	s, _ := st.Owner.(Owner)
	if s == nil {
		return nil
	}
	return s.StreamState()
}

// Owner is a Go struct that contains a Stream: the Stream itself, or a
// socket that embeds one.
type Owner interface{ StreamState() *Stream }

// StreamState returns the stream itself; see Owner.
func (s *Stream) StreamState() *Stream { return s }

var _ Owner = (*Stream)(nil)

// emit emits on the stream as this.emit(...) would.
func (s *Stream) emit(k events.Key, args ...goja.Value) bool {
	return s.m.ev.Emit(&s.State, k, args...)
}

// Emit emits on the stream as this.emit(...) would.
func (s *Stream) Emit(k events.Key, args ...goja.Value) bool { return s.emit(k, args...) }

// count is this.listenerCount(name).
func (s *Stream) count(k events.Key) int { return s.Count(k) }

// nextTick queues fn on the process.nextTick queue.
func (s *Stream) nextTick(fn func()) { s.m.e.NextTick(fn) }

// call calls a method of the stream's object that is not one of ours.
func (s *Stream) call(fn engine.Func, args ...goja.Value) goja.Value {
	return s.m.e.Call(fn, s.Object(), args...)
}

// isNil reports whether an error value means "no error".
func isNil(v goja.Value) bool {
	return v == nil || goja.IsUndefined(v) || goja.IsNull(v)
}

// orNull is v, or JavaScript's null for nil.
func orNull(v goja.Value) goja.Value {
	if v == nil {
		return goja.Null()
	}
	return v
}

// orUndefined is v, or JavaScript's undefined for nil.
func orUndefined(v goja.Value) goja.Value {
	if v == nil {
		return goja.Undefined()
	}
	return v
}

// Places are the events that a Node stream has places for from the beginning.
func (s *Stream) Places() []events.Key {
	k := &s.m.keys
	places := []events.Key{k.close, k.err}
	if s.W != nil {
		places = append(places, k.prefinish, k.finish, k.drain)
	}
	if s.R != nil {
		places = append(places, k.data, k.end, k.readable)
	}
	return places
}
