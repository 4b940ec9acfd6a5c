// Wrong arguments of connect() are thrown at once, with code and text.
// Expect-Stdout-File: connect-bad-args.golden
// Needs-Node: 24
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

const bad = [
  [], [undefined], [null], [{}], [''], [{ path: null }], [{ port: undefined }], [{ host: 'a' }], [{ path: 5 }],
  [-1], [65536], [{ port: -1 }], [{ port: 65536 }], [{ port: 1.5 }], [{ port: 'x' }], [{ port: '' }], [{ port: ' ' }],
  [{ port: NaN }], [{ port: Infinity }], [{ port: true }], [{ port: [] }], [{ port: {} }], [{ port: null }],
  [{ port: 1, host: {} }], [{ port: 1, localAddress: 'x' }], [{ port: 1, localPort: 'x' }],
  [{ port: 1, host: 'x', hints: 77777 }], [{ port: 1, host: 'x', lookup: 1 }], [{ port: 1, noDelay: 'x', localPort: {} }],
  [{ port: 1, host: 'localhost', family: 9 }],
  [{ port: 1, autoSelectFamily: 'x' }], [{ port: 1, autoSelectFamilyAttemptTimeout: 'x' }], [{ port: 1, autoSelectFamilyAttemptTimeout: -1 }],
  [{ port: 1, keepAliveInitialDelay: 'x' }],
];
for (const args of bad) {
  attempt(JSON.stringify(args.map((a) => (a === undefined ? 'undefined' : a))), () => {
    net.connect(...args).on('error', () => {}).destroy();
  });
}
attempt('symbol', () => net.connect(Symbol('s')));
attempt('bad listener', () => net.connect(1, '127.0.0.1', 'x').on('error', () => {}).destroy());
