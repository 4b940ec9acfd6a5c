// When a lookup gives several addresses they are tried in turn; the events
// tell each attempt, and if all fail the error holds them all.
// Expect-Stdout-File: auto-select-family.golden
'use strict';

const assert = require('assert');
const net = require('net');
const { freePort, serve } = require('../netpair');
const { mustCall, transcript } = require('../common');

const log = transcript();

function connect(port, addresses, done) {
  const client = new net.Socket();
  const masked = (text) => String(text).split(String(port)).join('PORT');
  client.on('lookup', (err, address, family) => log('lookup', err, address, family));
  client.on('connectionAttempt', (ip, p, family) => log('attempt', ip, p === port, family));
  client.on('connectionAttemptFailed', (ip, p, family, err) => log('failed', ip, p === port, family, masked(err.message)));
  client.on('connect', () => {
    log('connect', client.remoteAddress, masked(client.autoSelectFamilyAttemptedAddresses));
    client.end();
  });
  client.on('error', (err) => {
    log('error', err.name, err.code, JSON.stringify(err.message), err instanceof AggregateError);
    log(err.errors.map((e) => masked(e.message)).join('; '));
    log(masked(client.autoSelectFamilyAttemptedAddresses));
  });
  client.on('close', mustCall((hadError) => {
    log('close', hadError);
    done();
  }));
  client.resume();
  client.connect({
    port, host: 'a.host', autoSelectFamily: true,
    lookup: (host, options, cb) => {
      assert.strictEqual(options.all, true);
      cb(null, addresses.map((address) => ({ address, family: net.isIP(address) })));
    },
  });
}

const server = serve((peer) => peer.end().resume(), (port) => {
  connect(port, ['127.0.0.2', '127.0.0.1'], () => {
    server.close();
    freePort((closed) => connect(closed, ['127.0.0.1', '127.0.0.2'], () => {}));
  });
});
