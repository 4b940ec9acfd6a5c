// When callbacks and promises of fs run: always later, each a turn of its own.
// Expect-Stdout-File: order.golden
'use strict';

const fs = require('fs');
const { transcript, turn } = require('../common');

const log = transcript();
const none = __filename + '.none';

function one(name, start, next) {
  let sync = true;
  start((err) => {
    log(name, sync ? 'at once' : 'later', err ? err.code : err);
    turn(log, name);
    setImmediate(() => setImmediate(next));
  });
  sync = false;
  process.nextTick(() => log(name, 'outer tick'));
  Promise.resolve().then(() => log(name, 'outer promise'));
}

const starts = {
  stat: (cb) => fs.stat(__filename, cb),
  missing: (cb) => fs.stat(none, cb),
  open: (cb) => fs.open(none, cb),
  readFile: (cb) => fs.readFile(__filename, cb),
  readdir: (cb) => fs.readdir(__dirname, cb),
  empty: (cb) => fs.read(fs.openSync(__filename), Buffer.alloc(1), 0, 0, 0, cb),
  exists: (cb) => fs.exists(none, (found) => cb(found ? new Error('found') : null)),
  close: (cb) => fs.close(fs.openSync(__filename), cb),
};
const names = Object.keys(starts);
(function next() {
  const name = names.shift();
  if (name !== undefined) {
    one(name, starts[name], next);
    return;
  }
  promised();
})();

async function promised() {
  let sync = true;
  const p = fs.promises.stat(__filename).then(() => log('promise', sync ? 'at once' : 'later'));
  sync = false;
  process.nextTick(() => log('promise', 'tick'));
  await p;
  const bad = fs.promises.stat(5);
  log('bad', bad instanceof Promise);
  await bad.catch((err) => log('bad', err.code));
  thrown();
}

// An exception in a callback is uncaught, and so is an error of a close that
// nobody waits for.
function thrown() {
  process.on('uncaughtException', (err) => {
    log('uncaught', err.message);
    if (err.message === 'in callback') setImmediate(() => fs.close(999983));
  });
  fs.stat(__filename, () => {
    process.nextTick(() => log('tick after throw'));
    throw new Error('in callback');
  });
}
