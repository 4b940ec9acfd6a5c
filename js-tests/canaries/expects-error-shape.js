// An error has another code than expected.
// Canary: (?s)stderr is not empty.*exit code 1, want 0
'use strict';

const { expectsError } = require('../common');

const err = new Error('x');
err.code = 'EOTHER';
expectsError({ code: 'EWANTED' })(err);
