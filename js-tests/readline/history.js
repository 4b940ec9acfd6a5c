// The history: walking, searching, limits, duplicates, lines of several rows.
// Expect-Stdout-File: history.golden
'use strict';

const readline = require('readline');
const { transcript } = require('../common');
const { terminal } = require('../terminal');

const log = transcript();
const open = (title, options) => {
  log('==', title);
  const t = terminal(readline.createInterface, log, { quiet: true, ...options });
  t.rl.on('history', (history) => log('history', JSON.stringify(history)));
  t.rl.on('line', (line) => log('line', JSON.stringify(line)));
  return t;
};
const up = '\x1b[A';
const down = '\x1b[B';

{
  const { rl, type } = open('up and down');
  type('first\r', 'second\r', 'second\r', '  \r', 'third\r');
  log(rl.historyIndex, rl.historySize, rl.historyManager.history === rl.history);
  type(up, up, up, up, '\x0e', down, down, down, 'new', '\x10', up);
}
{
  const { rl, type } = open('search', { history: ['foobar', 'other', 'foo', 'foobaz'] });
  type('foo', up, up, up, up, down, down, down, up, 'x', up);
  log(rl.historyIndex);
  type('y', '\x15', 'o', up, '\r');
}
{
  const { rl, type } = open('limits', { historySize: 2, removeHistoryDuplicates: true });
  type('a\r', 'b\r', 'c\r', 'b\r');
  rl.history = ['set'];
  rl.historyIndex = 0;
  log(rl.historyIndex, JSON.stringify(rl.history));
  type('d\r', 'set\r');
}
{
  const { rl, type } = open('none', { historySize: 0 });
  type('a\r', up);
  log(JSON.stringify(rl.history));
}
{
  const { rl, type } = open('secret');
  rl.on('history', (history) => { if (history[0] === 'secret') history.shift(); });
  type('secret\r', 'known\r', up, up);
}
{
  const list = ['given'];
  const { rl, type } = open('the list of the caller', { history: list });
  type('x\r');
  log(rl.history === list, JSON.stringify(list));
}
{
  const { type, press } = open('rows', { history: ['last row\rmiddle\rfirst row', 'single'], columns: 30 });
  type(up, up, '\x1b[D', up, up, up, down, down);
  press('end', 'up', 'home', 'down', 'delete', 'ctrl+u', 'ctrl+y');
  type('!', '\r', up);
}
