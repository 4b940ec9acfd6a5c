// With captureRejections a rejected listener promise becomes 'error', or goes
// to the method under Symbol.for('nodejs.rejection').
// Expect-Stdout-File: capture-rejections.golden
'use strict';

const EventEmitter = require('events');
const { transcript } = require('../common');

const log = transcript();
const e = new EventEmitter({ captureRejections: true });

e.on('x', async (value) => {
  throw new Error('from ' + value);
});
e.on('error', (err) => log('error', err.message));
e.emit('x', 'async listener');
log('emitted');

const own = new EventEmitter({ captureRejections: true });
own[Symbol.for('nodejs.rejection')] = (err, name, ...args) => log('own', err.message, name, args.join());
own.on('x', async (value) => { throw new Error('from ' + value); });
own.emit('x', 'the second');
