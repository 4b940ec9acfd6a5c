// Records which random paths match which random patterns by path.matchesGlob
// of the node that runs it, on a system that heeds case:
//
//     node record.js [COUNT [SEED]] > answers.json
'use strict';
const path = require('path');
process.removeAllListeners('warning');

const [count = 3000, seed = 1] = process.argv.slice(2).map(Number);
let state = seed;
function random(n) { // xorshift
  state ^= state << 13; state ^= state >>> 17; state ^= state << 5;
  return (state >>> 0) % n;
}
const pick = (list) => list[random(list.length)];

const names = ['a', 'b', 'ab', 'abc', '.a', 'a.b', 'b.js', '.', '..', '', 'é', '😀', '-', '1', '12', 'x', 'A', ']', '@', '(', 'a)', 'c:', '?', '$', '^', ',', '{a}', 'a\n', '!a', '#a', '...'];
const name = () => random(3) ? pick(names) : pick(names) + pick(names);
const file = () => {
  let s = pick(['', '', '/', '//', './', '../', 'c:/', '//?/C:/', '//s/h/', 'a\\']);
  for (let n = 1 + random(4); n > 0; n--) s += name() + (n > 1 ? pick(['/', '/', '/', '//', '\\']) : pick(['', '', '/']));
  return s;
};
const bits = ['*', '?', '**', '***', '.', '..', '[a-c]', '[!a]', '[^ab]', '[a]', '[', ']', '[[:alpha:]]', '[[:digit:]x]', '[![:punct:]]', '[]a]', '[z-a]', '[b-]', '[!]', '{a,b}', '{1..3}', '{01..10..4}', '{a..c}', '{a}', '{,a}', '{a,{b,c}}', '{', '}', ',', '|', '(', ')', '\\', '${a,b}', '[[:graph:]]', '[a-[:alpha:]]', '{}', '[[:nope:]]', '[a[:space:]-x]'];
function part(depth) {
  let s = '';
  for (let n = 1 + random(3); n > 0; n--) {
    const kind = random(10);
    if (kind < 4) s += name();
    else if (kind < 8) s += pick(bits);
    else if (depth < 2) s += pick(['!', '?', '+', '*', '@']) + '(' + Array.from({ length: 1 + random(3) }, () => random(6) ? part(depth + 1) : '').join('|') + (random(12) ? ')' : '');
  }
  return s;
}
const pattern = () => {
  if (!random(4)) return random(2) ? '**/' + part(0) : part(0) + '/**';
  let s = pick(['', '', '', '/', './', '**/', 'c:/', '//?/c:/']);
  for (let n = 1 + random(3); n > 0; n--) s += part(0) + (n > 1 ? pick(['/', '/', '/**/', '/../', '//', '\\']) : pick(['', '', '/']));
  return s;
};
// A path that has a chance: the pattern without what is special in it.
const near = (g) => g.replace(/\\/g, '/').replace(/\*\*?|\?/g, () => pick(['a', 'b.js', '', 'ab', '.a', '1'])).replace(/\[[^\]]*\]/g, () => pick(['a', 'b', '1', ']', 'x'])).replace(/[!+@(){}|]/g, () => pick(['', '', 'a']));

const out = [];
while (out.length < count) {
  const style = pick(['posix', 'win32']);
  const g = pattern();
  for (const p of [file(), near(g), near(g), near(g)]) {
    // Node takes exponential time for the longer ones.
    if (p.length > 16 || g.length > 40 || ![p, g].every((s) => s.isWellFormed())) continue;
    // Node's own trouble: empty groups become a part of the regular expression,
    // and a text that follows !(!(a)) is looked for twice.
    if (/^[^]*\*\*\/[^]*\*\*[^]*\.[^]*$/.test(g) || /[?+*@!]\(\|*\)|!\(!\(/.test(g)) continue;
    let want;
    try { want = path[style].matchesGlob(p, g); } catch { continue; } // an escape that the u flag forbids
    // Mostly false otherwise.
    if (want === false && random(4)) continue;
    out.push({ style, path: p, pattern: g, want });
  }
}
process.stdout.write('[\n' + out.map((c) => JSON.stringify(c)).join(',\n') + '\n]\n');
