// A connect error without an 'error' listener ends the process with code 1 and
// a report that names the error, its origin and its properties.
// Expect-Exit: 1
// Expect-Stderr: ^Error: connect ECONNREFUSED 127\.0\.0\.1:1$
// Expect-Stderr: ^Emitted 'error' event on Socket instance at:$
// Expect-Stderr: ^  code: 'ECONNREFUSED',$
// Expect-Stderr: ^  syscall: 'connect',$
// Expect-Stderr: ^  port: 1$
// Expect-Stderr: ^Node\.js v\d+
'use strict';

require('net').connect(1, '127.0.0.1');
