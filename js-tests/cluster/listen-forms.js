// Ports 0, paths, several servers of one worker, handles and failures.
// Platforms: linux
// Expect-Stdout-File: listen-forms.golden
// Process: own (child processes)
'use strict';

const assert = require('assert');
const cluster = require('cluster');
const fs = require('fs');
const net = require('net');
const { mustCall, socketPath, transcript } = require('../common');

const host = '127.0.0.1';
const other = '192.0.2.1'; // belongs to nobody
const nowhere = '/no/such/folder/socket';

if (cluster.isPrimary) {
  const log = transcript();
  const taken = net.createServer().listen(0, host, () => {
    const path = socketPath();
    const worker = cluster.fork({ TAKEN: taken.address().port, SOCKET: path });
    worker.on('message', (message) => log(JSON.stringify(message)));
    worker.on('listening', ({ addressType, address, port, fd }) => {
      assert.strictEqual(port > 0 || address === path, true);
      if (address === path) assert.strictEqual(fs.existsSync(path), true);
      assert.deepStrictEqual([addressType, fd], [port > 0 ? 4 : -1, undefined]);
    });
    worker.on('disconnect', () => {
      log('path is there', fs.existsSync(path));
      taken.close();
    });
  });
  return;
}

const open = [];
const steps = [
  // Two servers on port 0 have ports of their own; a third one on a port of
  // these is refused, as in one process.
  (next) => listen([0, host], () => listen([0, host], next)),
  (next) => listen([() => open[0].address().port, host], next),
  (next) => {
    assert.notStrictEqual(open[0].address().port, open[1].address().port);
    listen([Number(process.env.TAKEN), host], next);
  },
  (next) => listen([{ port: Number(process.env.TAKEN), host, exclusive: true }], next),
  (next) => listen([1, other], next),
  (next) => listen([nowhere], next),
  (next) => listen([process.env.SOCKET], next),
  (next) => listen([{ port: 0, host, exclusive: true }], next),
  (next) => listen([{ fd: 9999 }], next),
  // A handle that is there already needs no primary.
  (next) => listen([net._createServerHandle(host, 0, 4)], next),
  (next) => {
    // A close before the answer: nothing happens, and the port is given back.
    const server = net.createServer().on('listening', () => process.send('must not listen'));
    server.on('close', next).listen(0, host).close();
  },
];

function listen(args, next) {
  const server = net.createServer();
  if (typeof args[0] === 'function') args[0] = args[0]();
  const say = (what) => process.send([what, server.listening, typeof server.address()], next);
  server.on('error', (err) => {
    const { errno, code, syscall, address } = err;
    const message = err.message.replace(/:\d+$/, ':port');
    process.send([message, typeof errno, code, syscall, address, Object.keys(err).join(), server.listening], next);
  });
  server.listen(...args, () => {
    open.push(server);
    say(server._connectionKey.replace(/:\d+$/, ':port').replace(process.env.SOCKET, 'path'));
  });
}

(function run() {
  const step = steps.shift();
  if (step) step(mustCall(run));
  else leave();
})();

function leave() {
  for (const server of open) server.close();
  cluster.worker.disconnect();
}
