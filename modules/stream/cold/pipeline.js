// pipeline (Node documentation, "stream.pipeline").
(function (lib, Stream, binding) {
  'use strict';

  const { nextTick, error: makeError, argType } = binding;
  const { Readable, Duplex } = Stream;
  const resistStop = Symbol.for('nodejs.kResistStopPropagation');
  const {
    once, abortError, checkFunction, checkSignal, isReadableNode, isNodeStream, isIterable,
    isReadableFinished, isReadable, isDestroyed, finished, destroyer,
    toAsyncIterable, spawn, forAwait,
  } = lib;

  function guardStream(stream, reading, writing) {
    let done = false;
    stream.on('close', () => {
      done = true;
    });
    const cleanup = finished(stream, { readable: reading, writable: writing }, (err) => {
      done = !err;
    });
    return {
      destroy(err) {
        if (done) return;
        done = true;
        destroyer(stream, err || makeError('ERR_STREAM_DESTROYED', 'pipe'));
      },
      cleanup,
    };
  }

  function* pump(iterable, writable, finish, { end }) {
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
      if (writable.writableNeedDrain) yield wait();
      yield* forAwait(iterable, function* (chunk) {
        if (!writable.write(chunk)) yield wait();
      });
      if (end) {
        writable.end();
        yield wait();
      }
      finish();
    } catch (err) {
      finish(error !== err && error ? error : err);
    } finally {
      cleanup();
      writable.off('drain', resume);
    }
  }

  const startPump = (...args) => spawn(() => pump(...args));

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
      else outer.addEventListener('abort', abort, { once: true, [resistStop]: true });
    }

    let ret;
    for (let i = 0; i < streams.length; i++) {
      const stream = streams[i];
      const reading = i < streams.length - 1;
      const writing = i > 0;
      const end = reading || !options || options.end !== false;
      const isLast = i === streams.length - 1;

      if (isNodeStream(stream)) {
        if (reading && isDestroyed(streams[i + 1])) throw makeError('ERR_STREAM_UNABLE_TO_PIPE');
        if (end) {
          const { destroy, cleanup } = guardStream(stream, reading, writing);
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
        ret = Duplex.from(stream);
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
        startPump(result, out, finish, { end: !options || options.end !== false });
      } else {
        throw makeReturnError('AsyncIterable or Promise', 'destination', result);
      }
      const { destroy, cleanup } = guardStream(out, false, true);
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
        startPump(input, stream, finish, { end });
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

  Object.assign(lib, { pipeline, pipelineImpl });
})
