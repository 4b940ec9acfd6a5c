// readdir in all forms: order, types, encodings, folders below.
// Expect-Stdout-File: readdir.golden
'use strict';

const fs = require('fs');
const path = require('path');
const { tmpdir, transcript } = require('../common');

const log = transcript();
const dir = fs.mkdtempSync(path.join(tmpdir(), 'readdir-'));
const at = (...names) => path.join(dir, ...names);
const show = (text) => String(text).split(dir).join('DIR');

for (const name of ['b', 'a', 'C', '\u00e9', 'z']) fs.writeFileSync(at(name), '');
fs.mkdirSync(at('sub', 'deep'), { recursive: true });
fs.writeFileSync(at('sub', 'inner'), '');
fs.writeFileSync(at('sub', 'deep', 'bottom'), '');
fs.symlinkSync('sub', at('link'));

log('names', fs.readdirSync(dir).join());
log('hex', fs.readdirSync(dir, 'hex').join());
log('buffers', fs.readdirSync(dir, { encoding: 'buffer' }).every(Buffer.isBuffer));
log('recursive', fs.readdirSync(dir, { recursive: true }).join());
const kinds = ['isFile', 'isDirectory', 'isSymbolicLink', 'isFIFO', 'isSocket', 'isBlockDevice', 'isCharacterDevice'];
const tell = (e) => [e.name, show(e.parentPath), kinds.filter((kind) => e[kind]()).join()].join(' ');
for (const entry of fs.readdirSync(dir, { withFileTypes: true })) {
  log('entry', tell(entry), entry instanceof fs.Dirent, Object.keys(entry).join());
}
log('below', fs.readdirSync(dir, { withFileTypes: true, recursive: true }).map(tell).join('\n'));
log('entry of buffers', Buffer.isBuffer(fs.readdirSync(dir, { withFileTypes: true, encoding: 'buffer' })[0].name));
log('entry of a buffer', Buffer.isBuffer(fs.readdirSync(Buffer.from(dir), { withFileTypes: true })[0].parentPath));
log('empty', fs.readdirSync(fs.mkdtempSync(at('tmp-'))).length);

fs.readdir(at('sub'), (err, names) => {
  log('callback', err, names.join());
  fs.readdir(at('sub'), { recursive: true, withFileTypes: true }, (err, entries) => {
    log('callback', err, entries.map(tell).join());
    fs.readdir(at('a'), (err) => {
      log('callback', show(err.message));
      promises();
    });
  });
});

async function promises() {
  log('promise', (await fs.promises.readdir(at('sub'))).join());
  log('promise', (await fs.promises.readdir(at('sub'), { recursive: true })).join());
  log('promise', (await fs.promises.readdir(at('sub'), { withFileTypes: true })).map(tell).join());
  await fs.promises.readdir(at('none')).catch((err) => log('promise', show(err.message)));
}
