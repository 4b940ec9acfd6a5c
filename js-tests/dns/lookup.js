// dns.lookup answers later, for addresses, names and nothing at all, and
// refuses wrong arguments at once.
// Expect-Stdout-File: lookup.golden
// Expect-Stderr: DEP0118
'use strict';

const assert = require('assert');
const common = require('../common');
const dns = require('dns');

const log = common.transcript();

let sync = true;
const check = common.mustSucceed((address, family) => {
  assert.strictEqual(sync, false);
  log('address', address, family);
});
dns.lookup('127.0.0.1', check);
dns.lookup('::1', common.mustSucceed((address, family) => log('v6', address, family)));
dns.lookup('127.0.0.1', { all: true }, common.mustSucceed((list) => log('all', JSON.stringify(list))));
dns.lookup('', common.mustSucceed((address, family) => log('empty', address, family)));
dns.lookup(null, 6, common.mustSucceed((address, family) => log('null', address, family)));
dns.lookup(undefined, { all: true }, common.mustSucceed((list) => log('undefined', JSON.stringify(list))));
sync = false;

dns.lookup('localhost', 4, common.mustSucceed((address, family) => {
  assert.deepStrictEqual([address, family], ['127.0.0.1', 4]);
}));
dns.lookup('name.invalid', common.expectsError({
  code: 'ENOTFOUND', syscall: 'getaddrinfo', hostname: 'name.invalid', message: 'getaddrinfo ENOTFOUND name.invalid',
  keys: ['errno', 'code', 'syscall', 'hostname'],
}));
dns.promises.lookup('name.invalid').then(common.mustNotCall(), common.expectsError({ code: 'ENOTFOUND' }));
dns.promises.lookup('localhost', { family: 4, all: true }).then(common.mustCall((list) => {
  assert.deepStrictEqual(list, [{ address: '127.0.0.1', family: 4 }]);
}));

function refused(...args) {
  try {
    dns.lookup(...args);
    log('accepted');
  } catch (err) {
    log(err.name, err.code, err.message);
  }
}
const noop = common.mustNotCall();
refused();
refused('x');
refused('x', {});
refused('x', 'y');
refused('x', 'y', noop);
refused(1, 'y', 5);
refused(1);
refused('x', 5, noop);
refused('x', { family: 5 }, noop);
refused('x', { family: '6' }, noop);
refused('x', { all: 1 }, noop);
refused('x', { verbatim: 1 }, noop);
refused('x', { order: 'none' }, noop);
refused('x', { hints: 1 }, noop);
refused('x', { hints: 'a' }, noop);
refused(1, noop);
refused({}, noop);

log(dns.getDefaultResultOrder());
for (const order of ['ipv4first', 'ipv6first', 'verbatim']) {
  dns.setDefaultResultOrder(order);
  assert.strictEqual(dns.getDefaultResultOrder(), order);
}
common.throwsError(() => dns.setDefaultResultOrder('x'), {
  code: 'ERR_INVALID_ARG_VALUE',
  message: "The argument 'dnsOrder' must be one of: 'verbatim', 'ipv4first', 'ipv6first'. Received 'x'",
});
assert.strictEqual(require('dns/promises'), dns.promises);
