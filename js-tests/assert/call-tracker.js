// The old class CallTracker.
// Expect-Stdout-File: call-tracker.golden
// Process: own (deprecation warning)
'use strict';

process.removeAllListeners('warning');
const { CallTracker } = require('assert');
const attempt = (fn) => {
  try {
    console.log(fn());
  } catch (err) {
    console.log(err.name, err.code, err.message);
  }
};
const tracker = new CallTracker();
const twice = tracker.calls((a) => a * 2, 2);
console.log(twice(2), twice.length, tracker.getCalls(twice));
attempt(() => tracker.verify());
twice(1);
attempt(() => tracker.verify());
tracker.reset(twice);
attempt(() => tracker.getCalls(twice).length);
attempt(() => tracker.getCalls(() => 1));
attempt(() => tracker.calls(1.5));
attempt(() => tracker.calls(() => {}, 0));
tracker.calls(function named() {}, 3);
attempt(() => tracker.verify());
console.log(tracker.report().map(({ message, operator }) => [message, operator]));
