// removeListener takes the last of equal listeners, once wrappers by their
// original; removeAllListeners with and without a name.
// Expect-Stdout-File: remove.golden
'use strict';

const EventEmitter = require('events');
const { transcript } = require('../common');

const log = transcript();
const e = new EventEmitter();
const a = () => log('a');
const b = () => log('b');

e.on('x', a).on('x', b).on('x', a);
log(e.removeListener('x', a) === e, e.listeners('x').map((f) => (f === a ? 'a' : 'b')).join());
e.once('x', a);
log(e.listenerCount('x'), e.listenerCount('x', a), e.listeners('x')[2] === a, e.rawListeners('x')[2] === a, e.rawListeners('x')[2].listener === a);
e.off('x', a).off('x', a).off('x', a);
log(e.listenerCount('x'), e.eventNames().join());
e.on('removeListener', (name, fn) => log('removeListener', String(name), fn === a ? 'a' : 'b'));
e.on('y', a).on('y', b).once('z', a);
e.removeAllListeners('y');
e.removeAllListeners();
log(e.eventNames().length, e.listenerCount('removeListener'));
e.removeListener('none', a).removeAllListeners('none');
e.once('x', a);
e.emit('x');
e.emit('x');
