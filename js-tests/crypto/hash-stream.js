// Hash and Hmac as streams: pipes, encodings, events, what comes too late.
// Expect-Stdout-File: hash-stream.golden
'use strict';

const crypto = require('crypto');
const { PassThrough, Readable, Writable, pipeline } = require('stream');
const { mustCall, mustSucceed, transcript } = require('../common');

const makers = {
  sha256: (options) => crypto.createHash('sha256', options),
  hmac: (options) => crypto.createHmac('md5', 'key', options),
};

function together(log, name, make) {
  const h = make();
  log(name, h.writable, h.readable, h.listenerCount('data'), h.readableLength, h.writableLength);
  h.on('data', (d) => log(name, 'data', d.toString('hex')));
  h.on('end', () => log(name, 'end'));
  h.on('finish', () => log(name, 'finish'));
  h.on('close', () => log(name, 'close'));
  log(name, h.write('ab'), h.write(Buffer.from('c')));
  h.end('6465', 'hex', mustCall());
}

for (const [name, make] of Object.entries(makers)) {
  const log = transcript();
  together(log, name, make);

  const read = transcript();
  const h = make({ encoding: 'hex', highWaterMark: 3 });
  h.on('readable', mustCall(() => read(name, 'read', h.read()), 2));
  h.setEncoding('base64');
  h.end('abc');

  const piped = transcript();
  let text = '';
  const sink = new Writable({ write(chunk, encoding, done) { text += chunk.toString('hex'); done(); } });
  pipeline(Readable.from([Buffer.from('abc'), Buffer.alloc(100_000, 'x')]), new PassThrough(), make(), sink, mustSucceed(() => {
    piped(name, 'pipeline', text, text === make().update('abc').update(Buffer.alloc(100_000, 'x')).digest('hex'));
  }));

  const late = transcript();
  const done = make();
  done.on('error', mustCall((err) => late(name, err.name, err.code, err.message)));
  done.update('a').digest();
  done.write('b');
}

// write and update mix.
const log = transcript();
const mixed = crypto.createHash('sha1');
mixed.update('a');
mixed.write('b');
mixed.end('c', mustCall(() => {
  log(mixed.read().equals(crypto.createHash('sha1').update('abc').digest()), mixed.destroyed);
}));

// digest works on what has been written.
const h = crypto.createHash('sha1');
h.write('abc');
log(h.digest('hex'));

const empty = crypto.createHash('sha1');
empty.end();
empty.on('data', mustCall((d) => log(d.toString('hex'))));

const bad = crypto.createHash('sha1');
bad.on('error', mustCall((err) => log(err.code)));
bad.destroy(Object.assign(new Error('x'), { code: 'MINE' }));
