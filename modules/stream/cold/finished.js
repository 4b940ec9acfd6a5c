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
    callback = once(callback);

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
    const onclose = () => {
      closed = true;
      const err = erroredValue(stream);
      if (err && typeof err !== 'boolean') {
        callback.call(stream, err);
      } else if (readable && !readableDone && isReadableNode(stream, true) && !isReadableFinished(stream, false) ||
                 writable && !writableDone && !isWritableFinished(stream, false)) {
        callback.call(stream, makeError('ERR_STREAM_PREMATURE_CLOSE'));
      } else {
        callback.call(stream);
      }
    };

    const listeners = [['end', onend], ['finish', onfinish]];
    if (writable && !w) listeners.unshift(['end', onlegacyfinish], ['close', onlegacyfinish]);
    if (!closing && typeof stream.aborted === 'boolean') listeners.unshift(['aborted', onclose]);
    if (options.error !== false) listeners.push(['error', onerror]);
    listeners.push(['close', onclose]);
    for (const [name, fn] of listeners) stream.on(name, fn);

    if (closed) {
      nextTick(onclose);
    } else if ((w && w.errorEmitted) || (r && r.errorEmitted)) {
      if (!closing) nextTick(onclosed);
    } else if (!readable && (!closing || isReadable(stream)) &&
               (writableDone || isWritable(stream) === false) &&
               (w == null || w.pendingcb === undefined || w.pendingcb === 0)) {
      nextTick(onclosed);
    } else if (!writable && (!closing || isWritable(stream)) &&
               (readableDone || isReadable(stream) === false)) {
      nextTick(onclosed);
    }

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
    if (!err && !isReadableFinished(stream) && !isWritableFinished(stream)) err = abortError();
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
