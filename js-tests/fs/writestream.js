// The WriteStream class, its events in order, positions, flags, backpressure, errors.
// Expect-Stdout-File: writestream.golden
'use strict';

const fs = require('fs');
const path = require('path');
const { logEvents, tmpdir, transcript } = require('../common');

const log = transcript();
const dir = fs.mkdtempSync(path.join(tmpdir(), 'writestream-'));
const file = path.join(dir, 'file');
const show = (event, [arg]) => (event === 'error' ? arg.message.split(dir).join('DIR') : undefined);
const events = ['open', 'ready', 'drain', 'finish', 'error', 'close'];
const text = () => fs.readFileSync(file, 'utf8');

function run(name, stream, then) {
  logEvents(log, stream, name, events, show);
  stream.on('close', () => then && setImmediate(then));
  return stream;
}

const w = run('plain', fs.createWriteStream(file, { highWaterMark: 10 }), () => {
  log('plain', text(), w.bytesWritten, w.fd, w.pending);
  const again = run('at', fs.createWriteStream(file, { flags: 'r+', start: 3 }), () => {
    log('at', text());
    const add = run('add', fs.WriteStream(file, { flags: 'a' }), () => {
      log('add', text());
      const none = run('missing', fs.createWriteStream(path.join(dir, 'none', 'x')), more);
      none.write('x', (err) => log('missing', 'write', err.code));
    });
    add.end('+');
  });
  again.write('XX');
  again.close((err) => log('at', 'callback', err));
});
log('plain', w.pending, w.fd, w.flags, w.mode, w.autoClose, w.path === file, w.bytesWritten);
log('plain', w.write('hello world!'), w.write('more'));
w.end('!', () => log('plain', 'end callback'));

function more() {
  const hex = run('hex', fs.createWriteStream(file, { encoding: 'hex', flush: true }), () => {
    log('hex', text());
    const fd = fs.openSync(file, 'w');
    const kept = fs.createWriteStream('', { fd, autoClose: false });
    logEvents(log, kept, 'kept', events, show);
    kept.end('kept', () => setImmediate(() => {
      log('kept', kept.destroyed, fs.fstatSync(fd).size);
      fs.closeSync(fd);
      early();
    }));
  });
  hex.write('6162');
  hex.end('63');
}

function early() {
  const gone = run('early', fs.createWriteStream(file), () => {
    log('early', text());
    const corked = run('corked', fs.createWriteStream(file), () => {
      log('corked', text(), corked.bytesWritten);
      copy();
    });
    corked.cork();
    for (const part of ['a', 'b', 'c']) corked.write(part);
    corked.uncork();
    corked.end();
  });
  gone.write('never', (err) => log('early', err.code));
  gone.destroy();
}

function copy() {
  const big = path.join(dir, 'big');
  fs.writeFileSync(big, Buffer.alloc(300000, 'xyz'));
  fs.createReadStream(big).pipe(fs.createWriteStream(big + '2')).on('finish', () => {
    log('copy', fs.readFileSync(big).equals(fs.readFileSync(big + '2')));
  });
}

for (const options of [{ start: -1 }, { start: 'x' }, { fd: 'x' }, { flush: 1 }, { fs: {} }, { fs: { open() {} } }, { encoding: 'zz' }, 5]) {
  try {
    fs.createWriteStream(file, options);
  } catch (err) {
    log(JSON.stringify(options), err.code, err.message);
  }
}
