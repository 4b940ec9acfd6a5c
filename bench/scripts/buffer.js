// The calls of Buffer and one of createHash: node buffer.js prints a line `name nanoseconds` for each. Every call runs in
// the same loop, and the cost of that loop, the call "nothing", is taken off.
'use strict';

const { createHash } = require('crypto');

const TARGET_NS = 4e6; // the time of one sample
const SAMPLES = 5;

const small = Buffer.alloc(64, 'a'), large = Buffer.alloc(65536, 'a'), same = Buffer.from(large), megabyte = Buffer.alloc(1 << 20, 'a');
const asciiSmall = 'a'.repeat(64), asciiLarge = 'a'.repeat(65536), wide = 'é'.repeat(32768), wideBytes = Buffer.from(wide);
const hexSmall = small.toString('hex'), hexLarge = large.toString('hex');
const base64Small = small.toString('base64'), base64Large = large.toString('base64');
const three = [small, small, small], two = [large, large];

const calls = {
  'nothing': () => small,
  'readUInt32BE': () => small.readUInt32BE(4),
  'writeUInt32BE': () => small.writeUInt32BE(7, 4),
  'readDoubleLE': () => small.readDoubleLE(8),
  'index': () => small[3],
  'length': () => small.length,
  'alloc-64': () => Buffer.alloc(64),
  'from-64': () => Buffer.from(asciiSmall),
  'from-64K': () => Buffer.from(asciiLarge),
  'from-64K-wide': () => Buffer.from(wide),
  'write-64': () => small.write(asciiSmall),
  'toString-64': () => small.toString('utf8'),
  'toString-64K': () => large.toString('utf8'),
  'toString-64K-wide': () => wideBytes.toString('utf8'),
  'latin1-64K': () => large.toString('latin1'),
  'byteLength-64': () => Buffer.byteLength(asciiSmall),
  'byteLength-64K-wide': () => Buffer.byteLength(wide),
  'concat-3x64': () => Buffer.concat(three),
  'concat-2x64K': () => Buffer.concat(two),
  'indexOf-64': () => small.indexOf('b'),
  'indexOf-64K': () => large.indexOf('b'),
  'equals-64': () => small.equals(small),
  'equals-64K': () => large.equals(same),
  'compare-64K': () => large.compare(same),
  'subarray': () => small.subarray(4, 20),
  'slice': () => small.slice(4, 20),
  'copy-64': () => small.copy(large, 10),
  'fill-64K': () => same.fill(97),
  'hex-64': () => small.toString('hex'),
  'hex-64K': () => large.toString('hex'),
  'from-hex-64': () => Buffer.from(hexSmall, 'hex'),
  'from-hex-64K': () => Buffer.from(hexLarge, 'hex'),
  'base64-64': () => small.toString('base64'),
  'base64-64K': () => large.toString('base64'),
  'from-base64-64': () => Buffer.from(base64Small, 'base64'),
  'from-base64-64K': () => Buffer.from(base64Large, 'base64'),
  'sha256-64': () => createHash('sha256').update(small).digest(),
  'sha256-1M': () => createHash('sha256').update(megabyte).digest(),
};

function time(fn, n) {
  const begin = process.hrtime.bigint();
  for (let i = 0; i < n; i++) fn();
  return Number(process.hrtime.bigint() - begin);
}

// The best sample: everything else that runs on the machine only adds.
function measure(fn) {
  let n = 1;
  while (time(fn, n) < TARGET_NS / 4) n *= 2;
  let best = Infinity;
  for (let i = 0; i < SAMPLES; i++) best = Math.min(best, time(fn, n) / n);
  return best;
}

const loop = measure(calls.nothing);
for (const name of Object.keys(calls)) {
  if (name !== 'nothing') console.log(name, Math.max(measure(calls[name]) - loop, 0.1).toFixed(1));
}
