// What is thrown for arguments of wrong types and ranges.
// Expect-Stdout-File: arguments.golden
'use strict';

const fs = require('fs');
const { transcript } = require('../common');

const log = transcript();
const none = '/dev/null/none';

function attempt(name, fn) {
  try {
    log(name, 'returned', fn());
  } catch (err) {
    log(name, err.name, err.code, err.message);
  }
}

const values = [undefined, null, true, 1.5, -1, 2 ** 40, {}, []];
const words = ['undefined', 'null', 'true', '1.5', '-1', '2 ** 40', '{}', '[]'];

values.forEach((v, i) => {
  const tell = (name, fn) => attempt(name + ' ' + words[i], fn);
  tell('open path', () => fs.openSync(v));
  tell('open flags', () => fs.openSync(none, v));
  tell('open mode', () => fs.openSync(none, 'r', v));
  tell('chmod', () => fs.chmodSync(none, v));
  tell('chown', () => fs.chownSync(none, 1, v));
  if (v !== 2 ** 40) tell('close', () => fs.closeSync(v));
  tell('rename', () => fs.renameSync(none, v));
  tell('utimes', () => fs.utimesSync(none, 0, v));
  tell('truncate', () => fs.truncate(none, v, 0));
  tell('write', () => fs.writeSync(1, v === true ? v : {}));
  tell('mkdir', () => fs.mkdirSync(none, { mode: v }));
  tell('mkdir recursive', () => fs.mkdirSync(none, { recursive: v === undefined ? 1 : v }));
  tell('rm', () => fs.rmSync(none, { recursive: v === true ? 1 : v }));
  tell('rm retries', () => fs.rmSync(none, { maxRetries: v }));
  tell('readFile encoding', () => fs.readFileSync(none, { encoding: v }));
  tell('readFile options', () => fs.readFileSync(none, v));
  tell('readFile callback', () => fs.readFile(none, v));
  tell('symlink type', () => fs.symlinkSync('a', none, v));
  tell('readv', () => fs.readvSync(1, v));
  tell('position', () => fs.readSync(9999, Buffer.alloc(2), 0, 1, v));
  tell('offset', () => fs.readSync(9999, Buffer.alloc(2), v, 1, 0));
  tell('length', () => fs.writeSync(9999, Buffer.alloc(2), 0, v));
});

attempt('length beyond', () => fs.readSync(1, Buffer.alloc(2), 1, 2, 0));
attempt('offset beyond', () => fs.writeSync(1, Buffer.alloc(2), 3));
attempt('empty buffer', () => fs.readSync(1, Buffer.alloc(0), 0, 1, 0));
attempt('large position', () => fs.readSync(1, Buffer.alloc(2), 0, 1, 2n ** 63n));
attempt('hex', () => fs.writeSync(1, 'abc', 0, 'hex'));
attempt('octal', () => fs.chmodSync(none, '888'));
attempt('flag word', () => fs.openSync(none, 'rw'));
attempt('zero byte', () => fs.openSync('x\0y'));
attempt('url', () => fs.openSync(new URL('http://host/x')));
