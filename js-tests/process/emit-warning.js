// emitWarning prints to stderr and emits 'warning' a tick later.
// Expect-Stderr: ^\(\w+:\d+\) \[MY001\] CustomWarning: be careful$
// Expect-Stderr: ^with details$
// Expect-Stderr: ^\(\w+:\d+\) \[DEP9\] DeprecationWarning: old$
// Expect-Stderr: ^\(Use `[\w.-]+ --trace-warnings \.\.\.` to show where the warning was created\)$
'use strict';

const assert = require('assert');
const { mustCall } = require('../common');

let n = 0;
process.on('warning', mustCall((warning) => {
  assert.ok(warning instanceof Error);
  if (++n === 1) {
    assert.strictEqual(warning.name, 'CustomWarning');
    assert.strictEqual(warning.message, 'be careful');
    assert.strictEqual(warning.code, 'MY001');
    assert.strictEqual(warning.detail, 'with details');
  } else {
    assert.strictEqual(warning.name, 'DeprecationWarning');
  }
}, 2));
process.emitWarning('be careful', { type: 'CustomWarning', code: 'MY001', detail: 'with details' });
process.emitWarning('old', 'DeprecationWarning', 'DEP9');
assert.strictEqual(n, 0);
