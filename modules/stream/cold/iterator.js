// Reading a stream with an iterator of promises.
(function (lib, Stream) {
  'use strict';

  const { Readable } = Stream;
  const { asyncIterator } = Symbol;
  const { nop, isReadableNode, isWritable, finished, destroyer, generate, give } = lib;

  function toAsyncIterable(stream) {
    return isReadableNode(stream, true) && stream[asyncIterator] ? stream : Readable.prototype.iterator.call(stream);
  }

  function streamIterator(stream, options) {
    const iterator = generate(() => readAll(stream, options));
    iterator.stream = stream;
    return iterator;
  }

  function* readAll(stream, options) {
    let wake = nop;
    // undefined while the stream runs, null at its end.
    let error;
    const awake = () => {
      wake();
      wake = nop;
    };
    stream.on('readable', awake);
    const cleanup = finished(stream, { writable: false }, (err) => {
      error = err ? aggregate(error, err) : null;
      awake();
    });
    try {
      for (;;) {
        const chunk = stream.destroyed ? null : stream.read();
        if (chunk !== null) {
          yield give(chunk);
        } else if (error) {
          throw error;
        } else if (error === null) {
          return;
        } else {
          yield new Promise((resolve) => {
            wake = resolve;
          });
        }
      }
    } catch (err) {
      error = aggregate(error, err);
      throw error;
    } finally {
      // A Duplex that was read to its end may still be written to.
      const writable = error === null && isWritable(stream);
      if ((error || !options || options.destroyOnReturn !== false) && !writable &&
          (error === undefined || (stream._readableState && stream._readableState.autoDestroy))) {
        destroyer(stream, null);
      } else {
        stream.off('readable', awake);
        cleanup();
      }
    }
  }

  function aggregate(inner, outer) {
    if (inner && outer && inner !== outer) {
      if (Array.isArray(inner.errors)) {
        inner.errors.push(outer);
        return inner;
      }
      const err = new AggregateError([outer, inner], outer.message);
      err.code = outer.code;
      return err;
    }
    return inner || outer;
  }

  Object.assign(lib, { toAsyncIterable, streamIterator });
})
