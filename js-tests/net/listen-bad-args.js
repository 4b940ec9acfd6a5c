// Wrong arguments of listen() and createServer() are thrown at once.
// Expect-Stdout-File: listen-bad-args.golden
'use strict';

const net = require('net');
const { transcript } = require('../common');

const log = transcript();

function attempt(label, fn) {
  try {
    fn();
    log(label, 'no error');
  } catch (err) {
    log(label, err.name, err.code, err.message.replace(/\s+/g, ' '));
  }
}

for (const options of [-1, 65536, 1.5, NaN, true, false, {}, { port: -1 }, { port: 'x' }, { port: false }, { port: {} },
                       { path: 5 }, { path: false }, { fd: 'x' }, { host: 'a' }, { port: null, path: null }, [], { port: 0, signal: 'x' }]) {
  attempt(JSON.stringify(options), () => {
    const server = net.createServer();
    server.on('error', () => {});
    server.listen(options);
    server.close();
  });
}
attempt('symbol', () => net.createServer().listen(Symbol('s')));
for (const options of ['path', 5, true]) {
  attempt('createServer ' + options, () => net.createServer(options));
}
attempt('createServer null', () => net.createServer(null));
attempt('createServer null, fn', () => net.createServer(null, () => {}));
attempt('highWaterMark', () => net.createServer({ highWaterMark: 'x' }));
attempt('keepAliveInitialDelay', () => net.createServer({ keepAliveInitialDelay: 'x' }));
