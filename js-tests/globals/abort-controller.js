// AbortController, AbortSignal and EventTarget.
// Expect-Stdout-File: abort-controller.golden
'use strict';

const { transcript } = require('../common');

const log = transcript();
const controller = new AbortController();
const { signal } = controller;

signal.addEventListener('abort', (event) => log('abort', event.type, event.target === signal, event instanceof Event));
signal.onabort = () => log('onabort');
signal.addEventListener('abort', () => log('once'), { once: true });
log(signal.aborted, signal.reason);
controller.abort();
controller.abort('again');
log(signal.aborted, signal.reason.name, signal.reason.code, signal.reason.message);
try {
  signal.throwIfAborted();
} catch (err) {
  log(err === signal.reason);
}
const withReason = AbortSignal.abort(new Error('mine'));
log(withReason.aborted, withReason.reason.message);
const target = new EventTarget();
const listener = { handleEvent(event) { log('handleEvent', event.type, this === listener); } };
target.addEventListener('x', listener);
target.addEventListener('x', listener);
log(target.dispatchEvent(new Event('x')));
target.removeEventListener('x', listener);
log(target.dispatchEvent(new Event('x', { cancelable: true })));
AbortSignal.timeout(5).addEventListener('abort', function() { log('timeout', this.reason.name); });
setTimeout(() => {}, 30);
