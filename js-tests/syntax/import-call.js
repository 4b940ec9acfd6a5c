// import() of built-ins and CommonJS modules from a CommonJS module.
// Expect-Stdout-File: import-call.golden
'use strict';

const path = require('path');
const { transcript } = require('../common');

const log = transcript();

async function main() {
  const events = await import('node:events');
  log('builtin', events.default === require('events'), events.once === require('events').once);
  const local = await import('./fixtures/answers.js');
  log('local', local.default === require('./fixtures/answers.js'), local.default.answer, local.answer, local.question());
  const absolute = await import(path.join(__dirname, 'fixtures', 'answers.js'));
  log('same', absolute === local);
  const which = 'path';
  log('computed', (await import(`node:${which}`)).default === path);
  await import('./fixtures/none.js').catch((err) => log('missing', err.code));
  await import('no-such-package').catch((err) => log('missing', err.code));
  const order = [];
  const done = import('node:fs').then(() => order.push('import'));
  order.push('sync');
  await done;
  log(order.join());
}

main();
