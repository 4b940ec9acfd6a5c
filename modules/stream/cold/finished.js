// finished, destroy and addAbortSignal (Node documentation, "Stream").
(function (lib, Stream, binding) {
  'use strict';

  const { nextTick, error: makeError, argType } = binding;
  const resistStop = Symbol.for('nodejs.kResistStopPropagation');
  const {
    nop, once, abortError, checkFunction, checkSignal, isReadableNode, isWritableNode, isNodeStream,
    isDestroyed, isReadableFinished, isWritableFinished, isReadable, isWritable, erroredValue, isClosed,
    willEmitClose,
  } = lib;

  function finished(stream, options, callback) {
    if (arguments.length === 2) {
      callback = options;
      options = {};
    } else if (options == null) {
      options = {};
    } else if (typeof options !== 'object') {
      throw argType('options', options, 'Object');
    }
    checkFunction(callback, 'callback');
    checkSignal(options.signal, 'options.signal');
    if (!isNodeStream(stream)) {
      throw argType('stream', stream, 'ReadableStream', 'WritableStream', 'Stream');
    }
    callback = binding.keepContext(once(callback));

    const readable = options.readable ?? isReadableNode(stream);
    const writable = options.writable ?? isWritableNode(stream);
    const w = stream._writableState;
    const r = stream._readableState;
    let closing = willEmitClose(stream) &&
      isReadableNode(stream) === readable && isWritableNode(stream) === writable;
    let writableDone = isWritableFinished(stream, false);
    let readableDone = isReadableFinished(stream, false);
    let closed = isClosed(stream);

    const onfinish = () => {
      writableDone = true;
      if (stream.destroyed) closing = false;
      if (closing && (!stream.readable || readable)) return;
      if (!readable || readableDone) callback.call(stream);
    };
    const onend = () => {
      readableDone = true;
      if (stream.destroyed) closing = false;
      if (closing && (!stream.writable || writable)) return;
      if (!writable || writableDone) callback.call(stream);
    };
    const onlegacyfinish = () => {
      if (!stream.writable) onfinish();
    };
    const onerror = (err) => callback.call(stream, err);
    const onclosed = () => {
      closed = true;
      const err = erroredValue(stream);
      if (err && typeof err !== 'boolean') callback.call(stream, err);
      else callback.call(stream);
    };
    // closeArgs are what the callback gets when the stream closes now.
    const closeArgs = () => {
      const err = erroredValue(stream);
      if (err && typeof err !== 'boolean') return [err];
      const cut = readable && !readableDone && isReadableNode(stream, true) && !isReadableFinished(stream, false) ||
        writable && !writableDone && !isWritableFinished(stream, false);
      return cut ? [makeError('ERR_STREAM_PREMATURE_CLOSE')] : [];
    };
    const onclose = () => {
      closed = true;
      callback.apply(stream, closeArgs());
    };

    // whenOver is what calls back for a stream that has nothing more to tell.
    const whenOver = () => {
      if (closed) {
        const args = closeArgs();
        return () => callback.apply(stream, args);
      }
      if ((w && w.errorEmitted) || (r && r.errorEmitted)) return closing ? null : onclosed;
      if (!readable && (!closing || isReadable(stream)) && (writableDone || isWritable(stream) === false) &&
          (w == null || w.pendingcb === undefined || w.pendingcb === 0)) return onclosed;
      if (!writable && (!closing || isWritable(stream)) && (readableDone || isReadable(stream) === false)) return onclosed;
      return null;
    };
    const over = whenOver();
    const listeners = [];
    if (!over) {
      if (!closing && typeof stream.aborted === 'boolean') listeners.push(['aborted', onclose]);
      if (writable && !w) listeners.push(['end', onlegacyfinish], ['close', onlegacyfinish]);
      listeners.push(['end', onend], ['finish', onfinish]);
    }
    // An error may come in the tick until then.
    if (options.error !== false) listeners.push(['error', over ? nop : onerror]);
    if (!over) listeners.push(['close', onclose]);
    for (const [name, fn] of listeners) stream.on(name, fn);
    if (over) nextTick(over);

    const cleanup = () => {
      callback = nop;
      for (const [name, fn] of listeners) stream.removeListener(name, fn);
    };
    if (options.signal && !closed) {
      const abort = () => {
        const end = callback;
        cleanup();
        end.call(stream, abortError(options.signal));
      };
      if (options.signal.aborted) {
        nextTick(abort);
      } else {
        options.signal.addEventListener('abort', abort, { once: true, [resistStop]: true });
        const original = callback;
        callback = once((...args) => {
          options.signal.removeEventListener('abort', abort);
          original.apply(stream, args);
        });
      }
    }
    return cleanup;
  }


  function destroyer(stream, err) {
    if (!stream || isDestroyed(stream)) return;
    if (!err && (isReadable(stream) || isWritable(stream))) err = abortError();
    if (typeof stream.destroy === 'function') stream.destroy(err);
    else if (typeof stream.close === 'function') stream.close();
  }

  function addAbortSignal(signal, stream) {
    if (signal === undefined) throw argType('signal', signal, 'AbortSignal');
    checkSignal(signal, 'signal');
    if (!isNodeStream(stream)) {
      throw argType('stream', stream, 'ReadableStream', 'WritableStream', 'Stream');
    }
    const onAbort = () => stream.destroy(abortError(signal));
    if (signal.aborted) {
      onAbort();
    } else {
      signal.addEventListener('abort', onAbort, { once: true, [resistStop]: true });
      finished(stream, () => signal.removeEventListener('abort', onAbort));
    }
    return stream;
  }

  Object.assign(lib, { finished, destroyer, addAbortSignal });
})
