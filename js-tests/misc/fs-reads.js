// Reading files: sync, callback and promise forms, and their errors.
// Expect-Stdout-File: fs-reads.golden
'use strict';

const fs = require('fs');
const path = require('path');
const { fixture, transcript } = require('../common');

const log = transcript();
const file = fixture('text.txt');
const show = (err) => [err.name, err.code, err.syscall, err.message.split(path.dirname(file)).join('DIR')].join(' ');

log(JSON.stringify(fs.readFileSync(file, 'utf8')), fs.readFileSync(file).length, fs.readFileSync(file, { encoding: 'latin1' }).length);
log(fs.existsSync(file), fs.existsSync(file + '.none'), fs.statSync(file).isFile(), fs.statSync(path.dirname(file)).isDirectory(), fs.statSync(file).size);
log(fs.readdirSync(path.dirname(file)).includes('text.txt'), fs.realpathSync(path.join(path.dirname(file), '.', 'text.txt')) === fs.realpathSync(file));
for (const fn of [() => fs.readFileSync(file + '.none'), () => fs.readFileSync(path.dirname(file)), () => fs.statSync(file + '.none'), () => fs.readdirSync(file), () => fs.readFileSync({}),
                  () => fs.readFileSync(file, 'nope')]) {
  try {
    fn();
    log('no error');
  } catch (err) {
    log(show(err));
  }
}
fs.readFile(file, 'utf8', (err, text) => {
  log('readFile', err, text.length);
  fs.readFile(file + '.none', (failure, data) => {
    log(show(failure), data);
    fs.promises.readFile(file).then((buffer) => {
      log('promise', buffer.length);
      return fs.promises.readFile(file + '.none');
    }).catch((rejected) => log(show(rejected)));
  });
});
log('returned');
