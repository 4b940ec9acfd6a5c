// process.exit() with sockets open and data waiting does not wait for them, and
// what was printed before is printed.
// Expect-Exit: 2
// Expect-Stdout: \A(?:line \d+ x{50}\n)+line 499 x{50}\n\z
'use strict';

const { pair } = require('../netpair');

pair((client, peer) => {
  client.write(Buffer.alloc(16 * 1024 * 1024));
  peer.pause();
  for (let i = 0; i < 500; i++) {
    console.log('line ' + i + ' ' + 'x'.repeat(50));
  }
  process.exitCode = 0;
  setImmediate(() => process.exit(2));
});
