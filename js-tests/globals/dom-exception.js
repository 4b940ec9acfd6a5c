// The names, codes, causes and shape of a DOMException.
// Expect-Stdout-File: dom-exception.golden
'use strict';

const common = require('../common');

const log = common.transcript();

for (const args of [[], ['m'], ['m', 'AbortError'], ['m', 'NotFoundError'], ['m', 'Unknown'], [undefined, undefined], [5, 6]]) {
  const err = new DOMException(...args);
  log(JSON.stringify([err.name, err.code, err.message]), `${err}`, err instanceof Error);
}
const err = new DOMException('m', { name: 'DataCloneError', cause: 'why' });
log(err.name, err.code, err.cause);
log(DOMException.ABORT_ERR, DOMException.prototype.ABORT_ERR, err.DATA_CLONE_ERR);
log(Object.prototype.toString.call(err), err.stack.split('\n')[0], Object.keys(err).join());
log(Object.getPrototypeOf(DOMException.prototype) === Error.prototype, DOMException.length);
try {
  DOMException('x');
} catch (e) {
  log(e.name, e.message.includes('new'));
}
try {
  Object.getOwnPropertyDescriptor(DOMException.prototype, 'name').get.call({});
} catch (e) {
  log(e.name, e.code);
}
