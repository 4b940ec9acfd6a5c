// util.callbackify: values, errors, this, and errors of the callback.
// Expect-Stdout-File: callbackify.golden
'use strict';

const { callbackify } = require('util');
const { transcript, throwsError } = require('../common');

const log = transcript();

async function named(a, b) { return [this && this.tag, a, b]; }
named.extra = 1;
const wrapped = callbackify(named);
log(wrapped.name, wrapped.length, wrapped.extra, callbackify(async () => {}).name);
wrapped.call({ tag: 'receiver' }, 1, 2, function(err, value) {
  log('value', err, JSON.stringify(value), this.tag);
});
callbackify(() => Promise.reject(new TypeError('failed')))((err, ...rest) => log('error', err.message, rest.length));
for (const reason of [null, undefined, 0, '']) {
  callbackify(() => Promise.reject(reason))((err) => log('falsy', err.code, err.message, err.reason === reason));
}
callbackify(() => ({ then(resolve) { resolve('thenable'); } }))((err, value) => log(err, value));
throwsError(() => callbackify(), { code: 'ERR_INVALID_ARG_TYPE' });
throwsError(() => wrapped(1), { code: 'ERR_INVALID_ARG_TYPE', message: /^The last argument must be of type function\. Received type number \(1\)$/ });
throwsError(() => callbackify(() => { throw new RangeError('at once'); })(() => {}), { message: 'at once' });
process.once('uncaughtException', (err) => log('uncaught', err.message));
callbackify(async () => 1)(() => { throw new Error('from the callback'); });
