// net.BoundSocket binds when it is made. What it takes, what it refuses, and
// what is left of it once it is closed.
// Needs-Node: 24.21
// Platforms: linux
// Expect-Stdout-File: bound-socket.golden
'use strict';

const fs = require('fs');
const net = require('net');
const util = require('util');
const { localhost, socketPath, transcript } = require('../common');

const log = transcript();

// attempt records what fn returns or throws; ports and paths differ by the run.
function attempt(name, fn) {
  try {
    log(name, fn());
  } catch (err) {
    const message = err.message.replace(/\d{4,}/g, 'PORT').replace(/\/.*\//g, '/DIR/');
    log(name, err.name, err.code, message, err.syscall, Object.keys(err).join());
  }
}

// place makes a BoundSocket, closes it and says where it was.
function place(options) {
  const bound = new net.BoundSocket(options);
  const { address, family, port } = bound.address();
  const fd = bound.fd();
  bound.close();
  return [address, family, port > 0, fd > 2, bound.isPipe].join(' ');
}

attempt('nothing', () => place());
attempt('port as a string', () => place({ port: '0' }));
attempt('port null', () => place({ port: null }));
attempt('host null', () => place({ host: null, ipv6Only: true }));
attempt('loopback', () => place({ host: localhost }));
attempt('ipv6Only of IPv4', () => place({ host: localhost, ipv6Only: true }));
attempt('a subclass', () => {
  class Mine extends net.BoundSocket {}
  const mine = new Mine();
  mine.close();
  return mine instanceof net.BoundSocket && util.inspect(mine);
});

attempt('without new', () => net.BoundSocket());
attempt('options null', () => new net.BoundSocket(null));
attempt('options a string', () => new net.BoundSocket('x'));
attempt('port text', () => new net.BoundSocket({ port: 'abc' }));
attempt('port too large', () => new net.BoundSocket({ port: 65536 }));
attempt('ipv6Only no boolean', () => new net.BoundSocket({ ipv6Only: 1 }));
attempt('reusePort no boolean', () => new net.BoundSocket({ reusePort: 1 }));
attempt('host a number', () => new net.BoundSocket({ host: 1 }));
attempt('host a name', () => new net.BoundSocket({ host: 'localhost' }));
attempt('host of somebody else', () => new net.BoundSocket({ host: '192.0.2.1' }));
attempt('shared', () => {
  const a = new net.BoundSocket({ host: localhost, reusePort: true });
  const b = new net.BoundSocket({ host: localhost, port: a.address().port, reusePort: true });
  a.close();
  b.close();
});

const path = socketPath('bound');
attempt('path', () => {
  const bound = new net.BoundSocket({ path });
  const shown = [bound.address() === path, bound.isPipe, fs.existsSync(path)];
  bound.close();
  return [...shown, fs.existsSync(path)].join(' ');
});
attempt('path taken', () => {
  const bound = new net.BoundSocket({ path });
  try {
    return new net.BoundSocket({ path });
  } finally {
    bound.close();
  }
});
attempt('path and port', () => new net.BoundSocket({ path, port: 1 }));
attempt('path a number', () => new net.BoundSocket({ path: 1 }));
attempt('path null', () => new net.BoundSocket({ path: null }));
attempt('path nowhere', () => new net.BoundSocket({ path: path + '/none/x' }));
attempt('path too long', () => new net.BoundSocket({ path: path + 'x'.repeat(200) }));
attempt('path with a zero byte', () => new net.BoundSocket({ path: path + '\0x' }));
attempt('abstract', () => {
  const bound = new net.BoundSocket({ path: '\0gonode-bound-' + process.pid });
  bound[Symbol.dispose]();
  return bound.isPipe;
});

const closed = new net.BoundSocket();
attempt('address() is one object', () => closed.address() === closed.address());
closed.close();
attempt('closed close()', () => closed.close());
attempt('closed dispose', () => closed[Symbol.dispose]());
attempt('closed address()', () => closed.address());
attempt('closed fd()', () => closed.fd());
attempt('closed isPipe', () => closed.isPipe);
attempt('closed listen()', () => net.createServer().listen(closed));
attempt('closed handle', () => new net.Socket({ handle: closed }));

const { prototype } = net.BoundSocket;
for (const name of Object.getOwnPropertyNames(prototype)) {
  const { value, get, enumerable } = Object.getOwnPropertyDescriptor(prototype, name);
  log(name, typeof value, get && get.name, enumerable);
}
attempt('foreign address()', () => prototype.address.call({}));
attempt('foreign isPipe', () => prototype.isPipe);
