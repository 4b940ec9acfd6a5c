// A rejection with what is no Error is reported as
// ERR_UNHANDLED_REJECTION with the reason.
// Expect-Exit: 1
// Expect-Stderr: UnhandledPromiseRejection: This error originated either by throwing inside of an async function without a catch block, or by rejecting a promise which was not handled with \.catch\(\)\. The promise rejected with the reason "#<Object>"\.
// Expect-Stderr: ^  code: 'ERR_UNHANDLED_REJECTION'$
'use strict';

Promise.reject({ a: 1 });
