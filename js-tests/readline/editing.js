// The keys that change the line, and what is written to the terminal.
// Expect-Stdout-File: editing.golden
'use strict';

const readline = require('readline');
const { transcript } = require('../common');
const { terminal } = require('../terminal');

const log = transcript();
const open = (title, options) => {
  log('==', title);
  const t = terminal(readline.createInterface, log, options);
  for (const event of ['line', 'SIGINT', 'close']) t.rl.on(event, (line) => log('event', event, line === undefined ? '' : JSON.stringify(line)));
  return t;
};

{
  const { rl, type, press } = open('insert and move');
  rl.prompt();
  type('hello', '\x1b[D', '\x1b[D', 'XY', '\x1b[H', '>', '\x1b[F', '<');
  press('ctrl+a', 'ctrl+f', 'ctrl+f', 'ctrl+b', 'ctrl+e', 'left', 'right', 'right', 'home', 'left', 'end');
  type('\r');
}
{
  const { type, press } = open('delete');
  type('one two.three  four');
  press('backspace', 'ctrl+h', 'ctrl+w', 'ctrl+w', 'ctrl+backspace', 'home', 'delete', 'ctrl+d', 'ctrl+delete', 'meta+d');
  type('again and again');
  press('meta+backspace', 'meta+b', 'meta+f', 'meta+b', 'meta+b', 'meta+delete', 'ctrl+left', 'ctrl+right', 'ctrl+k', 'ctrl+u');
}
{
  const { type, press } = open('kill and yank');
  type('alpha beta gamma');
  press('meta+b', 'ctrl+k', 'ctrl+u', 'ctrl+y', 'meta+y', 'meta+y', 'left', 'meta+y', 'ctrl+shift+backspace', 'ctrl+shift+delete', 'ctrl+y', 'ctrl+y');
}
{
  const { type, press } = open('undo and redo');
  type('ab', 'cd');
  press('ctrl+w');
  type('\x1f', '\x1f', '\x1f', '\x1e', '\x1e', '\x1e', '\x1e', '\x1f', 'z', '\x1e', '\r', '\x1f');
}
{
  const { type, press } = open('wide characters and tabs', { tabSize: 4 });
  type('\u65e5\u672c\u8a9e', '\x1b[D', '\x7f', 'e\u0301', '\ud83d\ude00', '\x1b[D', '\x1b[D', '\x1b[3~', '\x1b[F', 'a\tb');
  press('left', 'backspace', 'home', 'right', 'right');
}
{
  const { rl, type, screen, state } = open('narrow terminal', { columns: 10 });
  rl.setPrompt('$ ');
  rl.prompt();
  type('1234567', '8', '90abcdefgh', '\x01', 'X', '\x05', '\x17');
  screen.columns = 20;
  screen.emit('resize');
  state();
  type('\u65e5\u672c\u65e5\u672c\u65e5\u672c\u65e5\u672c', '\r');
}
{
  const { rl, type, press } = open('line ends in what is typed');
  type('one\ntwo\r\nthree\u2028four\rfive', '\r', '\n', '\n');
  press('return', 'enter');
  rl.write('typed\nby program');
  type('\x1b[200~pasted\x1b[201~', '\x1bz', '\x1b[99~', '\x1b', '!');
}
{
  const { rl, type, press } = open('signals and ends');
  type('abc', '\x0c', '\x04');
  press('ctrl+a', 'ctrl+d');
  rl.clearLine();
  rl.prompt(true);
  rl.once('SIGINT', () => log('caught'));
  type('\x03');
  rl.on('SIGTSTP', () => log('SIGTSTP'));
  type('\x1a', 'x');
  press('backspace', 'ctrl+d');
  log(rl.closed, rl.paused);
}
{
  const { rl, keyboard, type } = open('ctrl-c closes');
  rl.removeAllListeners('SIGINT');
  type('lost\x03');
  log(keyboard.eventNames().join(' '));
}
{
  const { keyboard } = open('end of the input');
  keyboard.type('last words');
  keyboard.emit('end');
}
