// Readline gathers movements; the functions write them at once.
// Expect-Stdout-File: cursor.golden
'use strict';

const readline = require('readline');
const { Readline } = require('readline/promises');
const { PassThrough } = require('stream');
const { transcript } = require('../common');

const log = transcript();
const stream = new PassThrough();
stream.on('data', (data) => log('written', JSON.stringify(String(data))));

async function gathered() {
  const moves = new Readline(stream);
  moves.cursorTo(1, 2).cursorTo(0).moveCursor(-1, 3).moveCursor(2, -2).moveCursor(0, 1).moveCursor(0, 0);
  moves.clearLine(-1).clearLine(0).clearLine(1).clearScreenDown();
  log(await moves.commit());
  log(await moves.commit());
  moves.cursorTo(5);
  log(moves.rollback() === moves);
  await moves.commit();
  const eager = new Readline(stream, { autoCommit: true });
  eager.cursorTo(9, 9).clearScreenDown();
  log('not yet');
  await new Promise((resolve) => setImmediate(resolve));
}

async function immediate() {
  const call = (name, ...args) => new Promise((resolve) => {
    log(name, args.join(), readline[name](stream, ...args, (err) => {
      log('called back', err);
      resolve();
    }));
  });
  await call('cursorTo', 1, 2);
  await call('cursorTo', 3);
  await call('moveCursor', -1, 2);
  await call('moveCursor', 0, 0);
  await call('clearLine', -1);
  await call('clearScreenDown');
  log(readline.clearLine(null, 1), readline.cursorTo(undefined, 1, 2), readline.moveCursor(null, 1, 1));
}

gathered().then(immediate);
