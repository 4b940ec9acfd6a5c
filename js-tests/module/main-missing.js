// A package.json whose main is missing falls back to index.js with a
// deprecation warning, and fails when there is none.
// Expect-Stderr: ^\(\w+:\d+\) \[DEP0128\] DeprecationWarning: Invalid 'main' field in '.*dir-main-missing.package\.json' of 'not-there\.js'\. Please either fix that or report it to the module author$
'use strict';

const assert = require('assert');
const path = require('path');
const { throwsError } = require('../common');

assert.strictEqual(require('./fixtures/dir-main-missing'), 'index.js as main is missing');
throwsError(() => require('./fixtures/dir-main-nothing'), {
  code: 'MODULE_NOT_FOUND',
  message: `Cannot find module '${path.join(__dirname, 'fixtures/dir-main-nothing/not-there.js')}'. Please verify that the package.json has a valid "main" entry`,
});
