// access and exists in all forms: modes, missing files, bad arguments.
// Expect-Stdout-File: access.golden
'use strict';

const fs = require('fs');
const path = require('path');
const { tmpdir, transcript } = require('../common');

const log = transcript();
const dir = fs.mkdtempSync(path.join(tmpdir(), 'access-'));
const file = path.join(dir, 'file');
const show = (text) => String(text).split(dir).join('DIR');
fs.writeFileSync(file, 'x');

function attempt(name, fn) {
  try {
    log(name, fn());
  } catch (err) {
    log(name, err.name, err.code, show(err.message), Object.keys(err).join());
  }
}

attempt('plain', () => fs.accessSync(file));
attempt('read and write', () => fs.accessSync(file, fs.constants.R_OK | fs.constants.W_OK));
attempt('execute', () => fs.accessSync(file, fs.constants.X_OK));
attempt('missing', () => fs.accessSync(path.join(dir, 'none')));
attempt('through a file', () => fs.accessSync(path.join(file, 'none')));
attempt('empty', () => fs.accessSync(''));
attempt('mode of a wrong type', () => fs.accessSync(file, 'r'));
attempt('mode out of range', () => fs.accessSync(file, 8));
attempt('path of a wrong type', () => fs.accessSync(7));
attempt('zero byte', () => fs.accessSync('a\0b'));
attempt('buffer', () => fs.accessSync(Buffer.from(file)));
attempt('url', () => fs.accessSync(new URL('file://' + file)));
attempt('no callback', () => fs.access(file));
attempt('exists', () => [file, path.join(dir, 'none'), dir].map((p) => fs.existsSync(p)));

fs.access(file, (...args) => {
  log('callback', args.length, args[0]);
  fs.access(path.join(dir, 'none'), fs.constants.F_OK, (...args) => {
    log('callback', args.length, show(args[0].message), args[0].errno, args[0].syscall, show(args[0].path));
    fs.exists(file, (...args) => {
      log('exists', args.join());
      fs.exists(path.join(dir, 'none'), (...args) => {
        log('exists', args.join());
        promises();
      });
    });
  });
});

async function promises() {
  log('promise', await fs.promises.access(file));
  await fs.promises.access(path.join(dir, 'none')).catch((err) => log('promise', show(err.message), Object.keys(err).join()));
  await fs.promises.access(1).catch((err) => log('promise', err.code));
}
