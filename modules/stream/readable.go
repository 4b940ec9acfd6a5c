package stream

import (
	"math"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/nodeerr"
	"github.com/gonode/gonode/modules/buffer"
	"github.com/gonode/gonode/modules/stringdecoder"
)

// flowState is readableState.flowing: null, false or true.
type flowState uint8

const (
	flowNull flowState = iota
	flowPaused
	flowOn
)

// Readable is the readable half of a stream; the fields carry the names of
// Node's ReadableState.
type Readable struct {
	common

	highWaterMark int
	length        int
	buffer        fifo
	pipes         []*pipe
	flowing       flowState

	objectMode, ended, endEmitted, reading bool
	sync, needReadable, emittedReadable    bool
	readableListening, resumeScheduled     bool
	readingMore, dataEmitted, paused       bool
	hasPaused                              bool // paused is not null
	multiAwaitDrain                        bool // awaitDrainWriters is a set
	// dataListening is set while somebody listens for 'data'. As on Node,
	// removeAllListeners does not clear it: chunks then go to nobody.
	dataListening bool
	notReadable   bool // readable was set to false

	defaultEncoding buffer.Encoding
	decoder         *stringdecoder.Decoder
	encoding        buffer.Encoding // of decoder

	state *goja.Object // _readableState, once somebody looked
}

// common is what both halves keep about construction, errors and closing.
type common struct {
	constructing, destroyed, closed, closeEmitted, errorEmitted bool
	noEmitClose, noAutoDestroy                                  bool
	errored                                                     goja.Value
}

// readableAddChunk is readable.push for the four kinds of chunk; enc is the
// encoding of a string, nil for the default.
func (s *Stream) readableAddChunk(c Chunk, enc *buffer.Encoding) bool {
	r := s.R
	if c.IsNull() {
		r.reading = false
		s.onEofChunk()
		return false
	}
	if !r.objectMode {
		var ok bool
		if c, ok = s.byteChunk(c, enc, false); !ok {
			return false
		}
		if c.length(s.m) == 0 {
			r.reading = false
			s.maybeReadMore()
			return r.canPushMore()
		}
	}
	return s.readableAddChunkTail(c, enc)
}

func (s *Stream) readableAddChunkTail(c Chunk, enc *buffer.Encoding) bool {
	r := s.R
	if r.ended {
		s.errorOrDestroy(s.newError("ERR_STREAM_PUSH_AFTER_EOF"), false)
		return false
	}
	if r.destroyed || r.errored != nil {
		return false
	}
	r.reading = false
	if r.decoder != nil && !c.isString() {
		c = ValueChunk(r.decoder.Write(c.Bytes(s.m, buffer.UTF8)))
		if !r.objectMode && c.length(s.m) == 0 {
			s.maybeReadMore()
			return r.canPushMore()
		}
	}
	s.addChunk(c, false)
	return r.canPushMore()
}

// byteChunk makes a chunk fit a byte stream: strings become bytes, which the
// stream's decoder gets, or for unshift strings in the stream's encoding;
// other values are refused.
func (s *Stream) byteChunk(c Chunk, enc *buffer.Encoding, unshift bool) (Chunk, bool) {
	r := s.R
	if c.bytes != nil {
		return c, true
	}
	if c.isString() {
		from := r.defaultEncoding
		if enc != nil {
			from = *enc
		}
		if r.decoder != nil && r.encoding == from {
			return c, true
		}
		b := buffer.DecodeString(c.val, from)
		if unshift && r.decoder != nil {
			return ValueChunk(buffer.EncodeToString(s.m.vm, r.encoding, b)), true
		}
		return BytesChunk(b), true
	}
	if goja.IsUndefined(c.val) {
		return BytesChunk(nil), true
	}
	if s.m.buf.IsBuffer(c.val) {
		return c, true
	}
	if b, ok := s.m.buf.Bytes(c.val); ok {
		return BytesChunk(b), true
	}
	s.errorOrDestroy(nodeerr.ArgType(s.m.vm, "chunk", c.val, "string", "Buffer", "TypedArray", "DataView"), false)
	return c, false
}

// unshift is readable.unshift.
func (s *Stream) unshift(c Chunk, enc *buffer.Encoding) bool {
	r := s.R
	if c.IsNull() {
		r.reading = false
		s.onEofChunk()
		return false
	}
	if !r.objectMode {
		var ok bool
		if c, ok = s.byteChunk(c, enc, true); !ok {
			return false
		}
		if c.length(s.m) == 0 {
			return r.canPushMore()
		}
	}
	switch {
	case r.endEmitted:
		s.errorOrDestroy(s.newError("ERR_STREAM_UNSHIFT_AFTER_END_EVENT"), false)
	case r.destroyed || r.errored != nil:
		return false
	default:
		s.addChunk(c, true)
	}
	return r.canPushMore()
}

