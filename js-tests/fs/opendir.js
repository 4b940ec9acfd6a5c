// opendir and Dir: reading, closing, recursion, errors.
// Expect-Stdout-File: opendir.golden
'use strict';

const fs = require('fs');
const path = require('path');
const { tmpdir, transcript } = require('../common');

const log = transcript();
const dir = fs.mkdtempSync(path.join(tmpdir(), 'opendir-'));
const show = (err) => [err.name, err.code, err.message.split(dir).join('DIR')].join(' ');
for (let i = 0; i < 40; i++) fs.writeFileSync(path.join(dir, 'f' + i), '');
fs.mkdirSync(path.join(dir, 'sub', 'deep'), { recursive: true });
fs.writeFileSync(path.join(dir, 'sub', 'deep', 'x'), '');

function attempt(name, fn) {
  try {
    log(name, fn());
  } catch (err) {
    log(name, show(err));
  }
}

function all(d) {
  const names = [];
  for (let e = d.readSync(); e !== null; e = d.readSync()) names.push(path.relative(dir, path.join(e.parentPath, e.name)));
  d.closeSync();
  return names.sort().join();
}

const d = fs.opendirSync(dir);
log(d instanceof fs.Dir, d.path === dir, d.constructor.name);
log(all(d));
log(all(fs.opendirSync(dir, { bufferSize: 3 })) === all(fs.opendirSync(dir)));
log(all(fs.opendirSync(dir, { recursive: true, bufferSize: 2 })));
attempt('read after close', () => d.readSync());
attempt('close again', () => d.closeSync());
attempt('missing', () => fs.opendirSync(path.join(dir, 'none')));
attempt('file', () => fs.opendirSync(path.join(dir, 'f1')));
attempt('size', () => fs.opendirSync(dir, { bufferSize: 0 }));
attempt('encoding', () => fs.opendirSync(dir, 'zz'));
attempt('new', () => new fs.Dir());
attempt('no callback', () => fs.opendir(dir));
const hex = fs.opendirSync(path.join(dir, 'sub'), 'hex');
log(hex.readSync().name);
hex.closeSync();

fs.opendir(dir, (err, d) => {
  log('opendir', err, d.path === dir);
  let n = 0;
  d.read(function next(err, entry) {
    if (entry !== null) {
      n++;
      d.read(next);
      return;
    }
    log('entries', err, n);
    d.close((err) => {
      log('closed', err);
      d.close((err) => log('closed', show(err)));
      fs.opendir(path.join(dir, 'none'), (err) => {
        log('missing', show(err));
        promises();
      });
    });
  });
});

async function promises() {
  const d = await fs.promises.opendir(path.join(dir, 'sub'));
  const reading = d.read();
  try {
    d.readSync();
  } catch (err) {
    log('promise', show(err));
  }
  log('promise', (await reading).name, await d.read(), await d.close());
  await d.close().catch((err) => log('promise', show(err)));
  const entries = (await fs.promises.opendir(dir, { recursive: true })).entries();
  let n = 0;
  for (let r = await entries.next(); !r.done; r = await entries.next()) n++;
  log('iterated', n, JSON.stringify(await entries.next()));
  const early = await fs.promises.opendir(dir);
  const it = early.entries();
  await it.next();
  log('return', JSON.stringify(await it.return(5)));
  await early.read().catch((err) => log('after', show(err)));
}
