package stream

import "github.com/gonode/gonode/modules/buffer"

// The states of both halves show as one number each. These are its bits, of
// the number that Node's states print as kState.
const (
	bitObjectMode = 1 << iota
	bitErrorEmitted
	bitAutoDestroy
	bitEmitClose
	bitDestroyed
	bitClosed
	bitCloseEmitted
	bitErrored
	bitConstructed
	bitsCommon = iota
)

const (
	bitREnded = 1 << (bitsCommon + iota)
	bitREndEmitted
	bitRReading
	bitRSync
	bitRNeedReadable
	bitREmittedReadable
	bitRReadableListening
	bitRResumeScheduled
	bitRMultiAwaitDrain
	bitRReadingMore
	bitRDataEmitted
	bitRDefaultUTF8
	bitRDecoder
	bitREncoding
	bitRHasFlowing
	bitRFlowing
	bitRHasPaused
	bitRPaused
	bitRDataListening
)

const (
	bitWSync = 1 << (bitsCommon + iota)
	bitWFinalCalled
	bitWNeedDrain
	bitWEnding
	bitWFinished
	bitWDecodeStrings
	bitWWriting
	bitWBufferProcessing
	bitWPrefinished
	bitWAllBuffers
	bitWAllNoop
	bitWOnFinished
	bitWHasWritable
	bitWWritable
	bitWCorked
	bitWDefaultUTF8
	bitWWriteCb
	bitWExpectWriteCb
	bitWAfterWriteTickInfo
	bitWAfterWritePending
	bitWBuffered
	bitWEnded
)

// flags puts a number together.
type flags uint32

func (f *flags) set(bit flags, on bool) {
	if on {
		*f |= bit
	}
}

func (c *common) bits(objectMode bool) flags {
	var f flags
	f.set(bitObjectMode, objectMode)
	f.set(bitErrorEmitted, c.errorEmitted)
	f.set(bitAutoDestroy, !c.noAutoDestroy)
	f.set(bitEmitClose, !c.noEmitClose)
	f.set(bitDestroyed, c.destroyed)
	f.set(bitClosed, c.closed)
	f.set(bitCloseEmitted, c.closeEmitted)
	f.set(bitErrored, c.errored != nil)
	f.set(bitConstructed, !c.constructing)
	return f
}

func (r *Readable) bits() flags {
	f := r.common.bits(r.objectMode)
	f.set(bitREnded, r.ended)
	f.set(bitREndEmitted, r.endEmitted)
	f.set(bitRReading, r.reading)
	f.set(bitRSync, r.sync)
	f.set(bitRNeedReadable, r.needReadable)
	f.set(bitREmittedReadable, r.emittedReadable)
	f.set(bitRReadableListening, r.readableListening)
	f.set(bitRResumeScheduled, r.resumeScheduled)
	f.set(bitRMultiAwaitDrain, r.multiAwaitDrain)
	f.set(bitRReadingMore, r.readingMore)
	f.set(bitRDataEmitted, r.dataEmitted)
	f.set(bitRDefaultUTF8, r.defaultEncoding == buffer.UTF8)
	f.set(bitRDecoder|bitREncoding, r.decoder != nil)
	f.set(bitRHasFlowing, r.flowing != flowNull)
	f.set(bitRFlowing, r.flowing == flowOn)
	f.set(bitRHasPaused, r.hasPaused)
	f.set(bitRPaused, r.paused)
	f.set(bitRDataListening, r.dataListening)
	return f
}

func (w *Writable) bits() flags {
	f := w.common.bits(w.objectMode)
	f.set(bitWSync, w.sync)
	f.set(bitWFinalCalled, w.finalCalled)
	f.set(bitWNeedDrain, w.needDrain)
	f.set(bitWEnding, w.ending)
	f.set(bitWFinished, w.finished)
	f.set(bitWDecodeStrings, !w.keepStrings)
	f.set(bitWWriting, w.writing)
	f.set(bitWBufferProcessing, w.bufferProcessing)
	f.set(bitWPrefinished, w.prefinished)
	f.set(bitWAllBuffers, !w.mixedBuffers)
	f.set(bitWAllNoop, !w.hasCallbacks)
	f.set(bitWOnFinished, len(w.onFinished) > 0)
	f.set(bitWHasWritable, w.notWritable)
	f.set(bitWCorked, w.corked > 0)
	f.set(bitWDefaultUTF8, w.defaultEncoding == buffer.UTF8)
	f.set(bitWWriteCb, w.writecb != nil && w.writecb != &noCallback)
	f.set(bitWExpectWriteCb, w.writecb != nil)
	f.set(bitWAfterWriteTickInfo, w.afterWrite != nil)
	f.set(bitWAfterWritePending, w.afterWritePending)
	f.set(bitWBuffered, len(w.buffered) > 0)
	f.set(bitWEnded, w.ended)
	return f
}
