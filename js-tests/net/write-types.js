// What write() takes, and the errors for what it does not take.
// Expect-Stdout-File: write-types.golden
'use strict';

const { collect, pair } = require('../netpair');
const { transcript } = require('../common');

const log = transcript();

pair((client, peer) => {
  collect(peer, (text) => {
    log('peer got', JSON.stringify(text));
  });
  client.write('string;');
  client.write(Buffer.from('buffer;'));
  client.write(new Uint8Array(Buffer.from('uint8array;')));
  const view = Buffer.from('..dataview;');
  client.write(new DataView(view.buffer, view.byteOffset + 2, view.length - 2));
  client.write(new Uint16Array([0x3b31]));
  for (const bad of [undefined, 1, true, {}, [], () => {}, Symbol('s'), new ArrayBuffer(2)]) {
    try {
      client.write(bad);
      log(String(bad), 'no error');
    } catch (err) {
      log(err.name, err.code, err.message);
    }
  }
  try {
    client.write(null);
  } catch (err) {
    log(err.name, err.code, err.message);
  }
  try {
    client.write('x', 'no-such-encoding');
  } catch (err) {
    log(err.name, err.code, err.message);
  }
  client.end();
});
