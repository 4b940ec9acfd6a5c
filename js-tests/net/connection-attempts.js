// 'connectionAttempt' and 'connectionAttemptFailed' for each way to connect: an
// address, a name with one address or two, a path.
// Expect-Stdout-File: connection-attempts.golden
// Needs-Node: 24
'use strict';

const net = require('net');
const path = require('path');
const { localhost } = require('../common');
const { freePort } = require('../netpair');

const lookup = (...addresses) => (host, options, done) => process.nextTick(() => options.all ?
  done(null, addresses.map((address) => ({ address, family: net.isIP(address) }))) : done(null, addresses[0], net.isIP(addresses[0])));

const nowhere = path.join(__dirname, 'no-such-socket');
const server = net.createServer((socket) => socket.end());
freePort((free) => server.listen(0, localhost, () => {
  const { port } = server.address();
  const names = new Map([[port, 'PORT'], [free, 'FREE'], [nowhere, 'PATH']]);
  const word = (value) => (value instanceof Error ? value.code : names.get(value) || value);
  const steps = [{ path: nowhere }];
  for (const to of [port, free]) {
    steps.push({ port: to, host: localhost }, { port: to, host: localhost, localAddress: localhost },
      { port: to, host: 'one', lookup: lookup(localhost) }, { port: to, host: 'two', lookup: lookup(localhost, '127.0.0.2') },
      { port: to, host: 'plain', autoSelectFamily: false, lookup: lookup(localhost) });
  }
  const next = () => {
    const options = steps.shift();
    if (!options) {
      server.close();
      return;
    }
    console.log('connect', options.host, word(options.port));
    const socket = net.connect(options);
    for (const name of ['lookup', 'connectionAttempt', 'connectionAttemptFailed', 'connect', 'error']) {
      socket.on(name, (...args) => console.log(' ', name, ...args.map(word)));
    }
    socket.on('close', () => {
      console.log('  attempted', (socket.autoSelectFamilyAttemptedAddresses || []).length);
      next();
    }).resume();
  };
  next();
}));
