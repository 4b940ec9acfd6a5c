// The globals a network script expects, with Node's descriptors.
// Expect-Stdout-File: globals.golden
'use strict';

const { transcript } = require('../common');

const log = transcript();

for (const name of ['Buffer', 'process', 'console', 'global', 'globalThis', 'setTimeout', 'setImmediate', 'queueMicrotask', 'structuredClone', 'URL', 'URLSearchParams', 'TextEncoder',
                    'TextDecoder', 'AbortController', 'AbortSignal', 'Event', 'EventTarget', 'atob', 'btoa', 'performance']) {
  const d = Object.getOwnPropertyDescriptor(globalThis, name);
  log(name, typeof globalThis[name], d && d.enumerable, d && d.configurable);
}
log(global === globalThis, Object.prototype.toString.call(globalThis), typeof window, typeof document);
