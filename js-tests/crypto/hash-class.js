// The deprecated constructors Hash and Hmac, their classes and subclasses.
// Expect-Stdout-File: hash-class.golden
'use strict';

const crypto = require('crypto');
const { Transform } = require('stream');
const { transcript } = require('../common');

const log = transcript();
process.on('warning', (w) => log(w.name, w.code, w.message));
process.removeAllListeners('warning');
process.on('warning', (w) => log(w.name, w.code, w.message));

const empty = (h) => h.update('').digest('hex');
log(empty(crypto.Hash('sha1')), empty(new crypto.Hash('sha1')), empty(crypto.Hmac('sha1', 'k')), empty(new crypto.Hmac('sha1', 'k')));
class Sub extends crypto.Hash {
  constructor() {
    super('sha1');
  }

  twice() {
    return this.update('a').update('a').digest('hex');
  }
}
log(new Sub().twice(), new Sub() instanceof crypto.Hash, new Sub() instanceof Transform);
for (const [ctor, object] of [[crypto.Hash, crypto.createHash('sha1')], [crypto.Hmac, crypto.createHmac('sha1', '')]]) {
  log(ctor.name, ctor.length, object instanceof ctor, object instanceof Transform, object.constructor.name, object.constructor === ctor);
  log(empty(new object.constructor('sha1', 'key')));
  const names = [];
  for (let p = Object.getPrototypeOf(object); p !== Transform.prototype; p = Object.getPrototypeOf(p)) {
    names.push(p.constructor.name, ...Object.keys(p).filter((name) => p === Object.getPrototypeOf(object)));
  }
  log(names.join(' '));
}
log(crypto.createHash('sha1', { outputLength: 20 })._options.outputLength);
const { createHash } = crypto;
log(empty(new crypto.createHash('sha1')), empty(new crypto.createHmac('sha1', 'k')), empty(createHash('sha1')), empty(createHash.call(null, 'sha1')));
