// The async iterator of an interface, driven by hand.
// Expect-Stdout-File: iterator.golden
'use strict';

const readline = require('readline');
const promises = require('readline/promises');
const { PassThrough } = require('stream');
const { transcript } = require('../common');

const log = transcript();
const show = ({ value, done }) => log(JSON.stringify(value), done);
const later = () => new Promise((resolve) => setImmediate(resolve));

async function simple(create) {
  const input = new PassThrough();
  const rl = create({ input, crlfDelay: Infinity });
  const iterator = rl[Symbol.asyncIterator]();
  log(iterator === rl[Symbol.asyncIterator](), iterator[Symbol.asyncIterator]() === iterator);
  input.write('one\ntwo\nthr');
  show(await iterator.next());
  show(await iterator.next());
  const third = iterator.next();
  input.end('ee');
  show(await third);
  show(await iterator.next());
  show(await iterator.next());
  log(rl.closed);
}

async function ended() {
  const input = new PassThrough();
  const rl = readline.createInterface({ input });
  const iterator = rl[Symbol.asyncIterator]();
  input.write('a\nb\nc\n');
  show(await iterator.next());
  show(await iterator.return());
  show(await iterator.next());
  log(rl.closed, rl.listenerCount('line'), rl.listenerCount('close'));
  rl.close();
}

async function failed() {
  const input = new PassThrough();
  const rl = readline.createInterface({ input });
  const iterator = rl[Symbol.asyncIterator]();
  const next = iterator.next();
  input.destroy(new Error('broken'));
  await next.then(show, (err) => log('rejected', err.message));
  show(await iterator.next());
}

// More lines than the iterator keeps pause the interface until they are read.
async function backpressure() {
  const input = new PassThrough();
  const rl = readline.createInterface({ input });
  rl.on('pause', () => log('pause'));
  rl.on('resume', () => log('resume'));
  const iterator = rl[Symbol.asyncIterator]();
  input.write('x\n'.repeat(1025));
  await later();
  log(rl.paused);
  for (let i = 0; i < 1024; i++) await iterator.next();
  log(rl.paused);
  await iterator.next();
  log(rl.paused);
  input.end('x\n'.repeat(3000));
  let rest = 0;
  while (!(await iterator.next()).done) rest++;
  log(rest);
}

async function disposed() {
  const rl = readline.createInterface({ input: new PassThrough() });
  rl.on('close', () => log('close'));
  const next = rl[Symbol.asyncIterator]().next();
  rl[Symbol.dispose]();
  rl[Symbol.dispose]();
  show(await next);
}

simple(readline.createInterface).then(() => simple(promises.createInterface)).then(ended).then(failed).then(backpressure).then(disposed);
