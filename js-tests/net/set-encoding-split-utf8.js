// Characters that are split over packets at every possible byte arrive whole
// under setEncoding('utf8').
'use strict';

const assert = require('assert');
const { pair } = require('../netpair');
const { mustCall } = require('../common');

const text = 'a\u00e9\u20ac\ud83d\ude00z';
const bytes = Buffer.from(text);

pair((client, peer) => {
  client.setNoDelay(true);
  peer.setEncoding('utf8');
  let got = '';
  let sent = 0;
  const sendNext = () => {
    if (sent < bytes.length) {
      client.write(bytes.subarray(sent, ++sent));
    } else {
      client.end();
    }
  };
  peer.on('data', (chunk) => {
    assert.strictEqual(typeof chunk, 'string');
    assert.ok(chunk.length > 0);
    assert.ok(!/[\ud800-\udbff]$/.test(chunk), 'half a character');
    got += chunk;
  });
  // Each byte travels alone: the next is sent when this one has arrived.
  let seen = 0;
  const poll = () => {
    if (peer.bytesRead > seen) {
      seen = peer.bytesRead;
      sendNext();
    }
    if (!peer.readableEnded) {
      setImmediate(poll);
    }
  };
  peer.on('end', mustCall(() => assert.strictEqual(got, text)));
  sendNext();
  poll();
});
