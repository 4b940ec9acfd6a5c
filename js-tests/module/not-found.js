// MODULE_NOT_FOUND: code, text and requireStack, also from deeper modules.
// Expect-Stdout-File: not-found.golden
'use strict';

const { transcript } = require('../common');

const log = transcript();
const relative = (text) => text.split(__dirname).join('DIR').replace(/\\/g, '/');

for (const name of ['./nowhere', 'no-such-package', 'no-such-package/sub', '@scope/none', './fixtures/chain/one', '/no/such/file', 'node:nothing', './fixtures', '']) {
  try {
    require(name);
    log('no error');
  } catch (err) {
    log(name, err.name, err.code, relative(err.message).split('\n').join(' | '));
    log(err.requireStack && err.requireStack.map(relative).join(', '));
  }
}
for (const bad of [undefined, null, 5, {}, Symbol('s')]) {
  try {
    require(bad);
  } catch (err) {
    log(err.name, err.code, err.message);
  }
}
