// What scripts rely on in the language: getters by __defineGetter__, labels,
// tagged templates, spread, BigInt, private members.
// Expect-Stdout-File: language.golden
const log = require('../common').transcript();

const o = {};
o.__defineGetter__('g', () => 'getter');
o.__defineSetter__('s', function(v) { this.set = v; });
o.s = 5;
log(o.g, o.set, typeof o.__lookupGetter__('g'));

class Counter {
  #n = 0;
  static made = 0;
  static { this.made = 10; }
  get n() { return this.#n; }
  add(by = 1) { this.#n += by; return this; }
  static is(x) { return #n in x; }
}
log(new Counter().add().add(2).n, Counter.made, Counter.is({}), Counter.is(new Counter()));
const tag = (strings, ...values) => strings.raw.join('|') + values.join(',');
log(tag`a${1}\n${2}c`);
const { a, ...rest } = { a: 1, b: 2, c: 3 };
log(a, JSON.stringify(rest), [...'a\u{1f600}'].length, null ?? 'default', undefined?.x?.y, 2n ** 64n, 2 ** 10);
outer: for (const x of [1, 2, 3]) {
  for (const y of [1, 2, 3]) {
    if (y === 2) {
      continue outer;
    }
    if (x === 3) {
      break outer;
    }
    log(x, y);
  }
}
log([3, 1, 2].sort().join(), [1, [2, [3]]].flat(Infinity).join(), Object.entries({ x: 1 }).join(), 'abc'.at(-1), 'x'.padStart(3, '-'), [1, 2, 3].findLast((v) => v < 3));
log('2024-01-02'.match(/(?<year>\d+)-(?<month>\d+)/).groups.month, 'aXbX'.replaceAll('X', '-'), /(?<=\$)\d+/.exec('cost $42')[0], 'e\u0301'.normalize('NFC').length);
