package stream

import (
	"slices"

	"github.com/dop251/goja"

	"github.com/gonode/gonode/internal/nodeerr"
	"github.com/gonode/gonode/modules/buffer"
)

// Writable is the writable half of a stream; the fields carry the names of
// Node's WritableState.
type Writable struct {
	common

	highWaterMark int
	length        int
	writelen      int
	pendingcb     int
	corked        int
	buffered      []WriteReq
	bufferedIndex int
	writecb       *callback
	onFinished    []Done
	afterWrite    *afterWriteInfo

	objectMode, needDrain, ending, ended, finished bool
	writing, sync, bufferProcessing, prefinished   bool
	finalCalled, keepStrings, notWritable          bool
	afterWritePending                              bool
	mixedBuffers, hasCallbacks                     bool // inverses of allBuffers, allNoop
	defaultEncoding                                buffer.Encoding

	extras      extras
	onwriteDone Done         // s.onwrite, made once
	onwriteFn   *goja.Object // state.onwrite, for _write methods in JavaScript
	state       *goja.Object // _writableState, once somebody looked
}

// WriteReq is one write that waits in the buffer.
type WriteReq struct {
	Chunk    Chunk
	Encoding goja.Value // 'buffer' or the encoding of a string
	cb       *callback
}

// callback is the callback of one write; fn tells two writes with the same
// JavaScript function apart from two with different ones.
type callback struct {
	fn   *goja.Object
	done Done
}

func (cb *callback) call(err goja.Value) {
	if cb != nil && cb.done != nil {
		cb.done(err)
	}
}

func (cb *callback) same(other *callback) bool {
	if cb == nil || other == nil {
		return cb == other
	}
	return cb == other || cb.fn != nil && cb.fn == other.fn
}

// afterWriteInfo batches the callbacks of writes that finished synchronously.
type afterWriteInfo struct {
	count int
	cb    *callback
}

// write is Node's _write(stream, chunk, encoding, cb): it checks, then writes
// or buffers. The error is the one that `end(chunk)` looks at.
func (s *Stream) write(c Chunk, enc goja.Value, cb *callback) (ok bool, err goja.Value) {
	w := s.W
	c, enc = s.writableChunk(c, enc)
	switch {
	case w.ending:
		err = s.newError("ERR_STREAM_WRITE_AFTER_END")
	case w.destroyed:
		err = s.newError("ERR_STREAM_DESTROYED", "write")
	}
	if err != nil {
		s.nextTick(func() { cb.call(err) })
		s.errorOrDestroy(err, true)
		return false, err
	}
	w.pendingcb++
	return s.writeOrBuffer(c, enc, cb), nil
}

// writableChunk brings a chunk into the form that _write gets, or throws.
func (s *Stream) writableChunk(c Chunk, enc goja.Value) (Chunk, goja.Value) {
	w := s.W
	if c.IsNull() {
		panic(s.newError("ERR_STREAM_NULL_VALUES"))
	}
	if w.objectMode || c.bytes != nil {
		return c, s.encodingOf(c, enc)
	}
	if c.isString() {
		if w.keepStrings {
			return c, enc
		}
		e, _ := buffer.ParseEncoding(enc.String())
		return BytesChunk(buffer.DecodeString(c.val, e)), s.m.bufferWord()
	}
	if s.m.buf.IsBuffer(c.val) {
		return c, s.m.bufferWord()
	}
	if b, ok := s.m.buf.Bytes(c.val); ok {
		return BytesChunk(b), s.m.bufferWord()
	}
	panic(nodeerr.ArgType(s.m.vm, "chunk", c.val, "string", "Buffer", "TypedArray", "DataView"))
}

func (s *Stream) encodingOf(c Chunk, enc goja.Value) goja.Value {
	if c.bytes != nil && !s.W.objectMode {
		return s.m.bufferWord()
	}
	return enc
}

func (s *Stream) writeOrBuffer(c Chunk, enc goja.Value, cb *callback) bool {
	w := s.W
	n := w.chunkLength(s.m, &c)
	w.length += n
	if w.writing || w.corked > 0 || w.errored != nil || w.constructing {
		c.Keep()
		w.buffered = append(w.buffered, WriteReq{c, enc, cb})
		w.mixedBuffers = w.mixedBuffers || w.objectMode || c.isString()
		w.hasCallbacks = w.hasCallbacks || cb != nil
	} else {
		s.startWrite(n, cb)
		s.underWrite(c, enc)
		w.sync = false
	}
	// A write that is over by now filled nothing.
	ret := w.length < w.highWaterMark || w.length == 0
	if !ret {
		w.needDrain = true
	}
	return ret && w.errored == nil && !w.destroyed
}

