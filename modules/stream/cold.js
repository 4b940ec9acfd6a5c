(function (Stream, binding) {
  'use strict';

  const { nextTick, Buffer, EventEmitter, error: makeError, argType, argValue } = binding;
  const { Readable, Writable, Duplex } = Stream;
  const asyncIterator = Symbol.asyncIterator;

  function nop() {}

  function once(fn) {
    let called = false;
    return function (...args) {
      if (called) return undefined;
      called = true;
      return fn.apply(this, args);
    };
  }

  function abortError(signal) {
    const err = makeError('ABORT_ERR');
    err.name = 'AbortError';
    if (signal !== undefined && signal.reason !== undefined) {
      Object.defineProperty(err, 'cause', {
        value: signal.reason, writable: true, configurable: true, enumerable: false,
      });
    }
    return err;
  }

  function checkFunction(fn, name) {
    if (typeof fn !== 'function') throw argType(name, fn, 'Function');
  }

  function checkSignal(signal, name) {
    if (signal !== undefined && (signal === null || typeof signal !== 'object' || !('aborted' in signal))) {
      throw argType(name, signal, 'AbortSignal');
    }
  }

  // ---- What a stream is and where it stands

  function isReadableNode(s, strict) {
    return !!(s && typeof s.pipe === 'function' && typeof s.on === 'function' &&
      (!strict || (typeof s.pause === 'function' && typeof s.resume === 'function')) &&
      (!s._writableState || (s._readableState && s._readableState.readable !== false)) &&
      (!s._writableState || s._readableState));
  }

  function isWritableNode(s) {
    return !!(s && typeof s.write === 'function' && typeof s.on === 'function' &&
      (!s._readableState || (s._writableState && s._writableState.writable !== false)));
  }

  function isNodeStream(s) {
    return !!(s && (s._readableState || s._writableState ||
      (typeof s.write === 'function' && typeof s.on === 'function') ||
      (typeof s.pipe === 'function' && typeof s.on === 'function')));
  }

  function isIterable(v) {
    return v != null && (typeof v[asyncIterator] === 'function' || typeof v[Symbol.iterator] === 'function');
  }

  function isDestroyed(s) {
    if (!isNodeStream(s)) return null;
    const w = s._writableState;
    const r = s._readableState;
    const state = w || r;
    return !!(s.destroyed || (state != null && state.destroyed));
  }

  function isReadableEnded(s) {
    if (!isReadableNode(s)) return null;
    if (s.readableEnded === true) return true;
    const r = s._readableState;
    if (!r || r.errored) return false;
    return typeof r.ended === 'boolean' ? r.ended : null;
  }

  function isReadableFinished(s, strict) {
    if (!isReadableNode(s)) return null;
    const r = s._readableState;
    if (r && r.errored) return false;
    if (!r || typeof r.endEmitted !== 'boolean') return null;
    return !!(r.endEmitted || (strict === false && r.ended === true && r.length === 0));
  }

  function isWritableEnded(s) {
    if (!isWritableNode(s)) return null;
    if (s.writableEnded === true) return true;
    const w = s._writableState;
    if (w && w.errored) return false;
    return w && typeof w.ended === 'boolean' ? w.ended : null;
  }

  function isWritableFinished(s, strict) {
    if (!isWritableNode(s)) return null;
    if (s.writableFinished === true) return true;
    const w = s._writableState;
    if (w && w.errored) return false;
    if (!w || typeof w.finished !== 'boolean') return null;
    return !!(w.finished || (strict === false && w.ended === true && w.length === 0));
  }

  function isReadable(s) {
    if (s == null || typeof s.readable !== 'boolean') return null;
    if (isDestroyed(s)) return false;
    return isReadableNode(s) && s.readable && !isReadableFinished(s);
  }

  function isWritable(s) {
    if (s == null || typeof s.writable !== 'boolean') return null;
    if (isDestroyed(s)) return false;
    return isWritableNode(s) && s.writable && !isWritableEnded(s);
  }

  function isErrored(s) {
    return !!(s && (s.readableErrored || s.writableErrored ||
      (s._readableState && s._readableState.errored) || (s._writableState && s._writableState.errored)));
  }

  function isDisturbed(s) {
    return !!(s && (s.readableDidRead || s.readableAborted));
  }

  function erroredValue(s) {
    const w = s._writableState;
    const r = s._readableState;
    return (w && w.errored) || (r && r.errored) || null;
  }

  function isClosed(s) {
    if (!isNodeStream(s)) return null;
    if (typeof s.closed === 'boolean') return s.closed;
    const w = s._writableState;
    const r = s._readableState;
    if ((w && typeof w.closed === 'boolean') || (r && typeof r.closed === 'boolean')) {
      return !!((w && w.closed) || (r && r.closed));
    }
    return null;
  }

  function willEmitClose(s) {
    if (!isNodeStream(s)) return null;
    const state = s._writableState || s._readableState;
    return !!(state && state.autoDestroy && state.emitClose && state.closed === false);
  }

  // ---- finished

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
        options.signal.addEventListener('abort', abort, { once: true });
        const original = callback;
        callback = once((...args) => {
          options.signal.removeEventListener('abort', abort);
          original.apply(stream, args);
        });
      }
    }
    return cleanup;
  }

  // ---- destroy and abort signals

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
      signal.addEventListener('abort', onAbort, { once: true });
      finished(stream, () => signal.removeEventListener('abort', onAbort));
    }
    return stream;
  }

  // ---- pipeline

  function guardStream(stream, reading, writing, onError) {
    let done = false;
    stream.on('close', () => {
      done = true;
    });
    const cleanup = finished(stream, { readable: reading, writable: writing }, (err) => {
      done = !err;
      const r = stream._readableState;
      if (err && err.code === 'ERR_STREAM_PREMATURE_CLOSE' && reading &&
          r && r.ended && !r.errored && !r.errorEmitted) {
        // A half that was read to its end counts as done, whatever closed it.
        stream.once('end', onError).once('error', onError);
      } else {
        onError(err);
      }
    });
    return {
      destroy(err) {
        if (done) return;
        done = true;
        if (typeof stream.destroy === 'function') stream.destroy(err || makeError('ERR_STREAM_DESTROYED', 'pipe'));
      },
      cleanup,
    };
  }

  async function pump(iterable, writable, finish, { end }) {
    let error;
    let onresolve = null;
    const resume = (err) => {
      if (err) error = err;
      if (onresolve) {
        const callback = onresolve;
        onresolve = null;
        callback();
      }
    };
    const wait = () => new Promise((resolve, reject) => {
      if (error) {
        reject(error);
      } else {
        onresolve = () => (error ? reject(error) : resolve());
      }
    });
    writable.on('drain', resume);
    const cleanup = finished(writable, { readable: false }, resume);
    try {
      if (writable.writableNeedDrain) await wait();
      const get = iterable[asyncIterator] || iterable[Symbol.iterator];
      const it = get.call(iterable);
      try {
        for (let step = await it.next(); !step.done; step = await it.next()) {
          if (!writable.write(step.value)) await wait();
        }
      } catch (err) {
        if (typeof it.return === 'function') await it.return();
        throw err;
      }
      if (end) {
        writable.end();
        await wait();
      }
      finish();
    } catch (err) {
      finish(error !== err && error ? error : err);
    } finally {
      cleanup();
      writable.off('drain', resume);
    }
  }

  function pipeline(...streams) {
    const callback = once(streams[streams.length - 1]);
    checkFunction(streams.pop(), 'streams[stream.length - 1]');
    return pipelineImpl(streams, callback);
  }

  function pipelineImpl(streams, callback, options) {
    if (streams.length === 1 && Array.isArray(streams[0])) streams = streams[0];
    if (streams.length < 2) throw missingStreams();

    const controller = typeof AbortController === 'function' ? new AbortController() : undefined;
    const signal = controller && controller.signal;
    const outer = options && options.signal;
    checkSignal(outer, 'options.signal');
    const lastCleanups = [];
    const destroys = [];
    let error;
    let value;
    let pending = 0;

    const abort = () => finishImpl(abortError(outer), true);
    const finish = (err) => finishImpl(err, --pending === 0);
    const finishOnlyError = (err) => finishImpl(err, false);
    function finishImpl(err, final) {
      if (err && (!error || error.code === 'ERR_STREAM_PREMATURE_CLOSE')) error = err;
      if (!error && !final) return;
      while (destroys.length) destroys.shift()(error);
      if (outer) outer.removeEventListener('abort', abort);
      if (controller) controller.abort();
      if (final) {
        if (!error) lastCleanups.forEach((fn) => fn());
        nextTick(callback, error, value);
      }
    }
    if (outer) {
      if (outer.aborted) nextTick(abort);
      else outer.addEventListener('abort', abort, { once: true });
    }

    let ret;
    for (let i = 0; i < streams.length; i++) {
      const stream = streams[i];
      const reading = i < streams.length - 1;
      const writing = i > 0;
      const end = reading || !options || options.end !== false;
      const isLast = i === streams.length - 1;

      if (isNodeStream(stream)) {
        if (end) {
          const { destroy, cleanup } = guardStream(stream, reading, writing, (err) => finishImpl(err, false));
          destroys.push(destroy);
          if (isReadable(stream) && isLast) lastCleanups.push(cleanup);
        }
        const onError = (err) => {
          if (err && err.name !== 'AbortError' && err.code !== 'ERR_STREAM_PREMATURE_CLOSE') finishOnlyError(err);
        };
        stream.on('error', onError);
        if (isReadable(stream) && isLast) lastCleanups.push(() => stream.removeListener('error', onError));
      }

      if (i === 0) {
        ret = firstStage(stream, signal);
      } else if (typeof stream === 'function') {
        ret = functionStage(stream, ret, isLast);
      } else if (isNodeStream(stream)) {
        streamStage(stream, ret, end);
        ret = stream;
      } else {
        throw argType('destination', stream, 'Stream', 'Function');
      }
    }

    function functionStage(fn, input, isLast) {
      const source = isNodeStream(input) ? toAsyncIterable(input) : input;
      const result = fn(source, { signal });
      if (!isLast) {
        if (!isIterable(result)) throw makeReturnError('AsyncIterable', `transform[${streams.indexOf(fn) - 1}]`, result);
        return result;
      }
      const out = new Stream.PassThrough({ objectMode: true });
      if (result && typeof result.then === 'function') {
        pending++;
        result.then((v) => {
          value = v;
          if (v != null) out.write(v);
          if (!options || options.end !== false) out.end();
          nextTick(finish);
        }, (err) => {
          out.destroy(err);
          nextTick(finish, err);
        });
      } else if (isIterable(result)) {
        pending++;
        pump(result, out, finish, { end: !options || options.end !== false });
      } else {
        throw makeReturnError('AsyncIterable or Promise', 'destination', result);
      }
      const { destroy, cleanup } = guardStream(out, false, true, nop);
      destroys.push(destroy);
      lastCleanups.push(cleanup);
      return out;
    }

    function streamStage(stream, input, end) {
      if (isNodeStream(input)) {
        pending += 2;
        const cleanup = pipeStage(input, stream, finish, finishOnlyError, end);
        if (isReadable(stream) && stream === streams[streams.length - 1]) lastCleanups.push(cleanup);
      } else if (isIterable(input)) {
        pending++;
        pump(input, stream, finish, { end });
      } else {
        throw argType('val', input, 'Readable', 'Iterable', 'AsyncIterable');
      }
    }

    if ((signal && signal.aborted) || (outer && outer.aborted)) nextTick(abort);
    return ret;
  }

  function missingStreams() {
    const err = makeError('ERR_MISSING_ARGS', '"streams" argument');
    return err;
  }

  function makeReturnError(expected, name, got) {
    const shown = got === null || got === undefined ? String(got) :
      typeof got === 'object' && got.constructor && got.constructor.name ?
        `an instance of ${got.constructor.name}` : `type ${typeof got}`;
    return makeError('ERR_INVALID_RETURN_VALUE', expected, name, shown);
  }

  function firstStage(stream, signal) {
    if (typeof stream === 'function') {
      const ret = stream({ signal });
      if (!isIterable(ret)) throw makeReturnError('Iterable, AsyncIterable or Stream', 'source', ret);
      return ret;
    }
    if (isIterable(stream) || isReadableNode(stream)) return stream;
    return Duplex.from(stream);
  }

  function pipeStage(src, dst, finish, finishOnlyError, end) {
    let ended = false;
    dst.on('close', () => {
      if (!ended) finishOnlyError(makeError('ERR_STREAM_PREMATURE_CLOSE'));
    });
    src.pipe(dst, { end: false });
    if (end) {
      const endDestination = () => {
        ended = true;
        dst.end();
      };
      if (isReadableFinished(src)) nextTick(endDestination);
      else src.once('end', endDestination);
    } else {
      finish();
    }
    finished(src, { readable: true, writable: false }, (err) => {
      const r = src._readableState;
      if (err && err.code === 'ERR_STREAM_PREMATURE_CLOSE' && r && r.ended && !r.errored && !r.errorEmitted) {
        src.once('end', finish).once('error', finish);
      } else {
        finish(err);
      }
    });
    return finished(dst, { readable: false, writable: true }, finish);
  }

  // ---- Async iteration

  function toAsyncIterable(stream) {
    return isReadableNode(stream, true) && stream[asyncIterator] ? stream : Readable.prototype.iterator.call(stream);
  }

  // An async generator written out by hand, since the engine has none: calls
  // to next and return queue up behind one another.
  function streamIterator(stream, options) {
    let next = nop;
    let done = false;
    let error;
    let queue = Promise.resolve();
    const onReadable = function (resolve) {
      if (this === stream) {
        next();
        next = nop;
      } else {
        next = resolve;
      }
    };
    stream.on('readable', onReadable);
    const cleanup = finished(stream, { writable: false }, (err) => {
      error = err ? makeAggregate(error, err) : null;
      next();
      next = nop;
    });
    const close = (failed) => {
      if (done) return;
      done = true;
      if ((failed || !options || options.destroyOnReturn !== false) &&
          (error === undefined || (stream._readableState && stream._readableState.autoDestroy))) {
        destroyer(stream, failed || null);
      } else {
        stream.off('readable', onReadable);
        cleanup();
      }
    };
    const step = async () => {
      while (!done) {
        const chunk = stream.destroyed ? null : stream.read();
        if (chunk !== null) return { value: chunk, done: false };
        if (error) {
          const failed = error;
          close(failed);
          throw failed;
        }
        if (error === null) {
          close();
          break;
        }
        await new Promise(onReadable);
      }
      return { value: undefined, done: true };
    };
    return {
      next() {
        const result = queue.then(step);
        queue = result.then(nop, nop);
        return result;
      },
      return(value) {
        const result = queue.then(() => {
          close();
          return { value, done: true };
        });
        queue = result.then(nop, nop);
        return result;
      },
      throw(err) {
        close(err);
        return Promise.reject(err);
      },
      [asyncIterator]() {
        return this;
      },
    };
  }

  function makeAggregate(inner, outer) {
    if (inner && outer && inner !== outer) {
      const err = new AggregateError([outer, inner], outer.message);
      err.code = outer.code;
      return err;
    }
    return inner || outer;
  }

  // ---- Readable.from, wrap, duplexPair

  function readableFrom(iterable, options) {
    if (typeof iterable === 'string' || iterable instanceof Buffer) {
      return new Readable({
        objectMode: true, ...options,
        read() {
          this.push(iterable);
          this.push(null);
        },
      });
    }
    if (!isIterable(iterable)) throw argType('iterable', iterable, 'Iterable');
    const isAsync = typeof iterable[asyncIterator] === 'function';
    const iterator = isAsync ? iterable[asyncIterator]() : iterable[Symbol.iterator]();
    const readable = new Readable({ objectMode: true, highWaterMark: 1, ...options });
    let reading = false;
    readable._read = function () {
      if (!reading) {
        reading = true;
        pull();
      }
    };
    readable._destroy = function (err, cb) {
      close(err).then(() => nextTick(cb, err), (e) => nextTick(cb, e || err));
    };
    async function close(err) {
      if (err != null && typeof iterator.throw === 'function') {
        const { value, done } = await iterator.throw(err);
        await value;
        if (done) return;
      }
      if (typeof iterator.return === 'function') {
        const { value } = await iterator.return();
        await value;
      }
    }
    async function pull() {
      for (;;) {
        try {
          const { value, done } = isAsync ? await iterator.next() : iterator.next();
          if (done) {
            readable.push(null);
          } else {
            const chunk = value && typeof value.then === 'function' ? await value : value;
            if (chunk === null) {
              reading = false;
              throw makeError('ERR_STREAM_NULL_VALUES');
            }
            if (readable.push(chunk)) continue;
            reading = false;
          }
        } catch (err) {
          readable.destroy(err);
        }
        break;
      }
    }
    return readable;
  }

  function wrapStream(readable, source) {
    let paused = false;
    source.on('data', (chunk) => {
      if (!readable.push(chunk) && source.pause) {
        paused = true;
        source.pause();
      }
    });
    source.on('end', () => readable.push(null));
    source.on('error', (err) => binding.errorOrDestroy(readable, err));
    source.on('close', () => destroyer(readable));
    source.on('destroy', () => destroyer(readable));
    readable._read = () => {
      if (paused && source.resume) {
        paused = false;
        source.resume();
      }
    };
    for (const name of Object.keys(source)) {
      if (readable[name] === undefined && typeof source[name] === 'function') {
        readable[name] = source[name].bind(source);
      }
    }
    return readable;
  }

  function readableWrap(source, options) {
    return new Readable({
      objectMode: source.readableObjectMode ?? source.objectMode ?? true, ...options,
      destroy(err, callback) {
        destroyer(source, err);
        callback(err);
      },
    }).wrap(source);
  }

  function duplexPair(options) {
    class DuplexSide extends Duplex {
      constructor(opts) {
        super(opts);
        this.waiting = null;
        this.other = null;
      }

      _read() {
        const callback = this.waiting;
        if (callback) {
          this.waiting = null;
          callback();
        }
      }

      _write(chunk, encoding, callback) {
        if (chunk.length === 0) {
          nextTick(callback);
        } else {
          this.other.push(chunk);
          this.other.waiting = callback;
        }
      }

      _final(callback) {
        this.other.on('end', callback);
        this.other.push(null);
      }
    }
    const a = new DuplexSide(options);
    const b = new DuplexSide(options);
    a.other = b;
    b.other = a;
    return [a, b];
  }

  // ---- The pipe of old-style streams

  function legacyPipe(dest, options) {
    const source = this;
    const ondata = (chunk) => {
      if (dest.writable && dest.write(chunk) === false && source.pause) source.pause();
    };
    const ondrain = () => {
      if (source.readable && source.resume) source.resume();
    };
    let didEnd = false;
    const onend = () => {
      if (!didEnd) {
        didEnd = true;
        dest.end();
      }
    };
    const onclose = () => {
      if (!didEnd) {
        didEnd = true;
        if (typeof dest.destroy === 'function') dest.destroy();
      }
    };
    const onerror = function (err) {
      cleanup();
      if (EventEmitter.listenerCount(this, 'error') === 0) this.emit('error', err);
    };
    const cleanup = () => {
      source.removeListener('data', ondata);
      dest.removeListener('drain', ondrain);
      source.removeListener('end', onend);
      source.removeListener('close', onclose);
      source.removeListener('error', onerror);
      dest.removeListener('error', onerror);
      source.removeListener('end', cleanup);
      source.removeListener('close', cleanup);
      dest.removeListener('close', cleanup);
    };
    source.on('data', ondata);
    dest.on('drain', ondrain);
    if (!binding.isStdio(dest) && (!options || options.end !== false)) {
      source.on('end', onend);
      source.on('close', onclose);
    }
    source.prependListener('error', onerror);
    dest.prependListener('error', onerror);
    source.on('end', cleanup);
    source.on('close', cleanup);
    dest.on('close', cleanup);
    dest.emit('pipe', source);
    return dest;
  }

  // ---- Promises

  const promises = {
    finished(stream, options) {
      let autoCleanup = false;
      if (options && options.cleanup !== undefined) {
        if (typeof options.cleanup !== 'boolean') throw argType('cleanup', options.cleanup, 'boolean');
        autoCleanup = options.cleanup;
      }
      return new Promise((resolve, reject) => {
        const cleanup = finished(stream, options, (err) => {
          if (autoCleanup) cleanup();
          if (err) reject(err);
          else resolve();
        });
      });
    },
    pipeline(...streams) {
      return new Promise((resolve, reject) => {
        let options;
        const last = streams[streams.length - 1];
        if (last && typeof last === 'object' && !isNodeStream(last) && !isIterable(last)) {
          options = streams.pop();
        }
        pipelineImpl(streams, (err, value) => (err ? reject(err) : resolve(value)), options);
      });
    },
  };
  Object.defineProperty(Stream.pipeline, Symbol.for('nodejs.util.promisify.custom'), {
    value: promises.pipeline, configurable: true,
  });
  Object.defineProperty(Stream.finished, Symbol.for('nodejs.util.promisify.custom'), {
    value: promises.finished, configurable: true,
  });

  return {
    isDestroyed, isDisturbed, isErrored, isReadable, isWritable,
    duplexPair, pipeline, addAbortSignal, finished, promises,
    readableFrom, readableWrap, legacyPipe,
    destroy(stream, err) {
      destroyer(stream, err);
      return stream;
    },
    proto_wrap(source) {
      return wrapStream(this, source);
    },
    proto_iterator(options) {
      if (options !== undefined && (options === null || typeof options !== 'object')) {
        throw argType('options', options, 'Object');
      }
      return streamIterator(this, options);
    },
    proto_asyncIterator() {
      return streamIterator(this);
    },
    proto_asyncDispose() {
      let error;
      if (!this.destroyed) {
        error = this.readableEnded ? null : abortError();
        this.destroy(error);
      }
      return new Promise((resolve, reject) => {
        finished(this, (err) => (err && err !== error ? reject(err) : resolve(null)));
      });
    },
  };
})
