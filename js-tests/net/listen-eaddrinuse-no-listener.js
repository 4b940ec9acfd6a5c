// A listen error without an 'error' listener ends the process with code 1.
// Expect-Exit: 1
// Expect-Stderr: ^Error: listen EADDRINUSE: address already in use 127\.0\.0\.1:\d+$
// Expect-Stderr: ^Emitted 'error' event on Server instance at:$
// Expect-Stderr: ^  syscall: 'listen',$
'use strict';

const net = require('net');

const first = net.createServer().listen(0, '127.0.0.1', () => {
  net.createServer().listen(first.address().port, '127.0.0.1');
});
