// Readable.from, readable.wrap and duplexPair.
(function (lib, Stream, binding) {
  'use strict';

  const { nextTick, Buffer, error: makeError, argType } = binding;
  const { Readable, Duplex } = Stream;
  const { asyncIterator } = Symbol;
  const { isIterable, destroyer } = lib;

  function readableFrom(iterable, options, Kind = Readable) {
    if (typeof iterable === 'string' || iterable instanceof Buffer) {
      return new Kind({
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
    const readable = new Kind({ objectMode: true, highWaterMark: 1, ...options });
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

  Object.assign(lib, { readableFrom, wrapStream, readableWrap, duplexPair });
})
