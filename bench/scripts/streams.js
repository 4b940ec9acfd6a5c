// One measurement of streams: node streams.js NAME prints the nanoseconds per chunk, object or event.
'use strict';

const { Readable, Transform, Writable, PassThrough } = require('stream');
const EventEmitter = require('events');

const CHUNKS = 20000;
const OBJECTS = 100000;
const EMITS = 300000;
const chunk = Buffer.alloc(1024, 'x');

function source(n, value, objectMode) {
  let i = 0;
  return new Readable({ objectMode, read() { this.push(i++ < n ? value : null); } });
}

function sink(objectMode) {
  return new Writable({ objectMode, write(c, e, cb) { cb(); } });
}

function done(n, stream, event, then) {
  const begin = process.hrtime.bigint();
  stream.on(event, () => then(Number(process.hrtime.bigint() - begin) / n));
}

function emit(listeners, then) {
  const e = new EventEmitter();
  let n = 0;
  for (let i = 0; i < listeners; i++) e.on('x', () => { n++; });
  const begin = process.hrtime.bigint();
  for (let i = 0; i < EMITS; i++) e.emit('x', i);
  then(Number(process.hrtime.bigint() - begin) / EMITS);
}

const parts = {
  'chain'(then) {
    const w = sink();
    done(CHUNKS, w, 'finish', then);
    source(CHUNKS, chunk).pipe(new Transform({ transform(c, e, cb) { cb(null, c); } })).pipe(w);
  },
  'passthrough'(then) {
    // Everything is written by the built-in code; the first stream is filled as it drains.
    const a = new PassThrough();
    const b = new PassThrough();
    const c = new PassThrough();
    done(CHUNKS, c, 'end', then);
    a.pipe(b).pipe(c).resume();
    let i = 0;
    (function fill() {
      while (i++ < CHUNKS) if (!a.write(chunk)) return a.once('drain', fill);
      a.end();
    })();
  },
  'emit-1': (then) => emit(1, then),
  'emit-10': (then) => emit(10, then),
  async 'for-await'(then) {
    let bytes = 0;
    const begin = process.hrtime.bigint();
    for await (const c of source(CHUNKS, chunk)) bytes += c.length;
    then(Number(process.hrtime.bigint() - begin) / CHUNKS);
  },
  'objects'(then) {
    let i = 0;
    const r = new Readable({ objectMode: true, read() { this.push(i < OBJECTS ? { i: i++ } : null); } });
    const w = sink(true);
    done(OBJECTS, w, 'finish', then);
    r.pipe(new PassThrough({ objectMode: true })).pipe(w);
  },
};

// Twice, so that what is measured has been compiled.
parts[process.argv[2]](() => parts[process.argv[2]]((ns) => console.log(ns.toFixed(1))));
