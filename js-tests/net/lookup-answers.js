// What a lookup function may answer, and what becomes of anything else.
// Expect-Stdout-File: lookup-answers.golden
'use strict';

const net = require('net');

const addresses = {
  array: ['127.0.0.1'],
  object: { toString() { return '127.0.0.1'; } },
  number: 5,
  null: null,
  undefined,
  name: 'x.y',
  box: new String('127.0.0.1'),
};
for (const [name, address] of Object.entries(addresses)) {
  net.connect({ host: 'example.com', port: 80, autoSelectFamily: false, lookup: (host, options, done) => done(null, address, 4) })
    .on('lookup', (...args) => console.log(name, 'lookup', args))
    .on('error', (err) => console.log(name, err.code, err.message));
}

const lists = [undefined, null, 5, {}, [], [{}], [{ address: 'x', family: 4 }], [{ address: '::1', family: 9 }]];
for (const list of lists) {
  const name = JSON.stringify(list);
  try {
    net.connect({ host: 'example.com', port: 80, autoSelectFamily: true, lookup: (host, options, done) => done(null, list) })
      .on('error', (err) => console.log(name, err.code, err.message));
  } catch (err) {
    console.log(name, 'throws', err.name, err.message);
  }
}
