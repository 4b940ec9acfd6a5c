// An assertion made when the process exits does not hold.
// Canary: js-tests: fail: in onExit: (AssertionError|.*1 == 2|.*Expected values)
'use strict';

const assert = require('assert');
const { onExit } = require('../common');

onExit(() => assert.strictEqual(1, 2));
