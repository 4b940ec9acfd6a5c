// Bytes of a character that never completes come as one last 'data' with the
// replacement character, before 'end'.
// Expect-Stdout-File: set-encoding-incomplete.golden
'use strict';

const { pair } = require('../netpair');
const { transcript } = require('../common');

const log = transcript();

function run(encoding, bytes, next) {
  pair((client, peer) => {
    log(encoding, client.setEncoding(encoding) === client, client.readableEncoding);
    let parts = [];
    client.on('data', (text) => parts.push(JSON.stringify(text)));
    client.on('end', () => {
      log(encoding, parts.join(' '));
      next();
    });
    peer.resume();
    peer.end(Buffer.from(bytes));
  });
}

run('utf8', [0x61, 0xf0, 0x9f], () => {
  run('utf16le', [0x61, 0x00, 0x3d, 0xd8, 0x00], () => {
    run('base64', [1, 2, 3, 4], () => {
      run('hex', [1, 0xab], () => {
        run('latin1', [0xe9, 0xff], () => run('ascii', [0xe9, 0x41], () => {}));
      });
    });
  });
});
