// Callbacks nested over streams, timers, promises and sockets in one async
// function keep their order.
// Expect-Stdout-File: async-await.golden
'use strict';

const { once } = require('events');
const net = require('net');
const util = require('util');
const { localhost, transcript } = require('../common');

const log = transcript();
const sleep = util.promisify(setTimeout);

(async () => {
  const server = net.createServer((peer) => peer.pipe(peer));
  server.listen(0, localhost);
  await once(server, 'listening');
  log('listening');
  const client = net.connect(server.address().port, localhost);
  await once(client, 'connect');
  log('connected');
  for (const text of ['one', 'two', 'three']) {
    client.write(text);
    const [chunk] = await once(client, 'data');
    log('echo', chunk);
    await sleep(1);
  }
  client.end();
  await once(client, 'close');
  server.close();
  await once(server, 'close');
  log('closed');
})().catch((err) => log('failed', err.message));
