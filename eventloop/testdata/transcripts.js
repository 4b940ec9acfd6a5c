// Records on Node what eventloop's TestTranscripts replays:
//
//	node transcripts.js > transcripts.txt
//
// A line of the output is a program, " => " and what it printed. A program is
// a list of blocks; block 0 is the main script, every other one the body of a
// callback that is named after it. Times are in units of 4 ms. Operations:
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
// middle of a unit. A program whose outcome differs between attempts all the
// same, or that prints nothing, is left out.
'use strict';
const { execFileSync } = require('child_process');

if (process.argv[2] === 'run') run(process.argv[3]);
else record(Number(process.argv[2] || 300));

function record(count) {
  const random = generator(20260101);
  for (let made = 0; made < count; ) {
    const program = invent(random);
    const outcome = attempt(program);
    if (outcome && outcome === attempt(program) && outcome === attempt(program)) {
      made++;
      console.log(`${program} => ${outcome}`);
    }
  }
}

// attempt returns null for a program that does not end: Node throws for ever
// when the immediate after one that threw has been cleared.
function attempt(program) {
  const limits = { encoding: 'utf8', timeout: 2000, killSignal: 'SIGKILL', stdio: ['ignore', 'pipe', 'ignore'] };
  try {
    return execFileSync(process.execPath, [__filename, 'run', program], limits);
  } catch {
    return null;
  }
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
    out.push(ops.join(' '));
  }
  return out.join(' / ');
}

// generator is a small random number generator with a fixed seed.
function generator(seed) {
  let s = seed >>> 0;
  return () => {
    s = (Math.imul(s, 1664525) + 1013904223) >>> 0;
    return (s >>> 8) / 2 ** 24;
  };
}

function run(program) {
  const blocks = program.split('/').map((b) => b.trim().split(' ').filter(Boolean));
  const things = [];
  const runs = [];
  const out = [];
  const { Pipe, constants } = process.binding('pipe_wrap');
  const unit = 4;
  let start = 0;
  const clock = () => Number(process.hrtime.bigint()) / 1e6 - start;
  const busyUntil = (t) => { while (clock() < t); };
  const units = () => Math.floor(clock() / unit);
  const middle = () => {
    const late = clock() % unit > unit / 2 + 0.7;
    busyUntil((units() + late + 0.5) * unit);
  };
  const callback = (n) => () => {
    middle();
    out.push(`${n}@${units()}`);
    if (out.length >= 60) process.exit();
    body(n);
  };
  const body = (n) => {
    runs[n] = (runs[n] || 0) + 1;
    const thing = things[n];
    if (thing && thing.interval && runs[n] >= 3) clearInterval(thing.it);
    for (const op of blocks[n]) {
      const [m, arg] = op.slice(1).split(':').map(Number);
      const t = things[m];
      switch (op[0]) {
        case 't': things[m] = { it: setTimeout(callback(m), arg * unit) }; break;
        case 'i': things[m] = { it: setInterval(callback(m), arg * unit), interval: true }; break;
        case 'm': things[m] = { it: setImmediate(callback(m)), immediate: true }; break;
        case 'c': if (t) (t.immediate ? clearImmediate : clearTimeout)(t.it); break;
        case 'r': if (t && !t.immediate) t.it.refresh(); break;
        case 'u': if (t) t.it.unref(); break;
        case 'f': if (t) t.it.ref(); break;
        case 'q': new Pipe(constants.SOCKET).close(callback(m)); break;
        case 'n': process.nextTick(callback(m)); break;
        case 'b': busyUntil((units() + m + 0.5) * unit); break;
        case 'x': throw new Error('x');
      }
    }
  };
  process.on('uncaughtException', () => { out.push('!'); });
  process.on('exit', () => { process.stdout.write(out.join(' ')); });
  setTimeout(() => {
    // Warm up.
    setTimeout(() => {}, 5);
    busyUntil(clock() + 2);
  }, 1);
  process.once('beforeExit', () => {
    // Nothing is left in the loop. Half a millisecond is where rounding
    // does not matter.
    busyUntil(Math.floor(clock()) + 1.5);
    start = Math.floor(clock()) + 0.5;
    middle();
    body(0);
  });
}