func (w *Writable) chunkLength(m *Module, c *Chunk) int {
	if w.objectMode {
		return 1
	}
	return c.length(m)
}

func (s *Stream) startWrite(n int, cb *callback) {
	w := s.W
	w.writelen, w.writing, w.sync = n, true, true
	if cb == nil {
		cb = &noCallback
	} else {
		w.extras.add(extraWriteCb)
	}
	w.writecb = cb
}

// noCallback stands for a write without a callback while it is under way; it
// is compared by address and never changed.
var noCallback callback

// underWrite calls this._write(chunk, encoding, onwrite).
func (s *Stream) underWrite(c Chunk, enc goja.Value) {
	native, script, ok := method(s, "_write", s.m.natives.write1)
	switch {
	case !ok:
		s.missing("_write")
	case script == nil:
		if s.W.onwriteDone == nil {
			s.W.onwriteDone = s.onwrite
		}
		native(s, c, enc, s.W.onwriteDone)
	default:
		s.call(script, c.Value(s.m), enc, s.onwriteFunction())
	}
}

// underWritev calls this._writev(chunks, onwrite).
func (s *Stream) underWritev(reqs []WriteReq, allBuffers bool) {
	native, script, _ := method(s, "_writev", s.m.natives.writev)
	if script == nil {
		native(s, reqs, s.onwrite)
		return
	}
	s.call(script, s.m.writevArray(reqs, allBuffers), s.onwriteFunction())
}

// hasWritev reports whether this._writev is a function.
func (s *Stream) hasWritev() bool {
	_, _, ok := method(s, "_writev", s.m.natives.writev)
	return ok
}

// onwrite is the callback of _write.
func (s *Stream) onwrite(err goja.Value) {
	w := s.W
	sync, cb := w.sync, w.writecb
	if cb == nil {
		s.errorOrDestroy(s.newError("ERR_MULTIPLE_CALLBACK"), false)
		return
	}
	w.writing, w.writecb = false, nil
	w.extras.add(extraWriteCb)
	w.length -= w.writelen
	w.writelen = 0
	if cb == &noCallback {
		cb = nil
	}
	if !isNil(err) {
		s.onwriteFailed(err, cb, sync)
		return
	}
	if len(w.buffered) > w.bufferedIndex {
		s.clearBuffer()
	}
	if sync {
		s.afterSyncWrite(cb)
	} else {
		s.afterWriteNow(1, cb)
	}
}

func (s *Stream) onwriteFailed(err goja.Value, cb *callback, sync bool) {
	if s.W.errored == nil {
		s.W.errored = err
		s.W.extras.add(extraErrored)
	}
	if s.R != nil && s.R.errored == nil {
		s.R.errored = err
	}
	if sync {
		s.nextTick(func() { s.onwriteError(err, cb) })
	} else {
		s.onwriteError(err, cb)
	}
}

func (s *Stream) onwriteError(err goja.Value, cb *callback) {
	s.W.pendingcb--
	cb.call(err)
	// Callbacks of buffered writes hear of it before the stream is destroyed.
	s.errorBuffer()
	s.errorOrDestroy(err, false)
}

// afterSyncWrite calls the callback on the next tick, together with those of
// earlier writes that had the same one.
func (s *Stream) afterSyncWrite(cb *callback) {
	w := s.W
	if cb != nil && w.afterWrite != nil && w.afterWrite.cb.same(cb) {
		w.afterWrite.count++
		return
	}
	if cb == nil {
		// Without a callback there is something to do later only for 'drain',
		// but Node takes the tick in object mode too.
		needTick := w.objectMode || w.needDrain && w.length == 0
		if w.afterWritePending || !needTick {
			w.pendingcb--
			if w.ending {
				s.finishMaybe(true)
			}
			return
		}
		w.afterWritePending = true
		s.nextTick(func() { s.afterWriteNow(1, nil) })
		return
	}
	info := &afterWriteInfo{count: 1, cb: cb}
	w.afterWrite, w.afterWritePending = info, true
	w.extras.add(extraAfterWrite)
	s.nextTick(func() {
		w.afterWrite = nil
		s.afterWriteNow(info.count, info.cb)
	})
}

