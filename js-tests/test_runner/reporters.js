// The reporters tap, dot and spec, fed by hand.
// Expect-Stdout-File: reporters.golden
'use strict';

require('../fixtures/test_runner/mask.js');
const { Readable } = require('stream');
const { transcript } = require('../common');
const { tap, dot, spec } = require('node:test/reporters');

const log = transcript();
const place = { line: 3, column: 4, file: `${process.cwd()}/x.js` };
const failure = (cause) => Object.assign(new Error('failed'), { code: 'ERR_TEST_FAILURE', failureType: 'testCodeFailure', cause });
const plain = Object.assign(new Error('two\nlines'), { stack: 'Error: two\nlines' });
const assertion = Object.assign(new Error('differs'), {
  stack: 'AssertionError', name: 'AssertionError', code: 'ERR_ASSERTION', expected: { a: [1, 'x'] }, actual: 'y\nz', operator: 'strictEqual',
});
const test = (name, nesting, testNumber, details, more) => ({
  name, nesting, testNumber, details: { duration_ms: 1.5, type: 'test', ...details }, ...place, ...more,
});
const start = (name, nesting) => ({ type: 'test:start', data: { name, nesting, ...place } });

const events = [
  start('outer #1', 0),
  start('inner', 1),
  { type: 'test:pass', data: test('inner', 1, 1, {}) },
  start('skipped', 1),
  { type: 'test:pass', data: test('skipped', 1, 2, {}, { skip: 'a # reason' }) },
  start('todo', 1),
  { type: 'test:fail', data: test('todo', 1, 3, { error: failure(plain) }, { todo: true }) },
  { type: 'test:plan', data: { nesting: 1, count: 3, ...place } },
  { type: 'test:pass', data: test('outer #1', 0, 1, { type: 'suite' }) },
  { type: 'test:diagnostic', data: { nesting: 0, message: 'a remark', level: 'info', ...place } },
  start('fails', 0),
  { type: 'test:fail', data: test('fails', 0, 2, { error: failure(assertion) }) },
  start('fails with text', 0),
  { type: 'test:fail', data: test('fails with text', 0, 3, { error: failure('text') }) },
  { type: 'test:stdout', data: { message: 'printed\n', ...place } },
  { type: 'test:plan', data: { nesting: 0, count: 3, ...place } },
];

// read joins what a reporter yields.
async function read(iterator) {
  let text = '';
  for (;;) {
    const { value, done } = await iterator.next();
    if (done) {
      return text;
    }
    text += value;
  }
}

(async () => {
  const text = (await read(tap(Readable.from(events)))).split(process.cwd()).join('');
  log(text.replace(/\n +stack: \|-\n( +.*\n)*?(?= +\.\.\.)/g, '\n'));
  log(await read(dot(Readable.from(events))));
  log(await read(Readable.from(events).pipe(new spec())[Symbol.asyncIterator]()));
})();
