// A Transform may give several outputs per input or none; flush, errors, and the
// order of its events.
// Expect-Stdout-File: transform.golden
'use strict';

const { PassThrough, Transform } = require('stream');
const { transcript } = require('../common');

const log = transcript();

const t = new Transform({
  transform(chunk, encoding, cb) {
    log('transform', chunk, encoding);
    for (const c of String(chunk)) {
      this.push(c + c);
    }
    setImmediate(cb);
  },
  flush(cb) {
    log('flush');
    cb(null, 'last');
  },
});
for (const event of ['prefinish', 'finish', 'end', 'close']) {
  t.on(event, () => log(event));
}
t.on('data', (chunk) => log('data', chunk));
log(t.write('ab'), t.write('c'));
t.end();
t.on('close', () => {
  const failing = new Transform({ transform(chunk, encoding, cb) { cb(new Error('of transform')); } });
  failing.on('error', (err) => log('error', err.message, failing.destroyed));
  failing.write('x', (err) => log('callback', err && err.message));
  try {
    new Transform().write('x');
  } catch (err) {
    log('thrown', err.name, err.code, err.message);
  }
  const pass = new PassThrough();
  pass.setEncoding('utf8');
  pass.on('data', (text) => log('through', typeof text, text));
  pass.end(Buffer.from('bytes'));
});
