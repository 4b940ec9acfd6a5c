// The blockList option: of a server, which closes what it refuses without a
// word, and of a socket, which refuses to connect.
// Expect-Stdout-File: block-list-connections.golden
// Needs-Node: 24
'use strict';

const net = require('net');
const { localhost } = require('../common');

const list = new net.BlockList();
list.addAddress(localhost);
list.addAddress('::1', 'ipv6');
const bad = (options) => {
  try {
    net.createServer(options);
  } catch (err) {
    console.log(err.code, err.message);
  }
};
bad({ blockList: 5 });
bad({ blockList: { check() { return true; } } });

const connect = (options, then) => {
  const socket = net.connect(options);
  socket.on('connect', () => console.log('connected'));
  socket.on('connectionAttempt', (ip) => console.log('attempt', ip));
  socket.on('error', (err) => console.log(err.name, err.code, err.message, err.errors ? err.errors.map((e) => e.message) : ''));
  socket.on('close', (failed) => {
    console.log('close', failed);
    then();
  });
};
const lookup = (...addresses) => (host, options, done) =>
  done(null, addresses.map((address) => ({ address, family: net.isIP(address) })));

const server = net.createServer({ blockList: list });
server.on('connection', () => console.log('never'));
server.on('drop', () => console.log('never'));
console.log(server.blockList === list);
server.listen(0, localhost, () => {
  const { port } = server.address();
  const steps = [
    { port, host: localhost },
    { port, host: localhost, blockList: list },
    { port, host: 'one', blockList: list, lookup: lookup(localhost) },
    { port, host: 'two', blockList: list, lookup: lookup(localhost, '::1') },
    { port, host: 'plain', blockList: list, autoSelectFamily: false, lookup: (host, options, done) => done(null, localhost, 4) },
  ];
  const next = () => {
    const options = steps.shift();
    if (options) connect(options, next);
    else server.close(() => console.log('server closed'));
  };
  next();
});
