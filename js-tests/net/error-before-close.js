// 'error' comes before 'close', once each, whatever way the socket breaks; and
// 'close' says hadError only then.
// Expect-Stdout-File: error-before-close.golden
'use strict';

const net = require('net');
const { freePort, pair } = require('../netpair');
const { localhost, transcript } = require('../common');

const log = transcript();

function watch(name, socket, done) {
  socket.on('error', (err) => log(name, 'error', err.code || err.message));
  socket.on('close', (hadError) => {
    log(name, 'close', hadError, socket.errored === null ? 'null' : socket.errored.message.slice(0, 12));
    setImmediate(done);
  });
}

function destroyed(next) {
  pair((client, peer) => {
    peer.on('error', () => {});
    watch('destroy(err)', client, next);
    client.destroy(new Error('mine'));
    client.destroy(new Error('second'));
  });
}

function thrownAway(next) {
  pair((client, peer) => {
    watch('destroy()', client, next);
    client.destroy();
    client.destroy(new Error('too late'));
  });
}

function reset(next) {
  pair((client, peer) => {
    client.resume();
    watch('reset by peer', client, next);
    peer.resetAndDestroy();
  });
}

function refused(next) {
  freePort((port) => watch('refused', net.connect(port, localhost), next));
}

destroyed(() => thrownAway(() => reset(() => refused(() => log('done')))));
