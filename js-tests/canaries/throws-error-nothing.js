// Nothing is thrown where an error is expected.
// Canary: nothing thrown by
'use strict';

const { throwsError } = require('../common');

throwsError(() => {}, { code: 'EWANTED' });
