// Lines and columns of a file that the engine cannot run as it is written.
// Expect-Stdout-File: lowered-stack.golden
'use strict';

const { transcript } = require('../common');

const log = transcript();
const where = (err) => err.stack.split('\n').slice(0, 3).map((line) => line.trim().replace(/\(?\/.*\//, '')).join(' | ');

function fails(é) {
  if (é) {
    throw new RangeError('ünïcode before');
  }
}

class Thing {
  async *items() { yield 1; }
  method() { const text = 'äöü'; return new Error(text); }
}

async function main() {
  for await (const x of new Thing().items()) {
    log(x, where(new Error('in the loop')));
  }
  try {
    fails(true);
  } catch (err) {
    log(where(err));
  }
  log(where(new Thing().method()));
  const site = await new Promise((resolve) => setImmediate(() => {
    const prepare = Error.prepareStackTrace;
    Error.prepareStackTrace = (err, sites) => sites[0];
    const s = new Error('site').stack;
    Error.prepareStackTrace = prepare;
    resolve(s);
  }));
  log(site.getLineNumber(), site.getColumnNumber());
}

main();
