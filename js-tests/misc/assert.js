// assert as tests use it: what passes, what fails, and the error it throws.
// Expect-Stdout-File: assert.golden
'use strict';

const assert = require('assert');
const { transcript } = require('../common');

const log = transcript();

function attempt(name, fn) {
  try {
    fn();
    log(name, 'passes');
  } catch (err) {
    log(name, err.name, err.code, err.operator, err.generatedMessage, JSON.stringify(err.message.split('\n')[0]));
  }
}

attempt('ok', () => assert.ok(1));
attempt('ok message', () => assert.ok(0, 'my message'));
attempt('assert', () => assert(false, 'called'));
attempt('ok error', () => assert(0, new TypeError('own error')));
attempt('equal', () => assert.equal(1, '1'));
attempt('equal fails', () => assert.equal(1, 2));
attempt('strictEqual', () => assert.strictEqual(NaN, NaN));
attempt('strictEqual fails', () => assert.strictEqual(1, '1'));
attempt('notStrictEqual', () => assert.notStrictEqual(1, 1));
attempt('deepStrictEqual', () => assert.deepStrictEqual({ a: [1, { b: new Map([[1, new Set([2])]]) }], c: new Date(0), d: /x/g }, { a: [1, { b: new Map([[1, new Set([2])]]) }], c: new Date(0), d: /x/g }));
attempt('deepStrictEqual type', () => assert.deepStrictEqual([1], ['1']));
attempt('deepStrictEqual prototype', () => assert.deepStrictEqual({}, Object.create(null)));
attempt('deepEqual', () => assert.deepEqual([1], ['1']));
attempt('deepEqual fails', () => assert.deepEqual({ a: 1 }, { a: 2 }));
attempt('notDeepStrictEqual', () => assert.notDeepStrictEqual([1], [1]));
attempt('buffers', () => assert.deepStrictEqual(Buffer.from('a'), Buffer.from('b')));
attempt('throws', () => assert.throws(() => { throw new TypeError('bad value'); }, TypeError));
attempt('throws regexp', () => assert.throws(() => { throw new Error('bad value'); }, /^Error: bad/));
attempt('throws object', () => assert.throws(() => { throw Object.assign(new Error('m'), { code: 'C' }); }, { message: 'm', code: 'C', name: 'Error' }));
attempt('throws nothing', () => assert.throws(() => {}));
attempt('throws wrong', () => assert.throws(() => { throw new Error('x'); }, { message: 'y' }));
attempt('doesNotThrow', () => assert.doesNotThrow(() => { throw new Error('x'); }));
attempt('match', () => assert.match('abc', /x/));
attempt('doesNotMatch', () => assert.doesNotMatch('abc', /b/));
attempt('ifError', () => assert.ifError(null));
attempt('ifError fails', () => assert.ifError(new Error('given')));
attempt('fail', () => assert.fail('failed'));
attempt('fail plain', () => assert.fail());
(async () => {
  await assert.rejects(Promise.reject(new Error('r')), /r/);
  await assert.rejects(async () => { throw new TypeError('t'); }, TypeError);
  await assert.rejects(Promise.resolve(1)).catch((err) => log('rejects', err.code, err.message));
  await assert.doesNotReject(Promise.reject(new Error('z'))).catch((err) => log('doesNotReject', err.code));
})();
log(assert.strict.equal === assert.strictEqual, require('assert/strict') === assert.strict, new assert.AssertionError({ actual: 1, expected: 2, operator: 'strictEqual' }).message.split('\n')[0]);
