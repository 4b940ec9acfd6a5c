// What a script writes to a buffer after it has handed it over changes
// nothing.
'use strict';

const assert = require('assert');
const crypto = require('crypto');
const { mustSucceed } = require('../common');

const password = Buffer.from('password');
const salt = Buffer.from('salt');
crypto.pbkdf2(password, salt, 1, 20, 'sha1', mustSucceed((key) => {
  assert.strictEqual(key.toString('hex'), '0c60c80f961f0e71f3a9b524af6012062fe037a6');
}));
crypto.hkdf('sha256', password, salt, salt, 8, mustSucceed((key) => {
  assert.deepStrictEqual(key, crypto.hkdfSync('sha256', 'password', 'salt', 'salt', 8));
}));
crypto.scrypt(password, salt, 8, { N: 16 }, mustSucceed((key) => {
  assert.deepStrictEqual(key, crypto.scryptSync('password', 'salt', 8, { N: 16 }));
}));
const digest = crypto.subtle.digest('SHA-256', password);
const secret = crypto.createSecretKey(password);
password.fill(0);
salt.fill(0);
assert.strictEqual(secret.export().toString(), 'password');
secret.export().fill(0);
assert.strictEqual(secret.export().toString(), 'password');
digest.then((d) => {
  assert.strictEqual(Buffer.from(d).toString('hex'), crypto.hash('sha256', 'password'));
}).then(() => mustSucceed()(null));
