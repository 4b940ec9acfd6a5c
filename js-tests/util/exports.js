// What util and util/types export, in order, with names, lengths and
// attributes.
// Expect-Stdout-File: exports.golden
// Needs-Node: 24
'use strict';

const util = require('util');
const { transcript } = require('../common');

const log = transcript();

function list(object) {
  for (const key of Reflect.ownKeys(object)) {
    const d = Object.getOwnPropertyDescriptor(object, key);
    const attributes = (d.writable ? 'w' : '-') + (d.enumerable ? 'e' : '-') + (d.configurable ? 'c' : '-');
    const value = d.get ? 'getter' : typeof d.value === 'function' ? `${d.value.name}/${d.value.length}` : typeof d.value;
    log(String(key), attributes, value);
  }
}

list(util);
list(util.types);
for (const Class of [TextEncoder, TextDecoder, util.MIMEType, util.MIMEParams]) {
  log(Class.name);
  list(Class.prototype);
}
log(require('node:util') === util, require('util/types') === util.types, TextDecoder === util.TextDecoder);
log(util.aborted === util.aborted, util.promisify.custom === Symbol.for('nodejs.util.promisify.custom'));
