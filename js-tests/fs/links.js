// link, symlink, readlink, unlink, rename, copyFile and realpath.
// Expect-Stdout-File: links.golden
// Platforms: linux darwin
'use strict';

const fs = require('fs');
const path = require('path');
const { tmpdir, transcript } = require('../common');

const log = transcript();
const dir = fs.realpathSync(fs.mkdtempSync(path.join(tmpdir(), 'links-')));
const at = (...names) => path.join(dir, ...names);
const show = (text) => String(text).split(dir).join('DIR');

function attempt(fn) {
  try {
    log(fn, show(fn()));
  } catch (err) {
    log(fn, err.code, err.syscall, show(err.path), show(err.dest), show(err.message));
  }
}

fs.writeFileSync(at('file'), 'content');
fs.mkdirSync(at('sub'));
attempt(() => fs.symlinkSync('file', at('soft')));
attempt(() => fs.symlinkSync(at('sub'), at('folder'), 'dir'));
attempt(() => fs.symlinkSync('nowhere', at('dangling')));
attempt(() => fs.symlinkSync('loop', at('loop')));
attempt(() => fs.symlinkSync('file', at('soft')));
attempt(() => fs.symlinkSync('file', at('q'), 'wrong'));
attempt(() => fs.readlinkSync(at('soft')));
attempt(() => fs.readlinkSync(at('soft'), 'hex'));
attempt(() => Buffer.isBuffer(fs.readlinkSync(at('soft'), { encoding: 'buffer' })));
attempt(() => fs.readlinkSync(at('file')));
attempt(() => fs.linkSync(at('file'), at('hard')));
attempt(() => fs.statSync(at('hard')).nlink);
attempt(() => fs.linkSync(at('none'), at('x')));
attempt(() => fs.realpathSync(at('soft')));
attempt(() => fs.realpathSync(at('folder', '..', 'soft')));
attempt(() => fs.realpathSync(at('dangling')));
attempt(() => fs.realpathSync(at('loop')));
attempt(() => fs.realpathSync(at('none', 'x')));
attempt(() => fs.realpathSync.native(at('soft')));
attempt(() => fs.realpathSync.native(at('loop')));
attempt(() => Buffer.isBuffer(fs.realpathSync(dir, 'buffer')));
attempt(() => fs.copyFileSync(at('file'), at('copy')));
attempt(() => fs.readFileSync(at('copy'), 'utf8'));
attempt(() => fs.copyFileSync(at('file'), at('copy'), fs.constants.COPYFILE_EXCL));
attempt(() => fs.copyFileSync(at('file'), at('sub')));
attempt(() => fs.renameSync(at('copy'), at('moved')));
attempt(() => fs.renameSync(at('copy'), at('moved')));
attempt(() => fs.unlinkSync(at('moved')));
attempt(() => fs.unlinkSync(at('moved')));
attempt(() => fs.readdirSync(dir).join());

const steps = [
  ['link', at('file'), at('hard2')], ['symlink', 'file', at('soft2')], ['symlink', 'sub', at('soft3'), 'dir'],
  ['readlink', at('soft2')], ['readlink', at('soft2'), 'base64'], ['realpath', at('soft3')], ['copyFile', at('file'), at('c2')],
  ['copyFile', at('file'), at('c2'), 1], ['rename', at('c2'), at('c3')], ['unlink', at('c3')], ['unlink', at('c3')],
];
(function next() {
  const step = steps.shift();
  if (step === undefined) {
    fs.realpath.native(at('soft'), (err, real) => {
      log('native', err, show(real));
      promises();
    });
    return;
  }
  const [name, ...args] = step;
  fs[name](...args, (err, ...values) => {
    log(name, err && show(err.message), values.map(show).join());
    next();
  });
})();

async function promises() {
  const { link, symlink, readlink, realpath, copyFile, rename, unlink } = fs.promises;
  log('promise', await link(at('file'), at('h3')), await symlink('file', at('s3')), await readlink(at('s3')));
  log('promise', show(await realpath(at('s3'))), await copyFile(at('file'), at('p')), await rename(at('p'), at('p2')));
  log('promise', await unlink(at('p2')));
  await unlink(at('p2')).catch((err) => log('promise', show(err.message)));
}
