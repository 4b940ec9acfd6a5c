// Duplex.from: a Duplex out of anything that can be read, written or called.
(function (lib, Stream, binding) {
  'use strict';

  const { nextTick, argType, returnValue } = binding;
  const { Readable, Writable, Duplex } = Stream;
  const {
    isNodeStream, isReadableNode, isWritableNode, isIterable, isReadable, isWritable, isDestroyed,
    finished, destroyer, abortError, generate, give, readableFrom,
  } = lib;

  // Duplexify gives each half its own readable and writable, as it was asked
  // for, whatever the other is.
  class Duplexify extends Duplex {
    constructor(options) {
      super(options);
      if (options && options.readable === false) {
        this._readableState.readable = false;
        this._readableState.ended = true;
        this._readableState.endEmitted = true;
      }
      if (options && options.writable === false) {
        this._writableState.writable = false;
        this._writableState.ending = true;
        this._writableState.ended = true;
        this._writableState.finished = true;
      }
    }
  }

  const isDuplex = (s) => isReadableNode(s) && isWritableNode(s) && s._readableState && s._writableState &&
    typeof s.on === 'function';

  function duplexFrom(body, name) {
    name = typeof name === 'string' ? name : 'body';
    if (isNodeStream(body)) return fromStream(body);
    if (typeof body === 'function') return fromFunction(body, name);
    if (typeof Blob === 'function' && body instanceof Blob) return duplexFrom(body.arrayBuffer());
    if (isIterable(body)) return fromIterable(body, { objectMode: true, writable: false });
    if (body && (typeof body.readable === 'object' || typeof body.writable === 'object')) {
      return joined({ readable: half(body.readable, isReadableNode), writable: half(body.writable, isWritableNode) });
    }
    if (body && typeof body.then === 'function') return fromPromise(body);
    throw argType(name, body, 'Blob', 'ReadableStream', 'WritableStream', 'Stream', 'Iterable', 'AsyncIterable',
                  'Function', '{ readable, writable } pair', 'Promise');
  }

  function fromStream(stream) {
    if (isDuplex(stream)) return stream;
    if (isReadableNode(stream)) return joined({ readable: stream });
    if (isWritableNode(stream)) return joined({ writable: stream });
    return joined({ writable: false, readable: false });
  }

  function half(part, fits) {
    if (!part) return undefined;
    return fits(part) ? part : duplexFrom(part);
  }

  const fromIterable = (iterable, options) => readableFrom(iterable, options, Duplexify);

  function fromPromise(promise) {
    const d = new Duplexify({ objectMode: true, writable: false, read() {} });
    promise.then((value) => {
      if (value != null) d.push(value);
      d.push(null);
    }, (err) => destroyer(d, err));
    return d;
  }

  function fromFunction(fn, name) {
    const input = inputOf(fn);
    const { value, write, final, destroy } = input;
    if (isNodeStream(value) && isDuplex(value)) return value;
    if (isIterable(value)) return fromIterable(value, { objectMode: true, write, final, destroy });
    if (!value || typeof value.then !== 'function') {
      throw returnValue('Iterable, AsyncIterable or AsyncFunction', name, value);
    }
    let d;
    const settled = value.then((result) => {
      if (result != null) throw returnValue('nully', 'body', result);
    }, (err) => destroyer(d, err));
    d = new Duplexify({
      objectMode: true, readable: false, write, destroy,
      final(callback) {
        final(async () => {
          try {
            await settled;
            nextTick(callback, null);
          } catch (err) {
            nextTick(callback, err);
          }
        });
      },
    });
    return d;
  }

  // inputOf calls fn with what will be written, as an async generator.
  function inputOf(fn) {
    let { promise, resolve } = Promise.withResolvers();
    const controller = new AbortController();
    const { signal } = controller;
    const chunks = generate(function* () {
      for (;;) {
        const waited = promise;
        promise = null;
        const { chunk, done, callback } = yield waited;
        nextTick(callback);
        if (done) return;
        if (signal.aborted) throw abortError(signal);
        ({ promise, resolve } = Promise.withResolvers());
        yield give(chunk);
      }
    });
    const send = (message) => {
      const deliver = resolve;
      resolve = null;
      deliver(message);
    };
    return {
      value: fn(chunks, { signal }),
      write: (chunk, encoding, callback) => send({ chunk, done: false, callback }),
      final: (callback) => send({ done: true, callback }),
      destroy(err, callback) {
        controller.abort();
        callback(err);
      },
    };
  }

  // joined is a Duplex that reads from one stream and writes to another.
  function joined(pair) {
    const r = pair.readable && typeof pair.readable.read !== 'function' ?
      Readable.prototype.wrap.call(new Readable({ objectMode: true }), pair.readable) : pair.readable;
    const w = pair.writable;
    let readable = !!isReadable(r);
    let writable = !!isWritable(w);
    const waiting = {};
    const wake = (name, ...args) => {
      const callback = waiting[name];
      waiting[name] = null;
      if (callback) callback(...args);
      return !!callback;
    };
    const onFinished = (err) => {
      if (wake('close', err)) return;
      if (err) d.destroy(err);
      else if (!readable && !writable) d.destroy();
    };
    const d = new Duplexify({
      readableObjectMode: !!(r && r.readableObjectMode),
      writableObjectMode: !!(w && w.writableObjectMode),
      readable, writable,
    });
    if (writable) {
      finished(w, (err) => {
        writable = false;
        if (err) destroyer(r, err);
        onFinished(err);
      });
      d._write = (chunk, encoding, callback) => {
        if (w.write(chunk, encoding)) callback();
        else waiting.drain = callback;
      };
      d._final = (callback) => {
        w.end();
        waiting.finish = callback;
      };
      w.on('drain', () => wake('drain'));
      w.on('finish', () => wake('finish'));
    }
    if (readable) {
      finished(r, (err) => {
        readable = false;
        if (err) destroyer(w, err);
        onFinished(err);
      });
      r.on('readable', () => wake('readable'));
      r.on('end', () => d.push(null));
      d._read = () => {
        for (;;) {
          const chunk = r.read();
          if (chunk === null) {
            waiting.readable = d._read;
            return;
          }
          if (!d.push(chunk)) return;
        }
      };
    }
    d._destroy = (err, callback) => {
      const closed = waiting.close;
      if (!err && closed !== null) err = abortError();
      waiting.readable = waiting.drain = waiting.finish = null;
      if (closed === null) {
        callback(err);
      } else {
        waiting.close = callback;
        destroyer(w, err);
        destroyer(r, err);
      }
    };
    return d;
  }

  Object.assign(lib, { duplexFrom, isDuplex });
})
