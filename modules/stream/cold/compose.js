// stream.compose and readable.compose (Node documentation, "stream.compose").
(function (lib, Stream, binding) {
  'use strict';

  const { error: makeError, argType, argValue } = binding;
  const { Duplex } = Stream;
  const {
    isNodeStream, isReadable, isWritable, pipeline, finished, destroyer, abortError, checkSignal,
    duplexFrom, addAbortSignal,
  } = lib;

  function compose(...streams) {
    if (streams.length === 0) throw makeError('ERR_MISSING_ARGS', '"streams" argument');
    if (streams.length === 1) return duplexFrom(streams[0]);
    const given = streams.slice();
    const last = streams.length - 1;
    for (const n of [0, last]) {
      if (typeof streams[n] === 'function') streams[n] = duplexFrom(streams[n]);
    }
    streams.forEach((stream, n) => {
      if (!isNodeStream(stream)) return;
      if (n < last && !isReadable(stream)) throw argValue(`streams[${n}]`, given[n], 'must be readable');
      if (n > 0 && !isWritable(stream)) throw argValue(`streams[${n}]`, given[n], 'must be writable');
    });
    return chained(streams);
  }

  // chained is a Duplex with the first stream's writable side and the last
  // one's readable side.
  function chained(streams) {
    const waiting = {};
    let closed = false;
    const wake = (name) => {
      const callback = waiting[name];
      waiting[name] = null;
      if (callback) callback();
    };
    const onFinished = (err) => {
      closed = true;
      const callback = waiting.close;
      waiting.close = null;
      if (callback) callback(err);
      else if (err) d.destroy(err);
      else if (!readable && !writable) d.destroy();
    };
    const head = streams[0];
    const tail = pipeline(streams, onFinished);
    const writable = !!isWritable(head);
    const readable = !!isReadable(tail);
    const d = new Duplex({
      writableObjectMode: !!(head && head.writableObjectMode),
      readableObjectMode: !!(tail && tail.readableObjectMode),
      writable, readable,
    });
    if (writable) {
      d._write = (chunk, encoding, callback) => {
        if (head.write(chunk, encoding)) callback();
        else waiting.drain = callback;
      };
      d._final = (callback) => {
        head.end();
        waiting.finish = callback;
      };
      head.on('drain', () => wake('drain'));
      finished(tail, () => wake('finish'));
    }
    if (readable) {
      tail.on('data', (chunk) => {
        if (!d.push(chunk)) tail.pause();
      });
      tail.on('end', () => d.push(null));
      d._read = () => {
        tail.resume();
      };
    }
    d._destroy = (err, callback) => {
      if (!err && !closed) err = abortError();
      waiting.drain = waiting.finish = null;
      if (isNodeStream(tail)) destroyer(tail, err);
      if (closed) callback(err);
      else waiting.close = callback;
    };
    return d;
  }

  function proto_compose(stream, options) {
    if (options != null) {
      if (typeof options !== 'object') throw argType('options', options, 'Object');
      if (options.signal != null) checkSignal(options.signal, 'options.signal');
    }
    const composed = compose(this, stream);
    if (options != null && options.signal != null) addAbortSignal(options.signal, composed);
    return composed;
  }

  Object.assign(lib, { compose, proto_compose });
})
