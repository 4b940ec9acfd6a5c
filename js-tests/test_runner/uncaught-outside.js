// Exceptions outside of any test are remarks at the end and set the exit code.
// Expect-Stdout-File: uncaught-outside.golden
// Expect-Exit: 1
'use strict';

require('../fixtures/test_runner/mask.js');
const { test } = require('node:test');

test('passes', () => {});
setImmediate(() => { throw new Error('outside'); });
