// cp, cpSync and their promise: trees, filters, links, options, errors.
// Expect-Stdout-File: copy.golden
'use strict';

const fs = require('fs');
const path = require('path');
const { tmpdir, transcript } = require('../common');

const log = transcript();
const dir = fs.mkdtempSync(path.join(tmpdir(), 'copy-'));
const at = (...names) => path.join(dir, ...names);
const list = (name) => fs.readdirSync(at(name), { recursive: true }).sort().join();

fs.mkdirSync(at('src', 'a', 'b'), { recursive: true });
fs.writeFileSync(at('src', 'one'), '1');
fs.writeFileSync(at('src', 'a', 'two'), '2');
fs.writeFileSync(at('src', 'a', 'b', 'three'), '3');
fs.symlinkSync('one', at('src', 'link'));
fs.utimesSync(at('src', 'one'), 1000, 2000);

function attempt(fn) {
  try {
    log(fn, fn());
  } catch (err) {
    log(fn, err.code);
  }
}

attempt(() => fs.cpSync(at('src', 'one'), at('copied')));
attempt(() => fs.readFileSync(at('copied'), 'utf8'));
attempt(() => fs.cpSync(at('src'), at('d1')));
attempt(() => fs.cpSync(at('src'), at('d1'), { recursive: true }) || list('d1'));
attempt(() => fs.readlinkSync(at('d1', 'link')) === at('src', 'one'));
attempt(() => fs.cpSync(at('src'), at('d2'), { recursive: true, verbatimSymlinks: true }) || fs.readlinkSync(at('d2', 'link')));
attempt(() => fs.cpSync(at('src'), at('d4'), { recursive: true, preserveTimestamps: true }) || fs.statSync(at('d4', 'one')).mtimeMs);
attempt(() => fs.cpSync(at('src'), at('d5'), { recursive: true, filter: (src) => !src.endsWith('b') }) || list('d5'));
attempt(() => fs.writeFileSync(at('d1', 'one'), 'changed') || fs.cpSync(at('src', 'one'), at('d1', 'one'), { force: false }));
attempt(() => fs.readFileSync(at('d1', 'one'), 'utf8'));
attempt(() => fs.cpSync(at('src', 'one'), at('d1', 'one'), { force: false, errorOnExist: true }));
attempt(() => fs.cpSync(at('src', 'one'), at('d1', 'one')) || fs.readFileSync(at('d1', 'one'), 'utf8'));
attempt(() => fs.cpSync(at('src'), at('src', 'a', 'inside'), { recursive: true }));
attempt(() => fs.cpSync(at('src', 'one'), at('src', 'one')));
attempt(() => fs.cpSync(at('src', 'one'), at('d1')));
attempt(() => fs.cpSync(at('src'), at('d1', 'one'), { recursive: true }));
attempt(() => fs.cpSync(at('none'), at('x')));
attempt(() => fs.cpSync(at('src'), at('x'), { recursive: 1 }));
attempt(() => fs.cpSync(at('src'), at('x'), { dereference: true, verbatimSymlinks: true }));
attempt(() => fs.cpSync(at('src', 'one'), at('deep', 'er', 'one')) || list('deep'));

fs.cp(at('src'), at('c1'), { recursive: true }, (err) => {
  log('callback', err, list('c1'));
  fs.cp(at('src'), at('c2'), (err) => {
    log('callback', err.name, err.code, err.message.split(dir).join('DIR'));
    promises();
  });
});

async function promises() {
  const filter = async (src) => !src.endsWith('two');
  log('promise', await fs.promises.cp(at('src'), at('p1'), { recursive: true, filter }), list('p1'));
  await fs.promises.cp(at('src', 'one'), at('src', 'one')).catch((err) => log('promise', err.code, err.errno, err.syscall));
  await fs.promises.cp(at('none'), at('x')).catch((err) => log('promise', err.code, err.syscall));
}
