// Object mode: any value but null, one per read, and highWaterMark counts
// objects.
// Expect-Stdout-File: readable-object-mode.golden
'use strict';

const { Readable } = require('stream');
const { transcript } = require('../common');

const log = transcript();
const values = [1, 'two', { three: 3 }, 0, '', false, null];
const r = new Readable({ objectMode: true, highWaterMark: 2, read() {
  const value = values.shift();
  log('push', JSON.stringify(value), this.push(value));
} });
log(r.readableObjectMode, r.readableHighWaterMark);
r.on('data', (value) => log('data', JSON.stringify(value)));
r.on('end', () => log('end'));
const from = Readable.from(['a', 'b']);
from.on('data', (value) => log('from', value));
