// The ReadStream class, its events in order, start and end, encodings, autoClose, destroy.
// Expect-Stdout-File: readstream.golden
'use strict';

const fs = require('fs');
const path = require('path');
const { logEvents, tmpdir, transcript } = require('../common');

const log = transcript();
const dir = fs.mkdtempSync(path.join(tmpdir(), 'readstream-'));
const file = path.join(dir, 'file');
fs.writeFileSync(file, 'abcdefghij'.repeat(20000));
const show = (event, [arg]) => {
  if (event === 'error') return arg.message.split(dir).join('DIR');
  return event === 'data' ? String(arg).length : undefined;
};
const events = ['open', 'ready', 'data', 'end', 'error', 'close'];

function run(name, stream, then) {
  logEvents(log, stream, name, events, show);
  stream.on('close', () => then && setImmediate(then));
  return stream;
}

const first = run('plain', fs.createReadStream(file), () => {
  log('plain', first.bytesRead, first.fd, first.pending, first.destroyed, first.closed);
  run('small', fs.createReadStream(file, { highWaterMark: 70000 }), () => {
    let text = '';
    run('range', fs.ReadStream(file, { start: 5, end: 12, encoding: 'utf8' }), () => {
      log('range', text);
      run('missing', new fs.ReadStream(path.join(dir, 'none')), () => {
        const early = run('early', fs.createReadStream(file), descriptors);
        early.destroy();
      });
    }).on('data', (chunk) => { text += chunk; });
  });
});
log('plain', first.pending, first.fd, first.flags, first.mode, first.autoClose, first.end, first.start, first.path === file);

function descriptors() {
  const fd = fs.openSync(file);
  const kept = fs.createReadStream(null, { fd, autoClose: false, end: 3 });
  logEvents(log, kept, 'kept', events, show);
  kept.on('end', () => setImmediate(() => {
    log('kept', kept.destroyed, fs.fstatSync(fd).size);
    const owned = run('owned', fs.createReadStream('', { fd, start: 199998 }), () => {
      log('owned', fs.existsSync(file), owned.fd);
      patched();
    });
  }));
}

function patched() {
  const calls = [];
  const own = {
    open: (...args) => { calls.push('open'); fs.open(...args); },
    read: (...args) => { calls.push('read'); fs.read(...args); },
    close: (...args) => { calls.push('close'); fs.close(...args); },
  };
  run('own fs', fs.createReadStream(file, { fs: own, start: 199990 }), () => {
    log(calls.join());
    const empty = path.join(dir, 'empty');
    fs.writeFileSync(empty, '');
    run('empty', fs.createReadStream(empty), () => {
      const closing = run('closing', fs.createReadStream(file));
      closing.once('data', () => closing.close((err) => log('closing', 'callback', err)));
    });
  });
}

for (const options of [{ start: -1 }, { start: 'x' }, { start: 5, end: 2 }, { end: 'a' }, { fd: 'x' }, { fd: -1 }, { fs: {} }, { encoding: 'zz' }, 5]) {
  try {
    fs.createReadStream(file, options);
  } catch (err) {
    log(JSON.stringify(options), err.code, err.message);
  }
}
