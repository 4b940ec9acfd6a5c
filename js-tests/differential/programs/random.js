// Random numbers, the same for the same seed on every runtime, and what random
// programs share: a transcript that names no addresses and no times.
'use strict';

class Random {
  constructor(seed) {
    this.state = (seed ^ 0x9e3779b9) >>> 0 || 1;
  }

  next() {
    // xorshift32
    let x = this.state;
    x ^= x << 13;
    x >>>= 0;
    x ^= x >>> 17;
    x ^= x << 5;
    this.state = x >>> 0;
    return this.state;
  }

  below(n) {
    return this.next() % n;
  }

  pick(list) {
    return list[this.below(list.length)];
  }

  chance(percent) {
    return this.below(100) < percent;
  }
}

// text words a value for a transcript.
function text(value) {
  if (Buffer.isBuffer(value)) return `<${value.toString('latin1')}>`;
  if (value instanceof Error) return `${value.name}(${value.code || value.message})`;
  if (typeof value === 'function') return 'function';
  if (value && typeof value === 'object') return `{${value.constructor && value.constructor.name}}`;
  return typeof value === 'string' ? JSON.stringify(value) : String(value);
}

// runAll runs programs one after the other: each is given a log function, and
// has ended when nothing of it happens any more for some turns of the loop.
function runAll(make, first, count, turns) {
  let lines = 0;
  let prefix = '';
  const log = (...parts) => {
    lines++;
    console.log(prefix + parts.map((p) => (typeof p === 'string' ? p : text(p))).join(' '));
  };
  process.on('uncaughtException', (err) => log('uncaught', err));
  process.on('unhandledRejection', (err) => log('unhandled', err));
  let seed = first;
  const start = () => {
    if (seed === first + count) return;
    prefix = `${seed}: `;
    log('program');
    make(new Random(seed++), log);
    let quiet = 0;
    let seen = -1;
    const wait = () => {
      quiet = lines === seen ? quiet + 1 : 0;
      seen = lines;
      if (quiet < turns) setImmediate(wait);
      else start();
    };
    setImmediate(wait);
  };
  start();
}

module.exports = { Random, runAll, text };
