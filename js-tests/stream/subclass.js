// Subclassing by class and by util.inherits with a call of the constructor,
// and construction by options.
// Expect-Stdout-File: subclass.golden
'use strict';

const util = require('util');
const { Duplex, Readable, Transform, Writable } = require('stream');
const { transcript } = require('../common');

const log = transcript();

class Counter extends Readable {
  constructor(max) {
    super({ highWaterMark: 2 });
    this.n = 0;
    this.max = max;
  }

  _read(size) {
    log('_read', size);
    this.push(this.n === this.max ? null : String(this.n++));
  }
}

function Sink(options) {
  Writable.call(this, options);
  this.chunks = [];
}
util.inherits(Sink, Writable);
Sink.prototype._write = function(chunk, encoding, cb) {
  this.chunks.push(chunk.toString() + ':' + encoding);
  cb();
};
Sink.prototype._final = function(cb) {
  log('_final', this.chunks.join());
  cb();
};

class Upper extends Transform {
  _transform(chunk, encoding, cb) {
    cb(null, chunk.toString().toUpperCase());
  }

  _flush(cb) {
    this.push('!');
    cb();
  }
}

new Counter(3).pipe(new Sink()).on('finish', () => {
  const upper = new Upper();
  const sink = new Sink({ decodeStrings: false });
  upper.pipe(sink);
  upper.write('abc');
  upper.end('def');
  sink.on('finish', () => {
    const both = new Duplex({
      read() { this.push('read'); this.push(null); },
      write(chunk, encoding, cb) { log('write option', chunk, this === both); cb(); },
      final(cb) { log('final option'); cb(); },
      destroy(err, cb) { log('destroy option', err); cb(err); },
    });
    both.on('data', (chunk) => log('data', chunk));
    both.on('close', () => log('close'));
    both.end('written');
  });
});
