// A terminal that exists in memory: an input that the test types on, and an
// output that remembers what was written.
'use strict';

const EventEmitter = require('events');

class Keyboard extends EventEmitter {
  constructor(log) {
    super();
    this.log = log;
  }

  resume() { this.log('input resumed'); }

  pause() { this.log('input paused'); }

  setRawMode(flag) { this.log('raw mode', flag); }

  // type is what the keys send, as one piece of input.
  type(text) { this.emit('data', Buffer.from(text)); }
}

class Screen extends EventEmitter {
  constructor(columns) {
    super();
    this.columns = columns;
    this.written = [];
  }

  write(text) { this.written.push(text); }

  // take is what was written since the last time.
  take() { return JSON.stringify(this.written.splice(0).join('')); }
}

// terminal returns an interface from create on a keyboard and a screen, with
// the functions that drive and record it.
function terminal(create, log, options = {}) {
  const keyboard = new Keyboard(options.quiet ? () => {} : log);
  const screen = new Screen(options.columns || 40);
  const rl = create({ input: keyboard, output: screen, terminal: true, ...options });
  const state = () => log(' ', JSON.stringify(rl.line), rl.cursor, screen.take());
  return {
    rl, keyboard, screen, state,
    // type sends text and records what became of it.
    type(...texts) {
      for (const text of texts) {
        log('type', JSON.stringify(text));
        keyboard.type(text);
        state();
      }
    },
    // press calls rl.write with keys by name: 'left', 'ctrl+w', 'meta+b'.
    press(...names) {
      for (const name of names) {
        const parts = name.split('+');
        const key = { name: parts.pop() };
        for (const modifier of parts) key[modifier] = true;
        log('press', name);
        rl.write(null, key);
        state();
      }
    },
  };
}

module.exports = { Keyboard, Screen, terminal };
