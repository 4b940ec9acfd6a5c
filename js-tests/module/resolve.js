// require.resolve with paths, require.resolve.paths, and their errors.
// Expect-Stdout-File: resolve.golden
'use strict';

const path = require('path');
const { transcript } = require('../common');

const log = transcript();
const show = (value) => JSON.stringify(value, (k, v) => (typeof v === 'string' ? v.split(__dirname).join('DIR').split(path.dirname(__dirname)).join('TOP') : v));
const fixtures = path.join(__dirname, 'fixtures');

log(show(require.resolve('fs')), show(require.resolve('node:fs')), show(require.resolve('./fixtures/dir-main')));
log(show(require.resolve('plain', { paths: [path.join(fixtures, 'nested', 'deep')] })), show(require.resolve('plain', { paths: [fixtures] })));
log(show(require.resolve('./same-name', { paths: [fixtures] })));
log(show(require.resolve.paths('x').slice(0, 2)), show(require.resolve.paths('./x')), require.resolve.paths('fs'), require.resolve.paths('node:fs'));
for (const fn of [() => require.resolve('none'), () => require.resolve('plain', { paths: 'x' }), () => require.resolve(1), () => require.resolve.paths(1), () => require.resolve('')]) {
  try {
    log('no error', fn());
  } catch (err) {
    log(err.name, err.code, show(err.message.split('\n')[0]));
  }
}
log(Object.keys(require).join(), require.name, require.length, require.resolve.name, require.extensions['.js'].length, Object.keys(require.extensions).slice(0, 2).join());
