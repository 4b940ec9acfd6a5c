// Every form of listen() takes its callback as last argument and returns the
// server; 'listening' comes later.
// Expect-Stdout-File: listen-forms.golden
'use strict';

const net = require('net');
const { localhost, mustCall, transcript } = require('../common');

const log = transcript();

const forms = [
  ['cb', (s, cb) => s.listen(cb)],
  ['0, cb', (s, cb) => s.listen(0, cb)],
  ['undefined, cb', (s, cb) => s.listen(undefined, cb)],
  ['null, cb', (s, cb) => s.listen(null, cb)],
  ['"0", cb', (s, cb) => s.listen('0', cb)],
  ['0, backlog, cb', (s, cb) => s.listen(0, 5, cb)],
  ['0, host, cb', (s, cb) => s.listen(0, localhost, cb)],
  ['0, host, backlog, cb', (s, cb) => s.listen(0, localhost, 5, cb)],
  ['0, undefined, backlog, cb', (s, cb) => s.listen(0, undefined, 5, cb)],
  ['{port}, cb', (s, cb) => s.listen({ port: 0 }, cb)],
  ['{port, host, backlog}, cb', (s, cb) => s.listen({ port: 0, host: localhost, backlog: 3 }, cb)],
  ['{port: "0", host, exclusive}', (s, cb) => s.listen({ port: '0', host: localhost, exclusive: true }, cb)],
  ['{port: undefined}', (s, cb) => s.listen({ port: undefined, host: localhost }, cb)],
];

(function next() {
  const form = forms.shift();
  if (!form) {
    return;
  }
  const [name, listen] = form;
  const server = net.createServer();
  let returned = false;
  const ret = listen(server, mustCall(function(...args) {
    const { port, address } = server.address();
    log(name, this === server, args.length, returned, port > 0, address === localhost ? 'loopback' : 'any');
    server.close(mustCall(next));
  }));
  returned = true;
  log(name, 'returns', ret === server, 'listening', server.listening);
})();
