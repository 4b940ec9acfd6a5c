// AbortSignal with abort, any, timeout, reasons, and what is refused.
// Expect-Stdout-File: abort-signal.golden
'use strict';

const assert = require('assert');
const common = require('../common');

const log = common.transcript();

function attempt(name, fn) {
  try {
    log(name, String(fn()));
  } catch (err) {
    log(name, 'threw', err.name, err.code, err.message);
  }
}

attempt('constructor', () => new AbortSignal());
attempt('aborted of another', () => Object.getOwnPropertyDescriptor(AbortSignal.prototype, 'aborted').get.call({}));
attempt('any of nothing', () => AbortSignal.any());
attempt('any of others', () => AbortSignal.any([1]));
attempt('timeout of nothing', () => AbortSignal.timeout());
attempt('timeout below zero', () => AbortSignal.timeout(-1));
attempt('abort on another', () => AbortController.prototype.abort.call({}));

const first = new AbortController();
const second = new AbortController();
const any = AbortSignal.any([first.signal, second.signal]);
any.addEventListener('abort', (e) => log('any', e.type, e.isTrusted, any.reason));
any.onabort = function(e) { log('onabort', this === any, e.target === any); };
log(any.aborted);
second.abort('because');
first.abort('too late');
log(any.aborted, any.reason);
log(AbortSignal.any([]).aborted, AbortSignal.any([AbortSignal.abort(7)]).reason);

const chain = AbortSignal.any([AbortSignal.any([first.signal])]);
log(chain.aborted, chain.reason);

const plain = AbortSignal.abort();
log(plain.reason instanceof DOMException, plain.reason.name, plain.reason.code, plain.reason.message);
attempt('throwIfAborted', () => plain.throwIfAborted());
log(new AbortController().signal.throwIfAborted());
log(Object.prototype.toString.call(first), Object.prototype.toString.call(first.signal));
log(Object.keys(AbortController.prototype).join(), Object.keys(AbortSignal.prototype).join());

const timed = AbortSignal.timeout(1);
timed.onabort = common.mustCall(() => {
  assert.strictEqual(timed.reason.name, 'TimeoutError');
  assert.strictEqual(timed.reason.code, 23);
  assert.strictEqual(timed.reason.message, 'The operation was aborted due to timeout');
});
setTimeout(() => {}, 50);
