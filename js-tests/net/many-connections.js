// 100 connections at once, each answered with its own data.
'use strict';

const assert = require('assert');
const net = require('net');
const { collect, serve } = require('../netpair');
const { localhost, mustCall } = require('../common');

const count = 100;
let closed = 0;

const server = serve(mustCall((peer) => {
  peer.on('data', (chunk) => peer.end('re:' + chunk));
}, count), (port) => {
  for (let i = 0; i < count; i++) {
    const client = net.connect(port, localhost);
    client.write('#' + i);
    collect(client, mustCall((text) => assert.strictEqual(text, 're:#' + i)));
    client.on('close', mustCall((hadError) => {
      assert.strictEqual(hadError, false);
      if (++closed === count) {
        server.close(mustCall());
      }
    }));
  }
}, { backlog: count });