// afterWriteNow is Node's afterWrite.
func (s *Stream) afterWriteNow(count int, cb *callback) {
	w := s.W
	w.afterWritePending = false
	if !w.ending && !w.destroyed && w.length == 0 && w.needDrain {
		w.needDrain = false
		s.emit(s.m.keys.drain)
	}
	for ; count > 0; count-- {
		w.pendingcb--
		cb.call(goja.Null())
	}
	if w.destroyed {
		s.errorBuffer()
	}
	if w.ending {
		s.finishMaybe(true)
	}
}

// errorBuffer fails the writes and ends that wait.
func (s *Stream) errorBuffer() {
	w := s.W
	if w.writing {
		return
	}
	// The callbacks still see all of them waiting.
	for n := w.bufferedIndex; n < len(w.buffered); n++ {
		req := w.buffered[n]
		w.length -= w.chunkLength(s.m, &req.Chunk)
		req.cb.call(s.erroredOr("write"))
	}
	s.callFinished(s.erroredOr("end"))
	w.resetBuffer()
}

// erroredOr is the error of the stream, or ERR_STREAM_DESTROYED.
func (s *Stream) erroredOr(op string) goja.Value {
	if s.W.errored != nil {
		return s.W.errored
	}
	return s.newError("ERR_STREAM_DESTROYED", op)
}

func (s *Stream) callFinished(err goja.Value) {
	waiting := s.W.onFinished
	s.W.onFinished = nil
	for _, done := range waiting {
		done(orNull(err))
	}
}

func (w *Writable) resetBuffer() {
	w.buffered, w.bufferedIndex = nil, 0
	w.mixedBuffers, w.hasCallbacks = false, false
}

// clearBuffer writes what is buffered.
func (s *Stream) clearBuffer() {
	w := s.W
	if w.corked > 0 || w.bufferProcessing || w.destroyed || w.constructing {
		return
	}
	n := len(w.buffered) - w.bufferedIndex
	if n == 0 {
		return
	}
	w.bufferProcessing = true
	if n > 1 && s.hasWritev() {
		s.clearByWritev(n)
	} else {
		s.clearOneByOne()
	}
	w.bufferProcessing = false
}

func (s *Stream) clearByWritev(n int) {
	w := s.W
	w.pendingcb -= n - 1
	reqs := w.buffered[w.bufferedIndex:]
	var cb *callback
	if w.hasCallbacks {
		cb = &callback{done: func(err goja.Value) {
			for _, req := range reqs {
				req.cb.call(err)
			}
		}}
	}
	allBuffers := !w.mixedBuffers
	s.doWritev(reqs, allBuffers, cb)
	w.resetBuffer()
}

func (s *Stream) doWritev(reqs []WriteReq, allBuffers bool, cb *callback) {
	s.startWrite(s.W.length, cb)
	if s.W.destroyed {
		s.onwrite(s.newError("ERR_STREAM_DESTROYED", "write"))
	} else {
		s.underWritev(reqs, allBuffers)
	}
	s.W.sync = false
}

// maxBufferedIndex is how many writes may be done before the buffer is cut.
const maxBufferedIndex = 256

func (s *Stream) clearOneByOne() {
	w := s.W
	i := w.bufferedIndex
	for i < len(w.buffered) && !w.writing {
		req := w.buffered[i]
		w.buffered[i] = WriteReq{}
		i++
		s.startWrite(w.chunkLength(s.m, &req.Chunk), req.cb)
		if w.destroyed {
			s.onwrite(s.newError("ERR_STREAM_DESTROYED", "write"))
		} else {
			s.underWrite(req.Chunk, req.Encoding)
		}
		w.sync = false
	}
	switch {
	case i == len(w.buffered):
		w.resetBuffer()
	case i > maxBufferedIndex:
		w.buffered, w.bufferedIndex = slices.Clone(w.buffered[i:]), 0
	default:
		w.bufferedIndex = i
	}
}

// cork and uncork are Writable.prototype's.
func (s *Stream) cork() { s.W.corked++ }

func (s *Stream) uncork() {
	w := s.W
	if w.corked == 0 {
		return
	}
	w.corked--
	if !w.writing {
		s.clearBuffer()
	}
}
