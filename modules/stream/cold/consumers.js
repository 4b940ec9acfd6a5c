// All of a stream in one piece (Node documentation, "Utility Consumers").
(function (lib, Stream, binding) {
  'use strict';

  const { Buffer } = binding;
  const { spawn, forAwait } = lib;

  async function blob(stream) {
    const chunks = [];
    await collect(stream, (chunk) => chunks.push(chunk));
    return new Blob(chunks);
  }

  function collect(stream, take) {
    if (typeof stream[Symbol.asyncIterator] !== 'function' && typeof stream[Symbol.iterator] !== 'function') {
      throw new TypeError('stream is not async iterable');
    }
    return spawn(() => forAwait(stream, function* (chunk) {
      take(chunk);
    }));
  }

  async function arrayBuffer(stream) {
    return (await blob(stream)).arrayBuffer();
  }

  async function bytes(stream) {
    return new Uint8Array(await arrayBuffer(stream));
  }

  async function buffer(stream) {
    return Buffer.from(await arrayBuffer(stream));
  }

  async function text(stream) {
    const decoder = new TextDecoder();
    const pieces = [];
    await collect(stream, (chunk) => {
      pieces.push(typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true }));
    });
    pieces.push(decoder.decode());
    return pieces.join('');
  }

  async function json(stream) {
    return JSON.parse(await text(stream));
  }

  Object.assign(lib, { consumers: { arrayBuffer, blob, buffer, bytes, text, json } });
})
