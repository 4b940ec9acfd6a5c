// Sockets work in paused mode too: 'readable', read(n), unshift() and
// readableLength.
// Expect-Stdout-File: readable-event.golden
'use strict';

const { pair } = require('../netpair');
const { transcript } = require('../common');

const log = transcript();

pair((client, peer) => {
  let step = 0;
  client.on('readable', () => {
    if (step === 0 && client.readableLength >= 11) {
      step = 1;
      log('length', client.readableLength, client.readableFlowing);
      log('5 bytes', client.read(5));
      client.unshift(Buffer.from('W'));
      log('20 bytes', client.read(20));
      log('7 bytes', client.read(7), client.readableLength);
      log('nothing', client.read());
      peer.end('more');
      return;
    }
    for (let chunk; step === 1 && (chunk = client.read()) !== null;) {
      log('chunk', chunk);
    }
  });
  client.on('end', () => log('end', client.readableLength, client.read()));
  peer.write('hello world');
});
