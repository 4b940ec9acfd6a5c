// The exports of fs: order, attributes, names and lengths.
// Expect-Stdout-File: exports.golden
// Platforms: linux
'use strict';

const fs = require('fs');
const { transcript } = require('../common');

const log = transcript();
log(require('node:fs') === fs, Object.keys(fs).length);
for (const name of Object.getOwnPropertyNames(fs)) {
  const d = Object.getOwnPropertyDescriptor(fs, name);
  // Classes that are made late may be accessors.
  if (name === 'Dir') log(name, d.enumerable, d.configurable);
  else if (d.get) log(name, 'accessor', !!d.set, d.enumerable, d.configurable);
  else log(name, typeof d.value, d.value && d.value.name, d.value && d.value.length, d.writable, d.enumerable, d.configurable);
}
log(JSON.stringify(fs.constants), Object.getPrototypeOf(fs.constants));
log(fs.FileReadStream === fs.ReadStream, fs.FileWriteStream === fs.WriteStream);
log(Object.getPrototypeOf(fs.ReadStream) === require('stream').Readable, Object.getPrototypeOf(fs.WriteStream) === require('stream').Writable);
for (const name of ['Stats', 'Dirent', 'Dir', 'ReadStream', 'WriteStream']) {
  for (const key of Object.getOwnPropertyNames(fs[name].prototype)) {
    // Dir has internal methods on Node.
    if (key === 'processReadResult' || key === 'readSyncRecursive') continue;
    const d = Object.getOwnPropertyDescriptor(fs[name].prototype, key);
    log(name, key, !!d.get, !!d.set, d.enumerable, d.configurable, d.value && d.value.length);
  }
}
fs.openSync = 1;
log(fs.openSync);