func (r *Readable) canPushMore() bool {
	return !r.ended && (r.length < r.highWaterMark || r.length == 0)
}

// addChunk hands the chunk to 'data' listeners at once when nothing is
// queued and data flows, and queues it otherwise.
func (s *Stream) addChunk(c Chunk, atFront bool) {
	r := s.R
	if r.flowing == flowOn && r.length == 0 && !r.sync && r.dataListening {
		r.clearAwaitDrain()
		r.dataEmitted = true
		s.emitData(c)
	} else {
		r.length += r.chunkLength(s.m, &c)
		if atFront {
			r.buffer.unshift(c)
		} else {
			r.buffer.push(c)
		}
		if r.needReadable {
			s.emitReadable()
		}
	}
	s.maybeReadMore()
}

func (r *Readable) chunkLength(m *Module, c *Chunk) int {
	if r.objectMode {
		return 1
	}
	return c.length(m)
}

// emitData emits 'data'. While only pipes into native streams listen, the
// chunk stays Go bytes.
func (s *Stream) emitData(c Chunk) {
	if s.pipeData(c) {
		return
	}
	s.emit(s.m.keys.data, c.Value(s.m))
}

// read is readable.read(n); NaN means without an argument. It reports false
// for null.
func (s *Stream) read(n float64) (Chunk, bool) {
	r := s.R
	nOrig := n
	if n > float64(r.highWaterMark) {
		r.highWaterMark = s.computeNewHighWaterMark(n)
	}
	if n != 0 {
		r.emittedReadable = false
	}
	if n == 0 && r.needReadable && (r.full() || r.ended) {
		if r.length == 0 && r.ended {
			s.endReadable()
		} else {
			s.emitReadable()
		}
		return Chunk{}, false
	}
	want := r.howMuchToRead(s.m, n)
	if want == 0 && r.ended {
		if r.length == 0 {
			s.endReadable()
		}
		return Chunk{}, false
	}
	want = s.readUnderlying(want, nOrig)
	return s.deliver(want, nOrig)
}

// full reports whether the buffer has reached the high water mark.
func (r *Readable) full() bool {
	if r.highWaterMark != 0 {
		return r.length >= r.highWaterMark
	}
	return r.length > 0
}

// readUnderlying calls _read when the buffer runs low, and returns how much
// of the buffer read may take afterwards.
func (s *Stream) readUnderlying(want int, nOrig float64) int {
	r := s.R
	doRead := r.needReadable || r.length == 0 || r.length-want < r.highWaterMark
	if !doRead || r.ended || r.reading || r.destroyed || r.errored != nil || r.constructing {
		return want
	}
	r.reading, r.sync = true, true
	if r.length == 0 {
		r.needReadable = true
	}
	if ex := s.m.e.Try(func() { s.underRead(r.highWaterMark) }); ex != nil {
		s.errorOrDestroy(ex.Value(), false)
	}
	r.sync = false
	if !r.reading {
		want = r.howMuchToRead(s.m, nOrig)
	}
	return want
}

// deliver takes want out of the buffer, emits 'data' and returns it.
func (s *Stream) deliver(want int, nOrig float64) (Chunk, bool) {
	r := s.R
	var ret Chunk
	got := want > 0 && r.length > 0
	if got {
		ret = s.fromList(want)
		r.length -= want
		r.clearAwaitDrain()
	} else {
		r.needReadable = r.needReadable || r.length <= r.highWaterMark
		want = 0
	}
	if r.length == 0 {
		if !r.ended {
			r.needReadable = true
		}
		if nOrig != float64(want) && r.ended {
			s.endReadable()
		}
	}
	if got && !r.errorEmitted && !r.closeEmitted {
		r.dataEmitted = true
		s.emitData(ret)
	}
	return ret, got
}

func (r *Readable) howMuchToRead(m *Module, n float64) int {
	switch {
	case n <= 0 || r.length == 0 && r.ended:
		return 0
	case r.objectMode:
		return 1
	case math.IsNaN(n):
		if r.flowing == flowOn && r.length > 0 {
			return r.buffer.first().length(m)
		}
		return r.length
	case n <= float64(r.length):
		return int(n)
	case r.ended:
		return r.length
	}
	return 0
}

const maxHighWaterMark = 0x40000000

// computeNewHighWaterMark is the next power of two, so that read(n) in small
// steps does not grow it each time.
func (s *Stream) computeNewHighWaterMark(n float64) int {
	if n > maxHighWaterMark {
		panic(nodeerr.OutOfRange(s.m.vm, "size", "<= 1GiB", s.m.vm.ToValue(n)))
	}
	p := 1
	for float64(p) < n {
		p <<= 1
	}
	return p
}

