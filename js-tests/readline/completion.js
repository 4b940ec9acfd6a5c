// The tab key: completers of every kind, insertion, and the table.
// Expect-Stdout-File: completion.golden
'use strict';

const readline = require('readline');
const promises = require('readline/promises');
const { transcript } = require('../common');
const { terminal } = require('../terminal');

const log = transcript();
const words = ['help', 'hello', 'held', 'quit', '\u65e5\u672c\u8a9e', '\u65e5\u672c'];
const starting = (line) => words.filter((word) => word.startsWith(line));
const later = () => new Promise((resolve) => setImmediate(resolve));
const open = (title, create, completer, options) => {
  log('==', title);
  const t = terminal(create, log, { completer, ...options });
  for (const event of ['pause', 'resume', 'line']) t.rl.on(event, () => log('event', event));
  return t;
};

function callbacks() {
  const { rl, type } = open('synchronous', readline.createInterface, (line) => [starting(line), line]);
  log(rl.completer.length);
  type('h', '\t', '\t', '\t', 'p', '\t', '\x15', 'q', '\t', '\x15', 'zz', '\t', '\t', '\x15', '\u65e5', '\t', '\t', 'x\ty\t');
  const part = open('part of the line', readline.createInterface, (line, callback) => {
    callback(null, [starting(line.slice(line.indexOf(' ') + 1)), line.slice(line.indexOf(' ') + 1)]);
  });
  part.type('say qu then', '\x1bb', '\x1b[D', '\t', '\t');
  const groups = open('groups', readline.createInterface, (line) => [['a1', 'a2', 'a3', '', 'longer one', 'b', ''], ''], { columns: 26 });
  groups.type('\t', '\t');
  const replaced = open('replaced', readline.createInterface, (line) => [['HELLO', 'HELP'], line]);
  replaced.type('hel', '\t', '\t', '\t');
  const failing = open('error', readline.createInterface, (line, callback) => callback({ message: 'sorry' }));
  failing.type('x', '\t', 'y');
  const none = open('no completer', readline.createInterface, undefined);
  none.type('a', '\t', 'b');
}

async function promised() {
  const { type, state } = open('promise', promises.createInterface, async (line) => [starting(line), line]);
  type('he', '\t');
  await later();
  state();
  type('\t');
  await later();
  state();
  type('\t');
  await later();
  state();
  const failing = open('rejected', promises.createInterface, () => Promise.reject('sorry'));
  failing.type('x', '\t');
  await later();
  failing.state();
  const slow = open('slow callback', readline.createInterface, (line, callback) => setImmediate(callback, null, [starting(line), line]));
  slow.type('qu', '\t');
  await later();
  await later();
  slow.state();
}

callbacks();
promised();
