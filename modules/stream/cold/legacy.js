// The pipe of old-style streams, which are emitters and no more.
(function (lib, Stream, binding) {
  'use strict';

  const { EventEmitter } = binding;

  // An emitter may lack prependListener; then its list is changed by hand.
  function prepend(emitter, name, listener) {
    if (typeof emitter.prependListener === 'function') {
      emitter.prependListener(name, listener);
      return;
    }
    const first = emitter._events && emitter._events[name];
    if (!first) emitter.on(name, listener);
    else if (Array.isArray(first)) first.unshift(listener);
    else emitter._events[name] = [listener, first];
  }

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
    prepend(source, 'error', onerror);
    prepend(dest, 'error', onerror);
    source.on('end', cleanup);
    source.on('close', cleanup);
    dest.on('close', cleanup);
    dest.emit('pipe', source);
    return dest;
  }

  Object.assign(lib, { legacyPipe });
})
