// What comes behind the file on the command line is the script's, and the
// script's own folder is where its packages are looked for.
// Args: --version -e 1
// Process: own (command line)
'use strict';

const assert = require('assert');

assert.deepStrictEqual(process.argv.slice(2), ['--version', '-e', '1']);
assert.strictEqual(module.paths[0], require('path').join(__dirname, 'node_modules'));
