// question: callbacks, promises, signals, and interfaces that close.
// Expect-Stdout-File: questions.golden
'use strict';

const readline = require('readline');
const promises = require('readline/promises');
const { promisify } = require('util');
const { transcript } = require('../common');
const { terminal } = require('../terminal');

const log = transcript();
const open = (create, title) => {
  log('==', title);
  const t = terminal(create, log, { quiet: true });
  t.rl.on('line', (line) => log('line', line));
  t.rl.on('close', () => log('close'));
  return t;
};
const failed = (err) => log('rejected', err.name, err.code, err.message, 'cause' in err, err.cause && err.cause.name);
const later = () => new Promise((resolve) => setImmediate(resolve));

function callbacks() {
  const { rl, type, state } = open(readline.createInterface, 'callbacks');
  rl.question('Name? ', (answer) => log('answer', answer));
  rl.question('ignored while one waits', (answer) => log('never', answer));
  type('Ann\r', 'a line\r');
  rl.question('Again? ', {}, (answer) => {
    log('answer', answer, rl.getPrompt());
    rl.question('Inside? ', (inner) => log('inner', inner));
  });
  type('yes\r', 'no\r');
  rl.question('no callback');
  state();
  rl.close();
  try {
    rl.question('late', () => {});
  } catch (err) {
    failed(err);
  }
}

function signals() {
  const { rl, type, state } = open(readline.createInterface, 'callback and signal');
  const first = new AbortController();
  rl.question('Quick? ', { signal: first.signal }, (answer) => log('never', answer));
  type('typ');
  first.abort();
  state();
  type('ed\r');
  const second = new AbortController();
  rl.question('Slow? ', { signal: second.signal }, (answer) => log('answer', answer));
  type('ok\r');
  second.abort();
  rl.question('Aborted before', { signal: AbortSignal.abort() }, (answer) => log('never', answer));
  state();
  try {
    rl.question('x', { signal: 'no signal' }, () => {});
  } catch (err) {
    failed(err);
  }
}

async function promisified() {
  const { rl, type } = open(readline.createInterface, 'promisified');
  const question = promisify(rl.question).bind(rl);
  const answer = question('Name? ');
  type('Bob\r');
  log(await answer);
  const controller = new AbortController();
  const second = question('Then? ', { signal: controller.signal });
  controller.abort(new Error('why'));
  await second.catch(failed);
  await question('Never? ', { signal: AbortSignal.abort() }).catch(failed);
  rl.close();
  await question('late').catch(failed);
}

async function promised() {
  const { rl, type, state } = open(promises.createInterface, 'promises');
  const answer = rl.question('Name? ');
  type('Cy\r');
  log(await answer);
  const controller = new AbortController();
  const second = rl.question('Then? ', { signal: controller.signal });
  type('hal');
  controller.abort(new RangeError('why'));
  await second.catch(failed);
  state();
  await rl.question('Never? ', { signal: AbortSignal.abort() }).catch(failed);
  await rl.question('Never? ', { signal: 5 }).catch(failed);
  rl.close();
  await rl.question('late').catch(failed);
}

async function interrupted() {
  for (const key of ['\x03', '\x04']) {
    const { rl, type } = open(promises.createInterface, `question and ${JSON.stringify(key)}`);
    const answer = rl.question('Name? ').catch(failed);
    type(key);
    await answer;
  }
  const { rl } = open(promises.createInterface, 'question and close');
  rl.question('Name? ').then(() => log('never'), () => log('never'));
  rl.close();
  await later();
}

async function closedBySignal() {
  log('== closed by a signal');
  for (const create of [readline.createInterface, promises.createInterface]) {
    const controller = new AbortController();
    const { rl } = terminal(create, log, { signal: controller.signal });
    rl.on('close', () => log('close'));
    controller.abort();
    log(rl.closed);
    const before = terminal(create, log, { signal: AbortSignal.abort() });
    log(before.rl.closed);
    await later();
    log(before.rl.closed);
  }
}

callbacks();
signals();
promisified().then(promised).then(interrupted).then(closedBySignal);
