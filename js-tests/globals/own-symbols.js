// What built-in objects keep under symbols of their own can be looked at like
// any other value.
'use strict';

const assert = require('assert');
const EventEmitter = require('events');
const net = require('net');
const { PassThrough } = require('stream');

const objects = [
  new EventEmitter().on('x', () => {}), new PassThrough(), new net.Socket(), net.createServer(), module, new Error('x'),
  setTimeout(() => {}, 1), setImmediate(() => {}), new URL('http://h/'), new URLSearchParams('a=b'), new TextDecoder(),
];
let seen = 0;
for (const object of objects) {
  for (const symbol of Object.getOwnPropertySymbols(object)) {
    const value = object[symbol];
    assert.match(typeof value, /^(undefined|string|object|boolean|number|function|symbol)$/);
    String(value ?? '');
    JSON.stringify({ value });
    seen++;
  }
  Object.getOwnPropertyDescriptors(object);
  Object.assign({}, object);
}
assert.ok(seen > 0);
