// The words for open flags, modes before the mask, descriptors as numbers.
// Expect-Stdout-File: flags.golden
// Platforms: linux
// Process: own (sets the umask and closes a descriptor twice)
'use strict';

const fs = require('fs');
const path = require('path');
const { tmpdir, transcript } = require('../common');

const log = transcript();
const dir = fs.mkdtempSync(path.join(tmpdir(), 'flags-'));
const old = path.join(dir, 'old');

function able(fn) {
  try {
    return fn();
  } catch (err) {
    return err.code;
  }
}

for (const flags of ['r', 'rs', 'sr', 'r+', 'rs+', 'w', 'wx', 'xw', 'w+', 'wx+', 'a', 'ax', 'as', 'sa', 'a+', 'ax+', 'as+', 'xa+']) {
  fs.writeFileSync(old, 'old');
  const fresh = path.join(dir, 'new-' + flags);
  const made = able(() => fs.closeSync(fs.openSync(fresh, flags)) || fs.existsSync(fresh));
  const fd = able(() => fs.openSync(old, flags));
  if (typeof fd !== 'number') {
    log(flags, made, fd);
    continue;
  }
  log(flags, made, 'read', able(() => fs.readSync(fd, Buffer.alloc(9), 0, 9, 0)), 'write', able(() => fs.writeSync(fd, 'N', 0)),
      fs.readFileSync(old, 'utf8'));
  fs.closeSync(fd);
}

const { O_RDWR, O_CREAT, O_EXCL, O_APPEND, O_DIRECTORY, O_NOFOLLOW } = fs.constants;
const numeric = path.join(dir, 'numeric');
const fd = fs.openSync(numeric, O_RDWR | O_CREAT | O_EXCL, 0o666);
log('number', Number.isInteger(fd), fd > 2);
fs.closeSync(fd);
log('exclusive', able(() => fs.openSync(numeric, O_RDWR | O_CREAT | O_EXCL)));
log('directory', able(() => fs.openSync(numeric, O_DIRECTORY)));
fs.symlinkSync(numeric, path.join(dir, 'link'));
log('no follow', able(() => fs.openSync(path.join(dir, 'link'), O_NOFOLLOW)));
log('append', able(() => {
  const fd = fs.openSync(numeric, O_RDWR | O_APPEND);
  fs.writeSync(fd, 'ab');
  fs.writeSync(fd, 'cd', 0);
  fs.closeSync(fd);
  return fs.readFileSync(numeric, 'utf8');
}));
const mask = process.umask(0o027);
fs.closeSync(fs.openSync(path.join(dir, 'masked'), 'w', 0o777));
fs.mkdirSync(path.join(dir, 'masked-folder'));
process.umask(mask);
log('mask', (fs.statSync(path.join(dir, 'masked')).mode & 0o777).toString(8),
    (fs.statSync(path.join(dir, 'masked-folder')).mode & 0o777).toString(8));

fs.open(numeric, (err, fd) => {
  log('open', err, typeof fd);
  fs.open(numeric, 'wx', (err) => {
    log('open', err.code);
    fs.open(path.join(dir, 'third'), 'w', 0o600, (err, fd) => {
      log('open', err, (fs.fstatSync(fd).mode & 0o777).toString(8));
      fs.close(fd, (...args) => {
        log('close', args.length, args[0]);
        fs.close(fd, (err) => log('close', err.message));
      });
    });
  });
});
