// cork() holds writes back until uncork(), as often as corked, or end(); they
// arrive together and in order.
// Expect-Stdout-File: cork.golden
'use strict';

const { pair } = require('../netpair');
const { transcript } = require('../common');

const log = transcript();

pair((client, peer) => {
  const texts = [];
  peer.setEncoding('utf8');
  peer.on('data', (text) => {
    texts.push(text);
    if (texts.join('').endsWith('c')) {
      log('peer got', texts.join('|'));
      client.cork();
      client.write('d');
      client.write('e');
      setImmediate(() => {
        log('corked', client.writableCorked, client.writableLength, texts.join(''));
        client.end('f');
      });
    }
  });
  peer.on('end', () => log('peer got', texts.slice(1).join('|'), peer.bytesRead));
  client.cork();
  client.cork();
  for (const text of ['a', 'b', 'c']) {
    log('write', client.write(text, () => log('written', text)), client.writableLength);
  }
  client.uncork();
  log('uncorked once', client.writableCorked, client.writableLength);
  process.nextTick(() => {
    client.uncork();
    log('uncorked twice', client.writableCorked);
  });
});
