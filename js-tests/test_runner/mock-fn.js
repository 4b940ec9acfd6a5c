// mock.fn: calls are recorded, implementations come and go.
// Expect-Stdout-File: mock-fn.golden
'use strict';

const assert = require('assert');
const { transcript, throwsError } = require('../common');
const { mock } = require('node:test');

const log = transcript();
const sum = mock.fn(function sum(a, b) { return a + b; });
log(sum(1, 2), sum.name, sum.length, sum.mock.callCount());
const [call] = sum.mock.calls;
log(Object.keys(call).join(' '), call.arguments.join(' '), call.result, call.error, call.this, call.target);
assert.ok(call.stack instanceof Error);
assert.notStrictEqual(sum.mock.calls, sum.mock.calls);

const self = { name: 'self' };
sum.call(self, 3, 4);
assert.strictEqual(sum.mock.calls[1].this, self);

sum.mock.mockImplementation((a, b) => a * b);
log(sum(3, 4));
sum.mock.mockImplementationOnce(() => 'once');
sum.mock.mockImplementationOnce(() => 'fifth', 5);
log(sum(3, 4), sum(3, 4), sum(3, 4));
throwsError(() => sum.mock.mockImplementationOnce(() => {}, 2), { code: 'ERR_OUT_OF_RANGE', message: 'The value of "onCall" is out of range. It must be >= 6 && <= 9007199254740991. Received 2' });
sum.mock.resetCalls();
log(sum.mock.callCount());
sum.mock.restore();
log(sum(3, 4));

const limited = mock.fn(() => 'original', () => 'mocked', { times: 2 });
log(limited(), limited(), limited(), limited.mock.callCount());

const thrower = mock.fn(() => { throw new RangeError('thrown'); });
throwsError(thrower, { type: RangeError, message: 'thrown' });
log(thrower.mock.calls[0].error.message, thrower.mock.calls[0].result);

class Point { constructor(x) { this.x = x; } }
const Mocked = mock.fn(Point);
const point = new Mocked(7);
log(point.x, point instanceof Point, Mocked.mock.calls[0].target === Point, Mocked.mock.calls[0].this === point);

const empty = mock.fn();
log(empty(), empty.mock.callCount(), typeof empty.mock, Object.prototype.hasOwnProperty.call(empty, 'mock'));
mock.reset();
