// All methods of FileHandle, closing one while in use, use after that.
// Expect-Stdout-File: filehandle.golden
'use strict';

const fs = require('fs');
const path = require('path');
const { tmpdir, transcript } = require('../common');

const log = transcript();
const dir = fs.mkdtempSync(path.join(tmpdir(), 'filehandle-'));
const file = path.join(dir, 'file');
const text = () => fs.readFileSync(file, 'utf8');

const failing = (name) => (err) => log(name, err.name, err.code, err.syscall, err.message.split(dir).join('DIR'));

async function main() {
  const h = await fs.promises.open(file, 'w+');
  log(h.constructor.name, typeof h.fd, h.fd > 2, h instanceof require('events'));
  h.on('close', () => log('close event'));
  const buf = Buffer.from('0123456789');
  const wrote = await h.write(buf);
  log('write', Object.keys(wrote).join(), wrote.bytesWritten, wrote.buffer === buf);
  log('write', (await h.write(buf, 8, 2, 0)).bytesWritten, text());
  log('write', (await h.write(buf, { offset: 5, length: 2, position: 2 })).bytesWritten, text());
  log('write', (await h.write('text', 4, 'latin1')).bytesWritten, text());
  log('write', (await h.write(Buffer.alloc(0))).bytesWritten);
  log('writev', (await h.writev([Buffer.from('a'), Buffer.from('b')], 0)).bytesWritten, text());
  const into = Buffer.alloc(4);
  const got = await h.read(into, 0, 4, 0);
  log('read', Object.keys(got).join(), got.bytesRead, got.buffer === into, into.toString());
  log('read', (await h.read({ buffer: into, position: 2, length: 2 })).bytesRead, into.toString());
  log('read', (await h.read(into, { position: 6 })).bytesRead, into.toString());
  log('read', (await h.read({ position: 0 })).buffer.length);
  log('read', (await h.read(into, 0, 4, 100)).bytesRead);
  const parts = [Buffer.alloc(2), Buffer.alloc(3)];
  log('readv', (await h.readv(parts, 0)).bytesRead, parts.join());
  log('stat', (await h.stat()).size, (await h.stat({ bigint: true })).size);
  log('truncate', await h.truncate(3), text());
  log('chmod', await h.chmod(0o600), ((await h.stat()).mode & 0o777).toString(8));
  log('utimes', await h.utimes(1, 2), (await h.stat()).mtimeMs);
  log('chown', await h.chown(-1, -1), await h.sync(), await h.datasync());
  await h.truncate();
  await h.write('xyz', 0);
  log('readFile', await h.readFile('utf8') === '', text());
  log('appendFile', await h.appendFile('!'), await h.writeFile('?'), text().length);
  log('by promises', await fs.promises.writeFile(h, '#'), text().endsWith('#'), typeof (await fs.promises.readFile(h)));
  await h.read(7).catch(failing('read'));
  await h.write({}).catch(failing('write'));
  await h.write(buf, 11).catch(failing('write'));

  // Closing waits for what is under way.
  const pending = h.stat().then(() => log('stat done'));
  const closing = h.close();
  log('closing', h.fd > 2, closing === h.close());
  await pending;
  await closing;
  log('closed', h.fd, await h.close());
  await h.stat().catch(failing('stat'));
  await h.readFile().catch(failing('readFile'));

  const r = await fs.promises.open(file);
  let data = '';
  await new Promise((resolve) => {
    r.createReadStream({ encoding: 'utf8', start: 1 }).on('data', (s) => { data += s; }).on('close', resolve);
  });
  log('read stream', data, r.fd);
  const w = await fs.promises.open(file, 'w');
  await new Promise((resolve) => w.createWriteStream().on('close', resolve).end('by stream'));
  log('write stream', text(), w.fd);
  if (Symbol.asyncDispose) {
    const d = await fs.promises.open(file);
    log('dispose', await d[Symbol.asyncDispose](), d.fd);
  }
  await fs.promises.open(path.join(dir, 'none')).catch(failing('open'));
  await fs.promises.open(1).catch(failing('open'));
}
main();
