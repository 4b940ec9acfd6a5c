// An error event without a listener.
// Verdict: failed
// Says: Error: nobody listens
'use strict';

require(`${process.env.CANARY_SUITE}/common`);
const EventEmitter = require('events');

setImmediate(() => new EventEmitter().emit('error', new Error('nobody listens')));
