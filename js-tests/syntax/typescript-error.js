// What is no TypeScript is a SyntaxError with a code of its own.
'use strict';

const assert = require('assert');
const fs = require('fs');
const path = require('path');
const { tmpdir } = require('../common');

const file = path.join(tmpdir(), 'bad.ts');
fs.writeFileSync(file, 'let a: = 4;\n');
assert.throws(() => require(file), { name: 'SyntaxError', code: 'ERR_INVALID_TYPESCRIPT_SYNTAX' });
