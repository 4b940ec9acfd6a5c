// util.promisify of dns.lookup gives an object.
'use strict';

const assert = require('assert');
const common = require('../common');
const { promisify } = require('util');
const dns = require('dns');

promisify(dns.lookup)('127.0.0.1').then(common.mustCall((result) => {
  assert.deepStrictEqual(result, { address: '127.0.0.1', family: 4 });
}));
