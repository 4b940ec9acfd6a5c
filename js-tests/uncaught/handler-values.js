// Anything can be thrown: the listener gets the very value, undefined too.
// Expect-Stdout-File: handler-values.golden
'use strict';

const { transcript } = require('../common');

const log = transcript();
const thrown = { some: 'object' };
process.on('uncaughtException', (err) => log(typeof err, String(err), err === thrown));

for (const value of [undefined, null, 0, 'text', thrown, Symbol('s')]) {
  setImmediate(() => { throw value; });
}
