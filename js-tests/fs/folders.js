// mkdir, rmdir, mkdtemp and rm, recursive and not.
// Expect-Stdout-File: folders.golden
'use strict';

const fs = require('fs');
const path = require('path');
const { tmpdir, transcript } = require('../common');

const log = transcript();
const dir = fs.mkdtempSync(path.join(tmpdir(), 'folders-'));
const at = (...names) => path.join(dir, ...names);
const show = (text) => String(text).split(dir).join('DIR');

function attempt(fn) {
  try {
    log(fn, show(fn()));
  } catch (err) {
    log(fn, err.name, err.code, show(err.message));
  }
}

attempt(() => fs.mkdirSync(at('a')));
attempt(() => fs.mkdirSync(at('a')));
attempt(() => fs.mkdirSync(at('b', 'c')));
attempt(() => fs.mkdirSync(at('b', 'c', 'd'), { recursive: true }));
attempt(() => fs.mkdirSync(at('b', 'c', 'd'), { recursive: true }));
attempt(() => fs.mkdirSync(dir + '/e/../f/g/', { recursive: true }));
attempt(() => fs.readdirSync(dir).join());
attempt(() => fs.mkdirSync(at('m'), 0o700) || (fs.statSync(at('m')).mode & 0o777).toString(8));
attempt(() => fs.writeFileSync(at('file'), ''));
attempt(() => fs.mkdirSync(at('file'), { recursive: true }));
attempt(() => fs.mkdirSync(at('file', 'x', 'y'), { recursive: true }));
attempt(() => fs.rmdirSync(at('b')));
attempt(() => fs.rmdirSync(at('file')));
attempt(() => fs.rmdirSync(at('a')));
attempt(() => fs.rmSync(at('b')));
attempt(() => fs.rmSync(at('b'), { recursive: true }));
attempt(() => fs.rmSync(at('none')));
attempt(() => fs.rmSync(at('none'), { force: true }));
attempt(() => fs.rmSync(at('file')));
attempt(() => fs.readdirSync(dir).join());
attempt(() => path.basename(fs.mkdtempSync(at('tmp-'))).length);
attempt(() => Buffer.isBuffer(fs.mkdtempSync(at('tmp-'), 'buffer')));
attempt(() => fs.statSync(fs.mkdtempSync(at('tmp-'))).mode & 0o777);
attempt(() => fs.mkdtempSync(7));

fs.symlinkSync(at('m'), at('link'));
fs.writeFileSync(at('m', 'kept'), '');
attempt(() => fs.rmSync(at('link'), { recursive: true }));
attempt(() => fs.readdirSync(at('m')).join());

fs.mkdir(at('x', 'y'), { recursive: true }, (err, first) => {
  log('mkdir', err, show(first));
  fs.mkdir(at('x', 'y'), { recursive: true }, (...args) => {
    log('mkdir again', args.length, args.join());
    fs.mkdir(at('x'), (err) => {
      log('mkdir', show(err.message));
      fs.rmdir(at('x'), (err) => {
        log('rmdir', show(err.message));
        fs.rm(at('x'), (err) => {
          log('rm', err.name, err.code, show(err.message));
          fs.rm(at('x'), { recursive: true }, (...args) => {
            log('rm', args.length, args[0]);
            promises();
          });
        });
      });
    });
  });
});

async function promises() {
  log('promise', show(await fs.promises.mkdir(at('p', 'q'), { recursive: true })));
  log('promise', await fs.promises.mkdir(at('p', 'q'), { recursive: true }));
  await fs.promises.mkdir(at('p')).catch((err) => log('promise', show(err.message)));
  await fs.promises.rmdir(at('p')).catch((err) => log('promise', show(err.message)));
  log('promise', await fs.promises.rm(at('p'), { recursive: true }));
  log('promise', (await fs.promises.mkdtemp(at('t-'))).startsWith(at('t-')));
}
