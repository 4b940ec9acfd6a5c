// Native functions as promise handlers: emit bound to an emitter, resolve
// functions, console methods; ticks they queue keep their place.
// Expect-Stdout-File: rejection-native-handlers.golden
'use strict';

const { EventEmitter } = require('events');
const { transcript } = require('../common');

const log = transcript();
const emitter = new EventEmitter();
emitter.on('x', (value) => {
  log('first listener', value);
  process.nextTick(() => log('tick of first listener'));
  Promise.resolve().then(() => log('promise of first listener'));
});
emitter.on('x', () => log('second listener'));

Promise.resolve('value').then(emitter.emit.bind(emitter, 'x')).then((had) => log('emit returned', had));
Promise.resolve(1).then(process.nextTick.bind(process, (n) => log('bound tick', n)));
Promise.resolve().then(() => log('other promise'));
Promise.resolve('unknown').then(emitter.emit.bind(emitter, 'error')).catch((err) => log('caught', err.code));
