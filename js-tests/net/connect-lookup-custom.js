// A custom lookup gets the host and the options, and its address is used; the
// 'lookup' event comes before 'connect'.
// Expect-Stdout-File: connect-lookup-custom.golden
'use strict';

const net = require('net');
const { serve } = require('../netpair');
const { localhost, mustCall, transcript } = require('../common');

const log = transcript();

const server = serve((peer) => peer.end(), (port) => {
  const lookup = mustCall((hostname, options, cb) => {
    log('lookup called', hostname, JSON.stringify(options), typeof cb);
    if (options.all) {
      cb(null, [{ address: localhost, family: 4 }]);
    } else {
      cb(null, localhost, 4);
    }
  }, 3);
  const connect = (options, next) => {
    const socket = new net.Socket();
    socket.on('lookup', (err, address, family, host) => log('lookup', err, address, family, host));
    socket.on('connect', () => log('connect', socket.remoteAddress, socket.remoteFamily));
    socket.on('close', next);
    socket.resume();
    socket.connect({ port, host: 'a.host', lookup, ...options });
  };
  connect({ family: 4 }, () => connect({ family: 4, hints: 0 }, () => connect({ autoSelectFamily: false }, () => {
    server.close();
  })));
});