// onEofChunk is push(null).
func (s *Stream) onEofChunk() {
	r := s.R
	if r.ended {
		return
	}
	if r.decoder != nil {
		c := ValueChunk(r.decoder.End(nil))
		if c.length(s.m) > 0 {
			r.length += r.chunkLength(s.m, &c)
			r.buffer.push(c)
		}
	}
	r.ended = true
	if r.sync {
		s.emitReadable()
		return
	}
	r.needReadable = false
	r.emittedReadable = true
	s.emitReadableNow()
}

func (s *Stream) emitReadable() {
	r := s.R
	r.needReadable = false
	if !r.emittedReadable {
		r.emittedReadable = true
		s.nextTick(s.emitReadableNow)
	}
}

// emitReadableNow is Node's emitReadable_.
func (s *Stream) emitReadableNow() {
	r := s.R
	if !r.destroyed && r.errored == nil && (r.length > 0 || r.ended) {
		s.emit(s.m.keys.readable)
		r.emittedReadable = false
	}
	r.needReadable = r.flowing != flowOn && !r.ended && r.length <= r.highWaterMark
	s.flow()
}

// maybeReadMore keeps the buffer filled up to the high water mark.
func (s *Stream) maybeReadMore() {
	r := s.R
	if !r.readingMore && !r.constructing {
		r.readingMore = true
		s.nextTick(s.maybeReadMoreNow)
	}
}

func (s *Stream) maybeReadMoreNow() {
	r := s.R
	for !r.reading && !r.ended &&
		(r.length < r.highWaterMark || r.flowing == flowOn && r.length == 0) {
		before := r.length
		s.Read(0)
		if before == r.length {
			break
		}
	}
	r.readingMore = false
}

// resume is Readable.prototype.resume.
func (s *Stream) resume() {
	r := s.R
	if r.flowing != flowOn {
		// With a 'readable' listener the script still has to read by itself.
		r.flowing = flowOn
		if r.readableListening {
			r.flowing = flowPaused
		}
		s.scheduleResume()
	}
	r.paused, r.hasPaused = false, true
}

func (s *Stream) scheduleResume() {
	if r := s.R; !r.resumeScheduled {
		r.resumeScheduled = true
		s.nextTick(s.resumeNow)
	}
}

// resumeNow is Node's resume_.
func (s *Stream) resumeNow() {
	r := s.R
	if !r.reading {
		s.Read(0)
	}
	r.resumeScheduled = false
	s.emit(s.m.keys.resume)
	s.flow()
	if r.flowing == flowOn && !r.reading {
		s.Read(0)
	}
}

// pause is Readable.prototype.pause.
func (s *Stream) pause() {
	r := s.R
	if r.flowing != flowPaused {
		r.flowing = flowPaused
		s.emit(s.m.keys.pause)
	}
	r.paused, r.hasPaused = true, true
}

func (s *Stream) flow() {
	for s.R.flowing == flowOn {
		if _, ok := s.Read(math.NaN()); !ok {
			return
		}
	}
}

func (s *Stream) endReadable() {
	if r := s.R; !r.endEmitted {
		r.ended = true
		s.nextTick(s.endReadableNow)
	}
}

// endReadableNow is Node's endReadableNT.
func (s *Stream) endReadableNow() {
	r := s.R
	if r.errored != nil || r.closeEmitted || r.endEmitted || r.length != 0 {
		return
	}
	r.endEmitted = true
	s.emit(s.m.keys.end)
	if s.isWritable() && s.halfOpenForbidden() {
		s.nextTick(func() {
			if s.isWritable() && !s.W.ending && !s.W.destroyed {
				s.End()
			}
		})
		return
	}
	if !r.noAutoDestroy && (s.W == nil || !s.W.noAutoDestroy && (s.W.finished || s.W.notWritable)) {
		s.Destroy(nil)
	}
}

// isReadable is the readable property.
func (s *Stream) isReadable() bool {
	r := s.R
	return r != nil && !r.notReadable && !r.destroyed && !r.errorEmitted && !r.endEmitted
}

// setEncoding is readable.setEncoding; what is buffered is decoded again.
func (s *Stream) setEncoding(enc buffer.Encoding) {
	r := s.R
	r.decoder = stringdecoder.NewDecoder(enc)
	r.encoding = enc
	var text []goja.Value
	for i := range r.buffer.all() {
		c := &r.buffer.all()[i]
		if c.isString() {
			text = append(text, c.val)
			continue
		}
		text = append(text, r.decoder.Write(c.Bytes(s.m, buffer.UTF8)))
	}
	r.buffer.clear()
	joined := joinStrings(s.m.vm, text)
	r.length = stringLength(joined)
	if r.length > 0 {
		r.buffer.push(ValueChunk(joined))
	}
}
