// The functions of fs.promises: their names, and that they are the module.
// Expect-Stdout-File: promises.golden
'use strict';

const fs = require('fs');
const { transcript } = require('../common');

const log = transcript();
log(require('fs/promises') === fs.promises, require('node:fs/promises') === fs.promises, fs.promises.constants === fs.constants);
for (const [name, value] of Object.entries(fs.promises)) {
  log(name, typeof value);
}
(async () => {
  for (const name of ['access', 'stat', 'readFile', 'writeFile', 'unlink', 'mkdir', 'rename', 'rm', 'open', 'readdir', 'readlink', 'opendir']) {
    const p = fs.promises[name](null);
    log(name, p instanceof Promise, await p.catch((err) => err.name + ' ' + err.code));
  }
})();
