// net asks dns.lookup for names, also one that a script put in its place. A
// server asks for addresses too, a client does not.
'use strict';

const assert = require('assert');
const common = require('../common');
const dns = require('dns');
const net = require('net');

const original = dns.lookup;
const asked = [];
dns.lookup = common.mustCall((host, ...rest) => {
  asked.push(host);
  process.nextTick(rest.at(-1), null, '127.0.0.1', 4);
}, 2);
const server = net.createServer(common.mustCall((socket) => socket.end(), 2));
server.listen(0, '127.0.0.1', common.mustCall(() => {
  const { port } = server.address();
  const options = { port, host: 'some.name', autoSelectFamily: false };
  net.connect(options).on('lookup', common.mustCall((err, address, family, host) => {
    assert.deepStrictEqual([err, address, family, host], [null, '127.0.0.1', 4, 'some.name']);
  })).resume().on('close', common.mustCall(() => {
    net.connect({ port, host: '127.0.0.1', lookup: common.mustNotCall() }).resume().on('close', common.mustCall(() => {
      dns.lookup = original;
      assert.deepStrictEqual(asked, ['127.0.0.1', 'some.name']);
      server.close();
    }));
  }));
}));
