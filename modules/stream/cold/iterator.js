// Reading a stream with an iterator of promises.
(function (lib, Stream) {
  'use strict';

  const { Readable } = Stream;
  const { asyncIterator } = Symbol;
  const { nop, isReadableNode, finished, destroyer } = lib;

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

  Object.assign(lib, { toAsyncIterable, streamIterator });
})
