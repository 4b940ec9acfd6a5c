// The timeout of a socket does not keep the process alive, nor does that of an
// unref'd connection.
'use strict';

const net = require('net');
const { pair } = require('../netpair');
const { mustNotCall } = require('../common');

new net.Socket().setTimeout(60000, mustNotCall('timeout of an idle socket'));

pair((client, peer) => {
  client.setTimeout(60000, mustNotCall('timeout of a connected socket'));
  client.unref();
  peer.unref();
});
