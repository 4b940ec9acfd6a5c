// Records on Node what eventloop's TestTranscripts replays:
//
//	node --min-semi-space-size=64 transcripts.js > transcripts.txt
//
// The option is against garbage collections: the tasks that V8 queues for them
// are further places where Node looks at the process.nextTick queue.
//
// A line of the output is a program, " => " and what it printed. A program is
// a list of blocks; block 0 is the main script, every other one the body of a
// callback that is named after it. Times are in units of 6 ms. Operations:
//
//	t3:20  setTimeout of block 3, 20 units   i3:20  setInterval
//	c3     clear timer or immediate 3        r3     refresh timer 3
//	u3 f3  unref, ref                        m3     setImmediate
//	q3     close a handle, callback 3        n3     process.nextTick
//	b5     keep busy for 5 units             x      throw
//
// A callback prints its number and the units since the start, an exception
// that nobody caught a "!". Intervals end after three runs, and the whole
// program after 60 callbacks.
//
// To make the outcome the same every time, what a callback does begins in the
// middle of a unit. Every program runs three times; one that does not end the
// same way each time, or prints next to nothing, is left out. On a busy machine
// give Node a real-time priority.
'use strict';
const { Pipe, constants } = process.binding('pipe_wrap');

const unit = 6;
const now = () => Number(process.hrtime.bigint()) / 1e6;
const nobody = new Int32Array(new SharedArrayBuffer(4)); // wakes us up

const random = generator(20260101);
let programs = Array.from({ length: Number(process.argv[2] || 300) }, () => invent(random)).filter(isAlive);
let outcomes = [];
const attempts = 3;

let player = null;
let attempt = 0;
let next = 0;

process.on('uncaughtException', (err) => player.uncaught(err));
process.on('beforeExit', () => {
  if (player) finish();
  else if (next < programs.length) begin(new Player(programs[next++]));
  else if (++attempt < attempts) again();
  else report();
});

// begin runs a program, with nothing left in the loop of the one before.
function begin(p) {
  player = p;
  p.main();
}

// finish ends it. Node keeps empty lists of timers until they expire.
function finish() {
  (outcomes[next - 1] ||= []).push(player.out.join(' '));
  player.end();
  player = null;
  setTimeout(() => {}, 13 * unit);
}

// again begins another round, without the dull programs.
function again() {
  const busy = (_, i) => outcomes[i][0].split(' ').length > 3;
  [programs, outcomes] = [programs.filter(busy), outcomes.filter(busy)];
  next = 0;
  setTimeout(() => {}, 1);
}

function report() {
  programs.forEach((program, i) => {
    if (new Set(outcomes[i]).size === 1) console.log(`${program} => ${outcomes[i][0]}`);
  });
  process.exit();
}

// invent makes a program in which a block only starts later ones.
function invent(random) {
  const pick = (n) => Math.floor(random() * n);
  const blocks = 4 + pick(10);
  const withThrows = pick(2) === 0;
  const delays = [1, 2, 3, 5, 5, 5, 7, 10, 10, 12];
  const out = [];
  for (let b = 0; b < blocks; b++) {
    const ops = [];
    const later = () => b + 1 + pick(blocks - b - 1);
    const any = () => 1 + pick(blocks - 1);
    for (let k = b === 0 ? 5 + pick(6) : pick(4); k > 0; k--) {
      const canStart = b < blocks - 1;
      switch (pick(withThrows ? 14 : 12)) {
        case 0: case 1: case 2: case 3:
          if (canStart) ops.push(`t${later()}:${delays[pick(delays.length)]}`);
          break;
        case 4: if (canStart) ops.push(`i${later()}:${delays[pick(delays.length)]}`); break;
        case 5: if (canStart) ops.push(`m${later()}`); break;
        case 6: if (canStart) ops.push(`q${later()}`); break;
        case 7: ops.push(`c${any()}`); break;
        case 8: ops.push(`r${any()}`); break;
        case 9: ops.push(`${'uf'[pick(2)]}${any()}`); break;
        case 10: case 11: ops.push(`b${1 + pick(8)}`); break;
        default: if (canStart) ops.push(`n${later()}`); break;
      }
    }
    if (withThrows && pick(b === 0 ? 6 : 3) === 0) ops.push('x');
    out.push(ops);
  }
  if (withThrows) spareImmediates(out);
  return out.map((ops) => ops.join(' ')).join(' / ');
}

