// console.log, info, debug to stdout; error, warn, trace to stderr; formatting
// and groups.
// Expect-Stdout-File: log.golden
// Expect-Stderr: \Aan error 1\na warning\n  grouped error\nTrace: here\n    at .*console/log\.js:\d+:\d+\)\n
'use strict';

console.log();
console.log('text', 1, { a: [1, 2, { b: 3 }] });
console.log('%s is %d and %j', 'x', 4, { y: 1 }, 'rest');
console.info('info');
console.debug('debug');
console.error('an error %d', 1);
console.warn('a warning');
console.group('group');
console.log('inside\ntwo lines');
console.group();
console.log({ long: 'x'.repeat(50), other: 'y'.repeat(50) });
console.groupEnd();
console.error('grouped error');
console.groupEnd();
console.log('outside');
console.dir({ a: { b: { c: { d: 1 } } } }, { depth: 0 });
console.trace('here');
