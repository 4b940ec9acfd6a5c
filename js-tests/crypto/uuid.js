// randomUUID and randomUUIDv7.
'use strict';

const assert = require('assert');
const crypto = require('crypto');
const { throwsError } = require('../common');

const form = (version) => new RegExp(`^[0-9a-f]{8}-[0-9a-f]{4}-${version}[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$`);
const all = new Set();
for (let i = 0; i < 200; i++) {
  const id = crypto.randomUUID({ disableEntropyCache: i % 2 === 0 });
  assert.match(id, form(4));
  all.add(id);
}
assert.strictEqual(all.size, 200);
assert.match(globalThis.crypto.randomUUID(), form(4));
if (crypto.randomUUIDv7) {
  const before = Date.now();
  const id = crypto.randomUUIDv7();
  const after = Date.now();
  assert.match(id, form(7));
  const ms = parseInt(id.slice(0, 13).replace('-', ''), 16);
  assert.ok(ms >= before && ms <= after, `${before} ${ms} ${after}`);
  assert.notStrictEqual(crypto.randomUUIDv7(), crypto.randomUUIDv7());
}
for (const method of ['randomUUID', 'randomUUIDv7']) {
  for (const options of [null, 1, 'x', [], () => {}]) {
    throwsError(() => crypto[method](options), { name: 'TypeError', code: 'ERR_INVALID_ARG_TYPE' });
  }
  throwsError(() => crypto[method]({ disableEntropyCache: 1 }), {
    message: 'The "options.disableEntropyCache" property must be of type boolean. Received type number (1)',
  });
}
