// A crash report shows the class, the message over several lines, extra
// properties and the cause.
// Expect-Exit: 1
// Expect-Stderr: ^TypeError: first line$
// Expect-Stderr: ^second line$
// Expect-Stderr: ^  code: 'EMINE',$
// Expect-Stderr: ^  detail: \{ a: \[ 1, 2 \] \},$
// Expect-Stderr: ^  \[cause\]: Error: the cause$
// Expect-Stderr: ^Node\.js v\d+\.\d+\.\d+$
'use strict';

const err = new TypeError('first line\nsecond line', { cause: new Error('the cause') });
err.code = 'EMINE';
err.detail = { a: [1, 2] };
setImmediate(() => { throw err; });
