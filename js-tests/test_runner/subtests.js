// A test waits for the subtests that it started, in order or at once, and fails with them.
// Expect-Stdout-File: subtests.golden
// Expect-Exit: 1
'use strict';

require('../fixtures/test_runner/mask.js');
const { transcript } = require('../common');
const { test, describe, it } = require('node:test');

const log = transcript();
const step = () => new Promise((resolve) => setImmediate(resolve));

test('not awaited', (t) => {
  t.after(() => log('after'));
  t.test('one', async () => {
    await step();
    log('one');
  });
  t.test('two', () => log('two'));
  log('body ends');
});

test('at once', { concurrency: true }, async (t) => {
  const releases = [];
  const all = [1, 2, 3].map((i) => t.test(`member ${i}`, async () => {
    log('start', i);
    await new Promise((resolve) => releases.push(resolve));
    log('end', i);
  }));
  await step();
  log('started', releases.length);
  releases.reverse().forEach((release) => release());
  await Promise.all(all);
});

describe('suite, two at a time', { concurrency: 2 }, () => {
  let running = 0;
  for (const i of [1, 2, 3, 4]) {
    it(`member ${i}`, async () => {
      log('running', ++running);
      await step();
      running--;
    });
  }
});

test('two fail', async (t) => {
  await t.test('a', () => { throw new Error('a'); });
  await t.test('b', () => { throw new Error('b'); });
  await t.test('c', { todo: true }, () => { throw new Error('c'); });
  log('goes on after failures');
});

test('names', async (t) => {
  await t.test('inner', async (t) => {
    await t.test('innermost', (t) => log(t.fullName, '|', t.name));
  });
});

test('late', (t) => {
  setImmediate(() => t.test('after its parent', () => log('not called')));
});
test('keeps the late one company', step);
