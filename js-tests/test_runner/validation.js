// Bad options are refused when the test is made.
'use strict';

const { throwsError } = require('../common');
const { test, describe, before, assert, mock } = require('node:test');

const cases = [
  [{ timeout: 'x' }, 'ERR_INVALID_ARG_TYPE', 'The "options.timeout" property must be of type number. Received type string (\'x\')'],
  [{ timeout: -1 }, 'ERR_OUT_OF_RANGE', 'The value of "options.timeout" is out of range. It must be >= 0 && <= 2147483647. Received -1'],
  [{ timeout: NaN }, 'ERR_OUT_OF_RANGE', 'The value of "options.timeout" is out of range. It must be >= 0 && <= 2147483647. Received NaN'],
  [{ concurrency: 'x' }, 'ERR_INVALID_ARG_TYPE', 'The "options.concurrency" property must be one of type boolean or number. Received type string (\'x\')'],
  [{ concurrency: 0 }, 'ERR_OUT_OF_RANGE', 'The value of "options.concurrency" is out of range. It must be >= 1 && <= 4294967295. Received 0'],
  [{ concurrency: 1.5 }, 'ERR_OUT_OF_RANGE', 'The value of "options.concurrency" is out of range. It must be an integer. Received 1.5'],
  [{ signal: 1 }, 'ERR_INVALID_ARG_TYPE', 'The "options.signal" property must be an instance of AbortSignal. Received type number (1)'],
  [{ signal: null }, 'ERR_INVALID_ARG_TYPE', 'The "options.signal" property must be an instance of AbortSignal. Received null'],
  [{ tags: 'x' }, 'ERR_INVALID_ARG_TYPE', 'The "options.tags" property must be an instance of Array. Received type string (\'x\')'],
  [{ expectFailure: {} }, 'ERR_INVALID_ARG_VALUE', "The property 'options.expectFailure' must not be an empty object. Received {}"],
];
for (const [options, code, message] of cases) {
  throwsError(() => test('refused', options, () => {}), { code, message });
  throwsError(() => describe('refused', options, () => {}), { code, message });
}
throwsError(() => before(() => {}, { timeout: -1 }), { code: 'ERR_OUT_OF_RANGE' });
throwsError(() => assert.register('x', 1), { message: 'The "fn" argument must be of type function. Received type number (1)' });
throwsError(() => assert.register(1, () => {}), { message: 'The "name" argument must be of type string. Received type number (1)' });
throwsError(() => mock.fn(1), { message: 'The "original" argument must be of type function. Received type number (1)' });
throwsError(() => mock.fn(() => {}, null), { message: 'The "implementation" argument must be of type function. Received null' });
throwsError(() => mock.fn(() => {}, { times: 0 }), { code: 'ERR_OUT_OF_RANGE' });
// Hooks start a run without tests, whose summary is of no interest here.
process.stdout.write = () => true;
