// Arguments that child_process refuses, each with its code and text.
// Process: own (child processes)
// Expect-Stdout-File: bad-args.golden
'use strict';

const cp = require('child_process');
const { transcript } = require('../common');

const log = transcript();
const calls = [
  () => cp.spawn(),
  () => cp.spawn(''),
  () => cp.spawn('a\0'),
  () => cp.spawn({}),
  () => cp.spawn('a', 'x'),
  () => cp.spawn('a', ['\0']),
  () => cp.spawn('a', [], null),
  () => cp.spawn('a', [], { cwd: 1 }),
  () => cp.spawn('a', [], { cwd: '\0' }),
  () => cp.spawn('a', [], { detached: 1 }),
  () => cp.spawn('a', [], { uid: '1' }),
  () => cp.spawn('a', [], { gid: 1.5 }),
  () => cp.spawn('a', [], { shell: 1 }),
  () => cp.spawn('a', [], { shell: 'x\0' }),
  () => cp.spawn('a', [], { argv0: 1 }),
  () => cp.spawn('a', [], { windowsHide: 1 }),
  () => cp.spawn('a', [], { windowsVerbatimArguments: 1 }),
  () => cp.spawn('a', [], { timeout: -1 }),
  () => cp.spawn('a', [], { killSignal: 'X' }),
  () => cp.spawn('a', [], { killSignal: {} }),
  () => cp.spawn('a', [], { killSignal: 99 }),
  () => cp.spawn('a', [], { signal: 1 }),
  () => cp.spawn('a', [], { serialization: 'x' }),
  () => cp.spawn('a', [], { env: { 'a\0b': 'c' } }),
  () => cp.spawn('a', [], { stdio: 'x' }),
  () => cp.spawn('a', [], { stdio: 1 }),
  () => cp.spawn('a', [], { stdio: ['x'] }),
  () => cp.spawn('a', [], { stdio: [{}] }),
  () => cp.spawn('a', [], { stdio: ['ipc', 'ipc'] }),
  () => cp.fork(),
  () => cp.fork('x', 1),
  () => cp.fork('x', [], 1),
  () => cp.fork('x', [], { stdio: ['pipe'] }),
  () => cp.fork('x', [], { execPath: '\0' }),
  () => cp.fork('x', [], { execArgv: ['\0'] }),
  () => cp.exec(),
  () => cp.exec('a\0'),
  () => cp.exec('a', { maxBuffer: -1 }),
  () => cp.execFile('a', 1),
  () => cp.execFile('a', [], 1),
  () => cp.execFile('a', [], {}, 1),
  () => cp.spawnSync('a', [], { stdio: 'ipc' }),
  () => cp.spawnSync('a', [], { stdio: ['ipc'] }),
  () => cp.spawnSync('a', [], { input: 1 }),
  () => cp.spawnSync('a', [], { killSignal: 'x' }),
  () => new cp.ChildProcess().spawn(),
  () => new cp.ChildProcess().spawn({}),
  () => new cp.ChildProcess().spawn({ file: 'a', args: 1 }),
];
for (const call of calls) {
  try {
    call();
    log(call, 'did not throw');
  } catch (err) {
    log(String(call).slice(6), '=>', err.name, err.code, err.message.replace(/\0/g, '\\0'));
  }
}
log(Object.keys(cp).map((name) => `${name}/${cp[name].length}`).join(' '));
