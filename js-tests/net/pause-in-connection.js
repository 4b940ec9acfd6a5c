// A socket paused in the 'connection' listener loses nothing: data and end
// that arrived meanwhile come after resume().
'use strict';

const assert = require('assert');
const net = require('net');
const { serve } = require('../netpair');
const { localhost, mustCall, mustNotCall } = require('../common');

const server = serve(mustCall((peer) => {
  peer.pause();
  let got = '';
  const early = mustNotCall('data while paused');
  const tooEarly = mustNotCall('end while paused');
  peer.setEncoding('utf8');
  peer.on('data', early);
  peer.on('end', tooEarly);
  // The client has sent everything and has ended by then.
  setTimeout(mustCall(() => {
    peer.removeListener('data', early);
    peer.removeListener('end', tooEarly);
    peer.on('data', (text) => { got += text; });
    peer.on('end', mustCall(() => {
      assert.strictEqual(got, 'first second');
      server.close();
    }));
    assert.strictEqual(peer.isPaused(), true);
    assert.strictEqual(peer.resume(), peer);
  }), 30);
}), (port) => {
  const client = net.connect(port, localhost);
  client.write('first ');
  client.on('connect', mustCall(() => client.end('second')));
  client.resume();
});
