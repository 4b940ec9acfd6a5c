// A syntax error in a required file names the file, the line and the place.
// Expect-Exit: 1
// Expect-Stderr: \A.*bad-syntax\.js:3\nconst 1x = 2;\n      \^+\n
// Expect-Stderr: ^SyntaxError: Invalid or unexpected token$
'use strict';

require('../common').onExit(() => {});
require('./fixtures/bad-syntax.js');
