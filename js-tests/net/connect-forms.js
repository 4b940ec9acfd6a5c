// Every form of connect() and createConnection() connects, calls its listener
// once as a 'connect' listener, and returns the socket.
// Expect-Stdout-File: connect-forms.golden
// Platforms: linux darwin
'use strict';

const net = require('net');
const { localhost, mustCall, socketPath, transcript } = require('../common');

const log = transcript();
const onConnection = (peer) => peer.on('error', () => {}).end().resume();
const tcp = net.createServer(onConnection);
const unix = net.createServer(onConnection);

function forms(port) {
  const path = socketPath();
  return [
    ['connect(port, host, cb)', (cb) => net.connect(port, localhost, cb)],
    ['connect(String(port), host, cb)', (cb) => net.connect(String(port), localhost, cb)],
    ['createConnection(port, host, cb)', (cb) => net.createConnection(port, localhost, cb)],
    ['connect({port, host}, cb)', (cb) => net.connect({ port, host: localhost }, cb)],
    ['connect({port: String, host, family}, cb)', (cb) => net.connect({ port: String(port), host: localhost, family: 4 }, cb)],
    ['connect(path, cb)', (cb) => net.connect(path, cb)],
    ['connect({path}, cb)', (cb) => net.connect({ path }, cb)],
    ['connect({path, port}, cb)', (cb) => net.connect({ path, port: 1 }, cb)],
    ['new Socket().connect(port, host, cb)', (cb) => new net.Socket().connect(port, localhost, cb)],
    ['new Socket().connect(path, cb)', (cb) => new net.Socket().connect(path, cb)],
    ['new Socket().connect({port, host}, cb)', (cb) => new net.Socket().connect({ port, host: localhost }, cb)],
    ['Socket().connect({path}, cb)', (cb) => net.Socket().connect({ path }, cb)],
    ['once("connect")', (cb) => net.connect(port, localhost).once('connect', cb)],
  ];
}

function run(list) {
  if (list.length === 0) {
    tcp.close();
    unix.close();
    return;
  }
  const [name, connect] = list.shift();
  const socket = connect(mustCall(function(...args) {
    log(name, this === socket, args.length, socket.listenerCount('connect'));
  }));
  log(name, 'returned', socket instanceof net.Socket, socket.connecting);
  socket.on('close', mustCall(() => run(list)));
  socket.resume();
}

tcp.listen(0, localhost, mustCall(() => {
  unix.listen(socketPath(), mustCall(() => run(forms(tcp.address().port))));
}));
