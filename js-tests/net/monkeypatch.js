// emit, push, write and _write patched on an instance, and write and emit on
// the prototype, are used by everything that goes through them.
// Expect-Stdout-File: monkeypatch.golden
'use strict';

const net = require('net');
const { pair } = require('../netpair');
const { transcript } = require('../common');

const log = transcript();

pair((client, peer) => {
  const { emit, push, _write, write } = client;
  client.emit = function(event, ...args) {
    if (event === 'data' || event === 'end' || event === 'close') {
      log('instance emit', event, this === client);
    }
    return emit.call(this, event, ...args);
  };
  client.push = function(chunk) {
    log('instance push', chunk === null ? 'null' : String(chunk));
    return push.call(this, chunk === null ? null : Buffer.from(String(chunk).toUpperCase()));
  };
  client._write = function(chunk, encoding, cb) {
    log('instance _write', String(chunk));
    return _write.call(this, chunk, encoding, cb);
  };
  client.write = function(...args) {
    log('instance write', args[0]);
    return write.apply(this, args);
  };
  client.on('data', (chunk) => log('data', chunk));
  client.write('to peer');
  peer.once('data', (chunk) => {
    log('peer data', chunk);
    peer.end('from peer');
  });
  client.on('close', patchPrototype);
});

function patchPrototype() {
  const original = net.Socket.prototype.emit;
  const seen = [];
  net.Socket.prototype.emit = function(event, ...args) {
    seen.push(event);
    return original.call(this, event, ...args);
  };
  pair((client, peer) => {
    client.resume();
    seen.length = 0;
    peer.end();
    peer.resume();
    client.on('close', () => {
      log('through the prototype', ['end', 'finish', 'close'].map((e) => e + '=' + seen.includes(e)).join(' '));
      delete net.Socket.prototype.emit;
    });
  });
}