// spareImmediates takes out what may clear an immediate: Node 24 throws for
// ever when the immediate after one that threw has been cleared.
function spareImmediates(blocks) {
  const made = new Set(blocks.flat().filter((op) => op[0] === 'm').map((op) => op.slice(1)));
  blocks.forEach((ops, b) => {
    blocks[b] = ops.filter((op) => op[0] !== 'c' || !made.has(op.slice(1)));
  });
}

// isAlive says whether the main script of a program leaves something behind:
// otherwise Node would not emit 'beforeExit' after it.
function isAlive(program) {
  const ops = program.split('/')[0].trim().split(' ');
  const touched = new Set(ops.filter((op) => 'cu'.includes(op[0])).map((op) => op.slice(1)));
  return ops.some((op) => 'timq'.includes(op[0]) && !touched.has(op.slice(1).split(':')[0]));
}

// generator is a small random number generator with a fixed seed.
function generator(seed) {
  let s = seed >>> 0;
  return () => {
    s = (Math.imul(s, 1664525) + 1013904223) >>> 0;
    return (s >>> 8) / 2 ** 24;
  };
}

class Player {
  constructor(program) {
    this.blocks = program.split('/').map((b) => b.trim().split(' ').filter(Boolean));
    this.things = [];
    this.all = [];
    this.runs = [];
    this.out = [];
    this.ended = false;
  }

  main() {
    // Half a millisecond is where rounding does not matter.
    this.start = 0;
    this.busyUntil(Math.floor(now()) + 1.5);
    this.start = Math.floor(now()) + 0.5;
    this.toMiddle();
    this.body(0);
  }

  end() {
    this.ended = true;
    this.all.forEach((t) => t.immediate || clearTimeout(t.it));
  }

  clock() { return now() - this.start; }

  units() { return Math.floor(this.clock() / unit); }

  // busyUntil sleeps for most of the time: the clock's numbers are garbage.
  busyUntil(t) {
    const most = t - this.clock() - 0.5;
    if (most > 0) Atomics.wait(nobody, 0, 0, most);
    while (this.clock() < t);
  }

  toMiddle() {
    const late = this.clock() % unit > unit / 2 + 1.9;
    this.busyUntil((this.units() + late + 0.5) * unit);
  }

  callback(n) {
    return () => {
      if (this.ended) return;
      this.toMiddle();
      this.out.push(`${n}@${this.units()}`);
      if (this.out.length >= 60) this.end();
      else this.body(n);
    };
  }

  uncaught(err) {
    if (this.ended) return;
    this.out.push(err.message === 'x' ? '!' : String(err));
  }

  add(n, thing) {
    this.things[n] = thing;
    this.all.push(thing);
  }

  body(n) {
    this.runs[n] = (this.runs[n] || 0) + 1;
    const thing = this.things[n];
    if (thing && thing.interval && this.runs[n] >= 3) clearInterval(thing.it);
    for (const op of this.blocks[n]) this.do(op);
  }

  do(op) {
    const [n, delay] = op.slice(1).split(':').map(Number);
    const t = this.things[n];
    switch (op[0]) {
      case 't': this.add(n, { it: setTimeout(this.callback(n), delay * unit) }); break;
      case 'i': this.add(n, { it: setInterval(this.callback(n), delay * unit), interval: true }); break;
      case 'm': this.add(n, { it: setImmediate(this.callback(n)), immediate: true }); break;
      case 'c': if (t) (t.immediate ? clearImmediate : clearTimeout)(t.it); break;
      case 'r': if (t && !t.immediate) t.it.refresh(); break;
      case 'u': if (t) t.it.unref(); break;
      case 'f': if (t) t.it.ref(); break;
      case 'q': new Pipe(constants.SOCKET).close(this.callback(n)); break;
      case 'n': process.nextTick(this.callback(n)); break;
      case 'b': this.busyUntil((this.units() + n + 0.5) * unit); break;
      case 'x': throw new Error('x');
    }
  }
}
