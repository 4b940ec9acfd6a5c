// What key sequences mean.
// Expect-Stdout-File: keypress.golden
'use strict';

const readline = require('readline');
const { PassThrough } = require('stream');
const EventEmitter = require('events');
const { transcript, mustCall } = require('../common');

const log = transcript();
const stream = new EventEmitter();
readline.emitKeypressEvents(stream);
const listener = (text, key) => {
  const { sequence, name, code } = key;
  const modifiers = ['ctrl', 'meta', 'shift'].filter((modifier) => key[modifier]).join('+');
  log(' ', JSON.stringify(text), JSON.stringify(sequence), name, modifiers, code);
};
log(stream.listenerCount('data'), stream.listenerCount('newListener'));
stream.on('keypress', listener);
log(stream.listenerCount('data'), stream.listenerCount('newListener'));

const send = (...texts) => {
  for (const text of texts) {
    log('send', JSON.stringify(text));
    stream.emit('data', Buffer.from(text));
  }
};
send('abc', 'AZ', '09', ' .,-', '\x00\x01\x1a\x1c\x1f', '\r\n\t\b\x7f', '\u00e9\u65e5\ud83d\ude00', '\u0301');
send('\x1ba', '\x1bA', '\x1b ', '\x1b\r', '\x1b\n', '\x1b\t', '\x1b\b', '\x1b\x7f', '\x1b.', '\x1b\u00e9', '\x1b\x01');
const letters = [...'ABCDEFHPQRSZabcde'];
send(letters.map((c) => `\x1b[${c}`).join(''), letters.map((c) => `\x1bO${c}`).join(''));
send(...[1, 2, 3, 4, 5, 6, 7, 8, 11, 15, 17, 21, 23, 24, 25, 99].map((n) => `\x1b[${n}~`));
send(...[2, 3, 5, 6, 7, 8].map((n) => `\x1b[${n}$\x1b[${n}^`));
send(...[2, 3, 4, 5, 6, 7, 8, 9].map((n) => `\x1b[1;${n}A\x1b[3;${n}~\x1b[15;${n}~\x1bO${n}P`));
send('\x1b[[A\x1b[[E\x1b[[5~', '\x1b[200~x\x1b[201~', '\x1b\x1b[A', '\x1b\x1bOA', '\x1b\x1ba', '\x1b[5A', '\x1b[;5A', '\x1b[1;A', '\x1b[12;34~', '\x1b[1234~');
send('\x1b[', '1;', '5', 'C', '\x1bO', 'P');

// Without listeners the stream is left alone until there are some.
stream.removeListener('keypress', listener);
stream.emit('data', 'ignored');
log(stream.listenerCount('data'), stream.listenerCount('newListener'));
stream.on('keypress', listener);
send('back');
readline.emitKeypressEvents(stream);
log(stream.listenerCount('data'));

// A listener that throws loses its key alone.
stream.once('keypress', () => { throw new Error('thrown'); });
try {
  send('x');
} catch (err) {
  log(err.message);
}
send('y');

// An escape that stands alone is a key once time has passed.
const timed = new PassThrough();
readline.emitKeypressEvents(timed, { escapeCodeTimeout: 1 });
timed.on('keypress', mustCall(listener));
timed.write('\x1b');
