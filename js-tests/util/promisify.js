// promisify and callbackify, with custom symbols and errors.
// Expect-Stdout-File: promisify.golden
'use strict';

const util = require('util');
const { transcript } = require('../common');

const log = transcript();

function classic(value, cb) {
  setImmediate(() => (value instanceof Error ? cb(value) : cb(null, value + '!', 'second')));
}
const modern = util.promisify(classic);
(async () => {
  log(modern.name, modern.length, Object.getPrototypeOf(modern) === Object.getPrototypeOf(classic));
  log(await modern('value'));
  await modern(new Error('failed')).catch((err) => log('rejected', err.message));
  const own = () => {};
  own[util.promisify.custom] = () => Promise.resolve('custom');
  log(await util.promisify(own)(), util.promisify.custom.toString());
  const object = { n: 5, get(cb) { cb(null, this.n); } };
  log(await util.promisify(object.get).call(object));
  const back = util.callbackify(async (x) => {
    if (x === undefined) {
      return Promise.reject(null);
    }
    return x * 2;
  });
  back(21, (err, value) => {
    log(err, value, back.name);
    back(undefined, (failure) => log(failure.name, failure.code, failure.reason));
  });
})();
for (const bad of [undefined, 'x', {}]) {
  for (const fn of [util.promisify, util.callbackify]) {
    try {
      fn(bad);
    } catch (err) {
      log(err.name, err.code, err.message);
    }
  }
}
