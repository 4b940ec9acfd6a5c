// Names, lengths and identities of what net exports and of the methods of
// Socket and Server, as Node has them. Functions that have no name on Node may
// have that of their property.
// Expect-Stdout-File: api-facts.golden
// Needs-Node: 24
'use strict';

const net = require('net');
const { Duplex } = require('stream');
const { EventEmitter } = require('events');
const { transcript } = require('../common');

const log = transcript();

log('Stream', net.Stream === net.Socket, 'node:', require('node:net') === net);
log('connect', net.connect === net.createConnection);
log('Socket extends', Object.getPrototypeOf(net.Socket) === Duplex, Object.getPrototypeOf(net.Socket.prototype) === Duplex.prototype);
log('Server extends', Object.getPrototypeOf(net.Server) === EventEmitter, Object.getPrototypeOf(net.Server.prototype) === EventEmitter.prototype);
log('without new', net.Socket() instanceof net.Socket, net.Server() instanceof net.Server);
log('listen on', net.Socket.prototype.on === Duplex.prototype.on, net.Server.prototype.on === EventEmitter.prototype.on);
log('write', Object.getOwnPropertyNames(net.Socket.prototype).includes('write'), net.Socket.prototype.write === Duplex.prototype.write);

for (const name of ['connect', 'createConnection', 'createServer', 'isIP', 'isIPv4', 'isIPv6', 'Socket', 'Server', 'Stream']) {
  const d = Object.getOwnPropertyDescriptor(net, name);
  log('net.' + name, net[name].name, net[name].length, d.enumerable, d.writable, d.configurable);
}

function methods(name, proto, names) {
  for (const key of names) {
    const d = Object.getOwnPropertyDescriptor(proto, key);
    if (!d) {
      log(name, key, 'none');
    } else if (d.get || d.set) {
      log(name, key, 'accessor', Boolean(d.get), Boolean(d.set), d.enumerable, d.configurable);
    } else {
      log(name, key, d.value.name || key, d.value.length, d.enumerable, d.writable, d.configurable);
    }
  }
}

methods('Socket', net.Socket.prototype, [
  'connect', 'setTimeout', 'setNoDelay', 'setKeepAlive', 'address', 'ref', 'unref', 'pause', 'resume', 'read', 'end',
  'destroySoon', 'resetAndDestroy', '_write', '_writev', '_read', '_final', '_destroy', 'write', 'destroy', 'pipe',
  'setEncoding', 'bufferSize', 'bytesRead', 'bytesWritten', 'pending', 'readyState', 'remoteAddress', 'remotePort', 'remoteFamily',
  'localAddress', 'localPort', 'localFamily',
]);
methods('Server', net.Server.prototype, ['listen', 'close', 'address', 'getConnections', 'ref', 'unref', 'listening']);
