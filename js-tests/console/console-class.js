// new console.Console(stdout, stderr) writes to the given streams.
// Expect-Stdout-File: console-class.golden
'use strict';

const { Console } = require('console');
const { Writable } = require('stream');
const { transcript } = require('../common');

const log = transcript();
const sink = (name) => new Writable({ write(chunk, encoding, cb) { log(name, JSON.stringify(String(chunk))); cb(); } });
const c = new Console(sink('out'), sink('err'));

c.log('to %s', 'out');
c.error({ a: 1 });
const indented = new Console({ stdout: sink('only'), groupIndentation: 4 });
indented.group('g');
indented.warn('w');
log(console.Console === Console, c instanceof Console, Object.prototype.toString.call(console));
