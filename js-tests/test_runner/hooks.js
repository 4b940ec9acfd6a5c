// The order of hooks of the root, of suites and of tests, and what they are called with.
// Expect-Stdout-File: hooks.golden
'use strict';

require('../fixtures/test_runner/mask.js');
const { transcript } = require('../common');
const { test, describe, it, before, after, beforeEach, afterEach } = require('node:test');

const log = transcript();
const hook = (name) => function(t) { log(name, t.name, t.constructor.name, this === t); };

before(hook('root before'));
after(hook('root after'));
beforeEach(hook('root beforeEach'));
afterEach(hook('root afterEach'));

describe('suite', () => {
  before(hook('before'));
  before(hook('second before'));
  after(hook('after'));
  beforeEach(hook('beforeEach'));
  beforeEach(hook('second beforeEach'));
  afterEach(hook('afterEach'));
  afterEach(hook('second afterEach'));
  it('one', () => log('one'));
  describe('inner', () => {
    before((s, done) => {
      log('inner before');
      setImmediate(done);
    });
    beforeEach(async () => {
      await null;
      log('inner beforeEach');
    });
    afterEach(hook('inner afterEach'));
    after(hook('inner after'));
    it('two', () => log('two'));
  });
  it('skipped', { skip: true });
  it('three', () => log('three'));
});

test('test', async (t) => {
  t.before(hook('t.before'));
  t.after(hook('t.after'));
  t.beforeEach(hook('t.beforeEach'));
  t.afterEach(hook('t.afterEach'));
  log('body');
  await t.test('sub', async (t) => {
    t.after(hook('sub t.after'));
    log('sub');
    await t.test('sub sub', () => log('sub sub'));
  });
  await t.test('sub 2', () => log('sub 2'));
});

test('skips itself', (t) => t.skip());
