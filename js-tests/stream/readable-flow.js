// Flowing, paused and back: data, pause, resume, readable and end in order.
// Expect-Stdout-File: readable-flow.golden
'use strict';

const { Readable } = require('stream');
const { transcript } = require('../common');

const log = transcript();
const r = new Readable({ read() {} });

const state = () => [r.readableFlowing, r.isPaused(), r.readableLength, r.readableEnded].join();
log('new', state());
r.push('a');
r.push('b');
log('pushed', state());
r.on('data', (chunk) => {
  log('data', chunk, state());
  if (String(chunk) === 'b') {
    r.pause();
    log('paused', state());
    setImmediate(() => {
      r.push('c');
      r.push(null);
      log('pushed c and the end', state());
      r.resume();
      log('resumed', state());
    });
  }
});
log('listening', state());
r.on('pause', () => log('pause event'));
r.on('resume', () => log('resume event'));
r.on('end', () => {
  log('end', state());
  process.nextTick(() => log('tick after end', state()));
});
r.on('close', () => log('close', state()));
process.nextTick(() => log('tick'));
