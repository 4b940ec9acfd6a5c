// Drives one stream through the operations that a list of bytes spells, and
// returns the list into which broken invariants go, until the loop is done.
(function (input) {
  'use strict';
  const stream = require('stream');
  const faults = [];
  const ok = (cond, text) => { if (!cond && faults.length < 5) faults.push(`${text} (kind ${kind}, step ${step})`); };

  let at = 0;
  let step = 0;
  const next = () => input[at++];
  const kind = next() || 0;
  const flags = next() || 0;
  const hasRead = kind % 4 !== 1;
  const hasWrite = kind % 4 !== 0;
  const transforms = kind % 4 === 3;
  const objectMode = (kind & 4) !== 0;

  // Byte or object number n of either direction is known, so that a lost, a
  // doubled and a misplaced one all show.
  const code = (n) => (n * 7 + (n >> 8)) & 255;
  function make(from, n) {
    if (objectMode) return { n: from };
    const b = Buffer.alloc(n);
    for (let i = 0; i < n; i++) b[i] = code(from + i);
    return b;
  }
  const size = (chunk) => (objectMode ? 1 : chunk.length);
  function check(chunk, from, where) {
    if (objectMode) return ok(chunk.n === from, `${where}: object ${chunk.n} instead of ${from}`);
    for (let i = 0; i < chunk.length; i++) {
      if (chunk[i] !== code(from + i)) return ok(false, `${where}: wrong byte at ${from + i}`);
    }
  }

  const r = { pushed: 0, read: 0, ended: false };
  const w = { written: 0, received: 0, acknowledged: 0, ended: false, needDrain: false };
  const seen = { end: 0, finish: 0, error: 0, close: 0 };
  let waiting = []; // callbacks that a later operation calls
  let failNext = false;
  let destroyed = false;

  function push(n) {
    if (r.ended || s.destroyed) return true;
    const chunk = make(r.pushed, n);
    r.pushed += size(chunk);
    return s.push(chunk);
  }
  function pushEnd() {
    if (r.ended || s.destroyed) return;
    r.ended = true;
    s.push(null);
  }
  function later(how, fn) {
    if (how % 4 === 0) fn();
    else if (how % 4 === 1) process.nextTick(fn);
    else if (how % 4 === 2) setImmediate(fn);
    else waiting.push(fn);
  }
  function accept(chunk, cb) {
    check(chunk, w.received, 'write');
    w.received += size(chunk);
    const n = size(chunk);
    const err = failNext ? new Error('write') : null;
    failNext = false;
    later(flags >> 2, () => {
      if (!err) w.acknowledged += n;
      if (err) destroyed = true;
      cb(err);
    });
  }

  const hwm = objectMode ? 1 + flags % 4 : [0, 1, 16, 100][flags % 4];
  const options = { objectMode, highWaterMark: hwm, emitClose: true };
  if (hasRead && !transforms) {
    options.read = (n) => {
      ok(!seen.close, '_read after close');
      ok(n === hwm || n > hwm, '_read got another size');
      if (flags & 16 && r.pushed < 400) later(flags >> 5, () => push(1 + flags % 9));
    };
  }
  if (hasWrite && !transforms) {
    options.write = (chunk, enc, cb) => accept(chunk, cb);
    if (flags & 32) {
      options.writev = (list, cb) => {
        let left = list.length;
        ok(left > 0, 'empty writev');
        for (const { chunk } of list) accept(chunk, (err) => { if (--left === 0 || err) { left = -1; cb(err); } });
      };
    }
    if (flags & 64) options.final = (cb) => { ok(w.ended, 'final without end'); later(flags >> 3, cb); };
  }
  if (transforms) {
    options.transform = (chunk, enc, cb) => {
      const half = objectMode ? 0 : chunk.length >> 1;
      const forward = (c) => { if (!s.destroyed && size(c)) { r.pushed += size(c); s.push(c); } };
      accept(chunk, (err) => {
        if (!err && half && flags & 16) forward(chunk.slice(0, half));
        if (!err) forward(half && flags & 16 ? chunk.slice(half) : chunk);
        cb(err);
      });
    };
    options.flush = (cb) => { later(flags >> 3, () => { r.ended = true; cb(); }); };
  }
  const Class = transforms ? stream.Transform : hasRead && hasWrite ? stream.Duplex : hasRead ? stream.Readable : stream.Writable;
  const s = new Class(options);

  function consumed(chunk, where) {
    ok(!seen.end, `${where} after end`);
    ok(!seen.close || where !== 'data', `${where} after close`);
    check(chunk, r.read, where);
    r.read += size(chunk);
    ok(r.read <= r.pushed, `${where}: more than was pushed`);
  }
  const onData = (chunk) => consumed(chunk, 'data');
  const onReadable = () => ok(!seen.close, 'readable after close');
  s.on('end', () => {
    ok(++seen.end === 1, 'end twice');
    ok(!seen.close, 'end after close');
    ok(!seen.error, 'end after error');
    ok(r.ended && r.read === r.pushed, `end with ${r.pushed - r.read} left`);
  });
  s.on('finish', () => {
    ok(++seen.finish === 1, 'finish twice');
    ok(!seen.close, 'finish after close');
    ok(!seen.error, 'finish after error');
    ok(w.ended && w.received === w.written, `finish with ${w.written - w.received} left`);
  });
  s.on('drain', () => { ok(w.needDrain, 'drain that nobody waits for'); ok(!seen.close, 'drain after close'); w.needDrain = false; });
  s.on('error', () => { ok(++seen.error === 1, 'error twice'); ok(!seen.close, 'error after close'); ok(destroyed, 'error from nowhere'); });
  s.on('close', () => { ok(++seen.close === 1, 'close twice'); ok(s.destroyed, 'close without destroy'); });

  function lengths() {
    if (s.destroyed || s.errored) return;
    if (hasRead) ok(s.readableLength === r.pushed - r.read, `readableLength ${s.readableLength}, expected ${r.pushed - r.read}`);
    // A full readable side holds back what a Transform has dealt with.
    const left = w.written - w.acknowledged;
    if (transforms) ok(s.writableLength >= left && s.writableLength <= w.written, `writableLength ${s.writableLength}, at least ${left}`);
    else if (hasWrite && !(flags & 32)) ok(s.writableLength === left, `writableLength ${s.writableLength}, expected ${left}`);
    if (hasWrite) ok(s.writableNeedDrain ? w.needDrain : true, 'writableNeedDrain without a full write');
  }

  const reading = [
    () => { if (!transforms) push(next() % 40 || 1); },
    // A destroyed stream still gives what it has, but tells no listener.
    () => { if (s.destroyed) return; const c = s.read(); if (c !== null && !s.listenerCount('data')) consumed(c, 'read'); },
    () => { if (s.destroyed) return; const c = s.read(next() % 20); if (c !== null && !s.listenerCount('data')) consumed(c, 'read n'); },
    () => { if (!s.listenerCount('data')) s.on('data', onData); },
    // What flows with nobody listening would be lost.
    () => { s.pause(); s.removeListener('data', onData); },
    () => s.on('readable', onReadable),
    () => s.removeListener('readable', onReadable),
    () => s.pause(),
    () => { if (s.listenerCount('data')) s.resume(); },
    () => { if (!transforms) pushEnd(); },
    () => {
      if (s.listenerCount('data') || s.readableEnded || s.destroyed) return;
      const c = s.read();
      if (c === null) return;
      consumed(c, 'read');
      if (seen.end || s.readableEnded) return;
      r.read -= size(c);
      s.unshift(c);
    },
  ];
  const writing = [
    () => {
      if (w.ended || s.destroyed || s.errored) return;
      const chunk = make(w.written, next() % 50 || 1);
      w.written += size(chunk);
      // It counts at once: the write may drain before it returns.
      if (!s.write(chunk)) w.needDrain = true;
    },
    () => s.cork(),
    () => s.uncork(),
    () => { if (!w.ended && !s.destroyed) { w.ended = true; s.end(); } },
    () => { failNext = true; },
  ];
  const always = [
    () => { const list = waiting; waiting = []; for (const fn of list) fn(); },
    () => 'tick',
    () => 'immediate',
    () => { if (next() % 8 === 0) { destroyed = true; s.destroy(next() % 2 ? new Error('asked') : null); } },
  ];
  const operations = [...(hasRead ? reading : []), ...(hasWrite ? writing : []), ...always];

  function run() {
    while (at < input.length) {
      step++;
      const pause = operations[next() % operations.length]();
      lengths();
      if (pause === 'tick') return process.nextTick(run);
      if (pause === 'immediate') return setImmediate(run);
    }
    settle(150);
  }
  // At the end everything that waits is let go.
  function settle(rounds) {
    const list = waiting;
    waiting = [];
    for (const fn of list) fn();
    // A write whose turn comes now may wait in its turn.
    if (rounds > 0 || waiting.length) return setImmediate(() => settle(rounds - 1));
    finish();
  }
  function finish() {
    if (s.destroyed) ok(seen.close === 1, 'no close after destroy');
    if (destroyed) return;
    // A Transform whose readable side holds nothing goes on only when it is read once more.
    if (hasWrite && w.ended && w.acknowledged === w.written && !s.readableLength && !waiting.length && !(transforms && !hwm)) ok(seen.finish === 1, 'no finish');
    if (hasRead && r.ended && s.readableFlowing && r.pushed === r.read) ok(seen.end === 1, 'no end');
    if (hasRead && s.readableFlowing && s.listenerCount('data') && !s.listenerCount('readable')) ok(r.pushed === r.read, 'something left to read');
  }
  run();
  return faults;
})
