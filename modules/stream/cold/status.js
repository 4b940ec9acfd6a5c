// What a stream is and where it stands, and what the other files share.
(function (lib, Stream, binding) {
  'use strict';

  const { error: makeError, argType } = binding;
  const { asyncIterator } = Symbol;

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

  Object.assign(lib, {
    nop, once, abortError, checkFunction, checkSignal, isReadableNode, isWritableNode, isNodeStream,
    isIterable, isDestroyed, isReadableFinished, isWritableFinished, isReadable, isWritable, isErrored,
    isDisturbed, erroredValue, isClosed, willEmitClose,
  });
})
