// Resolving a promise twice does nothing, and a thenable's job takes its turn.
// Expect-Stdout-File: multiple-resolves.golden
'use strict';

const { transcript } = require('../common');

const log = transcript();

new Promise((resolve, reject) => {
  resolve('first');
  resolve('second');
  reject(new Error('third'));
}).then((value) => log('resolved', value));
Promise.resolve().then(() => log('1')).then(() => log('2')).then(() => log('3')).then(() => log('4'));
const thenable = { then(resolve) { log('then called'); resolve('thenable'); } };
Promise.resolve(thenable).then((value) => log(value));
(async () => {
  log(await thenable);
})();
