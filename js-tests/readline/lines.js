// Where lines end, in pieces of input of any kind.
// Expect-Stdout-File: lines.golden
'use strict';

const readline = require('readline');
const { PassThrough } = require('stream');
const EventEmitter = require('events');
const { transcript } = require('../common');

const log = transcript();

class Input extends EventEmitter {
  pause() {}

  resume() {}
}

function lines(name, pieces, options = {}) {
  const input = new Input();
  const rl = readline.createInterface({ input, ...options });
  const got = [];
  rl.on('line', (line) => got.push(line));
  rl.on('close', () => got.push(rl.closed));
  for (const piece of pieces) input.emit('data', piece);
  input.emit('end');
  log(name, JSON.stringify(got));
}

const bytes = (text) => Buffer.from(text);
lines('LF', ['one\ntwo\n\nthree']);
lines('CR LF', ['one\r\ntwo\r\n\r\nthree\r\n']);
lines('CR', ['one\rtwo\r\rthree\r']);
lines('mixed', ['a\r\n\rb\n\r\nc\n\n\rd']);
lines('separators', ['a\u2028b\u2029c\u2027d\u202ae\u2028']);
lines('no ends', ['a\vb\fc\x85d']);
lines('empty', ['']);
lines('only an end', ['\n']);
lines('bytes', [bytes('h\u00e9llo\nw\u00f6rld\n'), new Uint8Array([65, 10, 66])]);
lines('pieces', ['on', 'e\nt', '', 'wo', '\n', '\n']);
lines('CR and LF apart', ['one\r', '\ntwo\r', '\n', '\nthree'], { crlfDelay: Infinity });
lines('CR and CR apart', ['one\r', '\rtwo\r', 'x\n'], { crlfDelay: Infinity });
lines('character in two', [bytes('\u00e9\u65e5').subarray(0, 3), bytes('\u00e9\u65e5').subarray(3), '\n', bytes('\ud83d\ude00\n').subarray(0, 2),
                            bytes('\ud83d\ude00\n').subarray(2)]);
lines('separator in two', [bytes('a\u2028b').subarray(0, 2), bytes('a\u2028b').subarray(2)]);
lines('broken bytes', [Buffer.from([0x61, 0xff, 0x0a, 0xe2, 0x80]), Buffer.from([0x0a])]);
lines('lone surrogate', ['\ud83dx\n\udc00']);
lines('long', ['x'.repeat(3000) + '\n' + 'y'.repeat(5) + '\n' + 'z'.repeat(2000)].map((text) => text.replace(/(.)\1{99,}/g, '$1~')));

// A listener that writes more is answered in the order of the input.
{
  const rl = readline.createInterface({ input: new Input() });
  const got = [];
  rl.on('line', (line) => {
    got.push(line);
    if (line === 'b') rl.write('inner\nrest');
  });
  rl.write('a\nb\nc\nd');
  rl.write('!\n');
  log('recursive', JSON.stringify(got), JSON.stringify(rl._line_buffer || ''));
}

// A closed interface hands out what it had, and takes no more.
{
  const input = new Input();
  const rl = readline.createInterface({ input });
  const got = [];
  rl.on('line', (line) => {
    got.push(line);
    rl.close();
  });
  input.emit('data', 'a\nb\nc');
  log('closed within', JSON.stringify(got), input.listenerCount('data'), input.listenerCount('end'), input.listenerCount('error'));
}

// A real stream.
{
  const input = new PassThrough();
  const rl = readline.createInterface({ input, crlfDelay: Infinity });
  for (const event of ['line', 'pause', 'resume', 'close']) rl.on(event, (line) => log('stream', event, line));
  input.write('first\nsecond\n');
  setImmediate(() => {
    rl.pause();
    input.write('third\n');
    setImmediate(() => {
      log('paused', rl.paused, input.isPaused());
      rl.resume();
      input.end('fourth');
    });
  });
}
