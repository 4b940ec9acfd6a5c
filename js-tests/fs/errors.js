// The shape of the error of every system call: message, properties, order.
// Expect-Stdout-File: errors.golden
'use strict';

const fs = require('fs');
const path = require('path');
const { tmpdir, transcript } = require('../common');

const log = transcript();
const dir = fs.mkdtempSync(path.join(tmpdir(), 'errors-'));
const none = path.join(dir, 'none');
const file = path.join(dir, 'file');
const closed = 999983; // no open descriptor
fs.writeFileSync(file, 'x');
fs.mkdirSync(path.join(dir, 'sub'));
fs.writeFileSync(path.join(dir, 'sub', 'inner'), '');

const show = (err) => [err.name, err.message, JSON.stringify(err)].join(' ').split(dir).join('DIR').replace(/none\/x\w{6}/g, 'none/xXXXXXX');

const calls = {
  access: [none], chmod: [none, 0o600], chown: [none, 1, 1], lchown: [none, 1, 1], lstat: [none], stat: [none],
  statfs: [none], unlink: [none], rmdir: [none], readdir: [none], utimes: [none, 1, 1], lutimes: [none, 1, 1],
  open: [none], readlink: [none], realpath: [none], truncate: [none], readFile: [none],
  writeFile: [path.join(none, 'x'), ''], appendFile: [path.join(none, 'x'), ''], mkdir: [path.join(none, 'x')],
  mkdtemp: [path.join(none, 'x')], rename: [none, file], link: [none, path.join(dir, 'y')], copyFile: [none, file],
  symlink: ['target', file], rm: [none],
  close: [closed], fstat: [closed], fsync: [closed], fdatasync: [closed], ftruncate: [closed, 1], fchmod: [closed, 0],
  fchown: [closed, 1, 1], futimes: [closed, 1, 1], read: [closed, Buffer.alloc(1), 0, 1, 0],
  write: [closed, Buffer.alloc(1), 0, 1, 0], readv: [closed, [Buffer.alloc(1)]], writev: [closed, [Buffer.alloc(1)]],
};

for (const [name, args] of Object.entries(calls)) {
  try {
    fs[name + 'Sync'](...args);
    log(name, 'no error');
  } catch (err) {
    log(name, show(err));
  }
}

const more = [
  () => fs.readFileSync(dir), () => fs.rmdirSync(path.join(dir, 'sub')), () => fs.rmdirSync(file),
  () => fs.readdirSync(file), () => fs.readlinkSync(file), () => fs.mkdirSync(dir), () => fs.openSync(file, 'wx'),
  () => fs.copyFileSync(file, file + '2') || fs.copyFileSync(file, file + '2', fs.constants.COPYFILE_EXCL),
  () => fs.openSync(''), () => fs.statSync(path.join(file, 'x')), () => fs.realpathSync.native(none),
  () => fs.writeSync(closed, 'text'), () => fs.renameSync(path.join(dir, 'sub'), file),
  () => fs.opendirSync(none),
];
for (const fn of more) {
  try {
    fn();
    log(fn, 'no error');
  } catch (err) {
    log(fn, show(err));
  }
}

// The same by callback: one after the other.
const names = Object.keys(calls);
(function next() {
  const name = names.shift();
  if (name === undefined) {
    promises();
    return;
  }
  fs[name](...calls[name], (err) => {
    log('callback', name, show(err), err.stack.split('\n').length);
    next();
  });
})();

async function promises() {
  for (const name of Object.keys(calls)) {
    if (fs.promises[name] === undefined || name === 'open') continue;
    await fs.promises[name](...calls[name]).then(() => log(name, 'no error'), (err) => log('promise', name, show(err)));
  }
}
