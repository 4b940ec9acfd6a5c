// AbortSignal in readFile and writeFile, before and during the work.
// Expect-Stdout-File: abort.golden
'use strict';

const fs = require('fs');
const path = require('path');
const { tmpdir, transcript } = require('../common');

const log = transcript();
const file = path.join(fs.mkdtempSync(path.join(tmpdir(), 'abort-')), 'file');
fs.writeFileSync(file, 'x'.repeat(1e6));
const show = (err) => [err.name, err.code, err.message, err.cause && (err.cause.name || err.cause), Object.keys(err)].join(' ');

async function main() {
  const before = AbortSignal.abort();
  await fs.promises.readFile(file, { signal: before }).catch((err) => log('before', show(err)));
  await fs.promises.writeFile(file, 'y', { signal: before }).catch((err) => log('before', show(err)));
  log(fs.readFileSync(file, 'utf8').length);
  await fs.promises.readFile(file, { signal: AbortSignal.abort('why') }).catch((err) => log('reason', show(err)));

  const reading = new AbortController();
  const p = fs.promises.readFile(file, { signal: reading.signal });
  reading.abort();
  await p.catch((err) => log('reading', show(err)));

  const unused = new AbortController();
  log((await fs.promises.readFile(file, { signal: unused.signal })).length);
  unused.abort();

  try {
    fs.readFile(file, { signal: 5 }, () => {});
  } catch (err) {
    log(err.code, err.message);
  }
  const c = new AbortController();
  fs.readFile(file, { signal: c.signal }, (err, data) => {
    log('callback', show(err), data);
    const w = new AbortController();
    fs.writeFile(file, 'z', { signal: w.signal }, (err) => {
      log('callback', show(err));
      stream();
    });
    process.nextTick(() => w.abort());
  });
  process.nextTick(() => c.abort());
}

function stream() {
  fs.writeFileSync(file, 'x');
  const stop = new AbortController();
  const s = fs.createReadStream(file, { signal: stop.signal });
  s.on('error', (err) => log('stream', show(err)));
  s.on('close', () => log('stream closed'));
  stop.abort();
}
main();
