// What node:test exports, and that it needs its prefix.
// Expect-Stdout-File: surface.golden
'use strict';

const { transcript, throwsError } = require('../common');
const test = require('node:test');

const log = transcript();
for (const name of Object.getOwnPropertyNames(test)) {
  const { value, get, enumerable } = Object.getOwnPropertyDescriptor(test, name);
  log(name, typeof value, typeof get, enumerable, typeof value === 'function' ? `${value.name} ${value.length}` : '');
}
log(test === test.test, test.it === test, test.describe === test.suite, Object.keys(test.describe).join(' '));
log(test.mock.constructor.name, Object.getOwnPropertyNames(test.mock.constructor.prototype).join(' '));
log(Object.keys(test.snapshot).sort().join(' '), Object.keys(test.assert).join(' '));
log(Object.keys(require('node:test/reporters')).join(' '));
throwsError(() => require('test'), { code: 'MODULE_NOT_FOUND' });
throwsError(() => require('test/reporters'), { code: 'MODULE_NOT_FOUND' });
log(require('module').isBuiltin('node:test'), require('module').isBuiltin('test'));
