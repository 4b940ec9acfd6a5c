// A terminal that cannot move its cursor.
// Env: TERM=dumb
// Process: own (the environment is that of the process)
// Expect-Stdout-File: dumb.golden
'use strict';

const readline = require('readline');
const { transcript } = require('../common');
const { terminal } = require('../terminal');

const log = transcript();
const { rl, type } = terminal(readline.createInterface, log, { history: ['old'] });
for (const event of ['line', 'SIGINT', 'close']) rl.on(event, (line) => log('event', event, line));
rl.prompt();
type('abc', '\x1b[D', '\x7f', '\x1b', 'd', '\x1b[A', '\x0c', '\r', 'x\n', '\r\n', '\x17');
rl.question('? ', (answer) => log('answer', answer));
type('yes\r', '\x03');
rl.removeAllListeners('SIGINT');
type('\x04');
log(rl.closed);
