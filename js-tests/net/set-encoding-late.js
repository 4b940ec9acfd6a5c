// setEncoding() after data has been buffered decodes that data as well; a bad
// name is refused.
'use strict';

const assert = require('assert');
const { pair } = require('../netpair');
const { mustCall, throwsError } = require('../common');

pair((client, peer) => {
  throwsError(() => client.setEncoding('nonsense'), { code: 'ERR_UNKNOWN_ENCODING', type: TypeError, message: 'Unknown encoding: nonsense' });
  client.once('readable', mustCall(() => {
    assert.strictEqual(client.readableLength, 3);
    client.setEncoding('utf8');
    assert.strictEqual(client.readableEncoding, 'utf8');
    assert.strictEqual(client.read(), '\u20ac');
    client.destroy();
  }));
  peer.on('error', () => {});
  peer.resume();
  peer.write('\u20ac');
});
