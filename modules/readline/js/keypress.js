// emitKeypressEvents: a stream's data becomes 'keypress' events (Node
// documentation, "readline.emitKeypressEvents"). Which characters make a key
// is decided natively.
(function (native, keys, timers) {
  'use strict';

  const { setTimeout, clearTimeout } = timers;
  const decoderKey = Symbol('keypress-decoder');
  const escape = '\x1b';
  const defaultTimeout = 500; // milliseconds

  function emitKeypressEvents(stream, iface = {}) {
    if (stream[decoderKey]) return;
    const decoder = native.decoder();
    stream[decoderKey] = decoder;
    const parser = native.keyParser();
    const timeout = iface.escapeCodeTimeout === undefined ? defaultTimeout : iface.escapeCodeTimeout;
    let timer;

    // feed takes a character, or the empty string once an escape stands alone.
    const feed = (char) => {
      const found = parser(char);
      if (found) stream.emit('keypress', found.text, found.key);
    };

    const take = (text) => {
      clearTimeout(timer);
      const chars = [...text];
      iface[keys.sawKeyPress] = chars.length === 1;
      // A tab inside a longer text was pasted.
      iface.isCompletionEnabled = false;
      chars.forEach((char, i) => {
        const last = i === chars.length - 1;
        if (last) iface.isCompletionEnabled = true;
        feed(char);
        if (last && char === escape) timer = setTimeout(feed, timeout, '');
      });
    };

    const onData = (data) => {
      if (stream.listenerCount('keypress') > 0) {
        const text = decoder.write(data);
        if (text) take(text);
        return;
      }
      stream.removeListener('data', onData);
      stream.on('newListener', onNewListener);
    };

    const onNewListener = (event) => {
      if (event !== 'keypress') return;
      stream.on('data', onData);
      stream.removeListener('newListener', onNewListener);
    };

    if (stream.listenerCount('keypress') > 0) stream.on('data', onData);
    else stream.on('newListener', onNewListener);
  }

  return emitKeypressEvents;
})
