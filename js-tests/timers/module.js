// require('timers') has the global functions, with Node's names and lengths.
// Expect-Stdout-File: module.golden
// Needs-Node: 24
'use strict';

const timers = require('timers');
const { transcript } = require('../common');

const log = transcript();

for (const name of ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'setImmediate', 'clearImmediate']) {
  const d = Object.getOwnPropertyDescriptor(globalThis, name);
  log(name, timers[name] === globalThis[name], timers[name].name, timers[name].length, d.enumerable, d.writable, d.configurable);
}
log(queueMicrotask.name, queueMicrotask.length);
log(require('node:timers') === timers, timers.promises === require('timers/promises'));
