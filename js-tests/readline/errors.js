// Bad arguments, and interfaces that are closed.
// Expect-Stdout-File: errors.golden
'use strict';

const readline = require('readline');
const promises = require('readline/promises');
const { PassThrough, Readable } = require('stream');
const { transcript } = require('../common');
const { Keyboard, Screen } = require('../terminal');

const log = transcript();
const show = (v) => typeof v === 'object' && v !== null ? Object.prototype.toString.call(v) : String(v);

function attempt(what, fn) {
  try {
    log(what, show(fn()));
  } catch (err) {
    log(what, err.name, err.code, err.message);
  }
}

const create = (options) => readline.createInterface({ input: new Keyboard(() => {}), ...options });
for (const input of [undefined, null, 5, 'x', {}, { input: 5 }, { output: new Screen() }]) {
  attempt(`input ${show(input)}`, () => readline.createInterface(input));
}
const values = [null, 'x', 5, {}, -1, 0, NaN, 1.5, Infinity, 4294967296];
for (const option of ['completer', 'history', 'historySize', 'tabSize', 'escapeCodeTimeout']) {
  for (const value of values) attempt(`${option} ${show(value)}`, () => typeof create({ [option]: value })[option]);
}
for (const signal of [null, 0, 'x', 5, {}]) attempt(`signal ${show(signal)}`, () => create({ signal }));
for (const value of [...values, undefined, 50, 5000]) {
  log('crlfDelay', show(value), create({ crlfDelay: value }).crlfDelay, 'prompt', show(create({ prompt: value }).getPrompt()));
  log('terminal', show(value), create({ terminal: value, output: new Screen() }).terminal);
}
attempt('completer by position', () => readline.createInterface(new Keyboard(() => {}), null, 'x'));
attempt('by position', () => {
  const [input, output] = [new Keyboard(() => {}), new Screen()];
  const rl = readline.createInterface(input, output, () => {}, true);
  return [rl.input === input, rl.output === output, rl.terminal, rl.completer.length].join(' ');
});

const rl = create({ output: new Screen() });
for (const data of [5, null, {}, [], undefined, 'text']) attempt(`write ${show(data)}`, () => rl.write(data));
attempt('_writeToOutput', () => rl._writeToOutput(5));
attempt('pause twice', () => rl.pause() === rl && rl.pause());
attempt('resume twice', () => rl.resume() === rl && rl.resume());
attempt('close twice', () => [rl.close(), rl.close(), rl.closed].join());
for (const method of ['pause', 'resume', 'prompt', 'write', 'question', 'setPrompt', 'getPrompt', 'clearLine']) {
  attempt(`closed ${method}`, () => rl[method]('x', () => {}));
}

for (const stream of [undefined, null, {}, new Screen(), new Readable()]) attempt('Readline', () => new promises.Readline(stream));
for (const autoCommit of [null, 0, 'x', true]) attempt('autoCommit', () => new promises.Readline(new PassThrough(), { autoCommit }));
const moves = new promises.Readline(new PassThrough());
for (const [method, ...args] of [['cursorTo'], ['cursorTo', 'a'], ['cursorTo', 1, 'b'], ['cursorTo', 1.5], ['cursorTo', 1, null],
                                 ['moveCursor'], ['moveCursor', 1], ['moveCursor', 'a', 1], ['moveCursor', 0, 0],
                                 ['clearLine'], ['clearLine', 2], ['clearLine', 'x'], ['clearScreenDown'], ['rollback']]) {
  attempt(`${method} ${args.map(show)}`, () => moves[method](...args) === moves);
}
