// Strings that would be longer than buffer.constants.MAX_STRING_LENGTH.
// Expect-Stdout-File: string-length.golden
'use strict';

const { MAX_STRING_LENGTH } = require('buffer').constants;

function attempt(name, fn) {
  try {
    console.log(name, JSON.stringify(fn()));
  } catch (err) {
    console.log(name, `${err}`);
  }
}

for (const count of [MAX_STRING_LENGTH + 1, 2 ** 53, 1e300, -1, -0.5, NaN, Infinity, -Infinity, '2', null]) {
  attempt(`repeat ${count}`, () => 'a'.repeat(count));
  attempt(`repeat nothing ${count}`, () => ''.repeat(count));
}
attempt('two units', () => 'ab'.repeat(2 ** 28));
attempt('an object', () => 'x'.repeat({ valueOf: () => 3 }));
attempt('no receiver', () => String.prototype.repeat.call(null, 2));
attempt('a number', () => String.prototype.repeat.call(12, 2));
attempt('a symbol', () => 'a'.repeat(Symbol('s')));
for (const method of ['padStart', 'padEnd']) {
  for (const length of [MAX_STRING_LENGTH + 1, 2 ** 53, Infinity, 5, 1, -1, NaN]) {
    attempt(`${method} ${length}`, () => 'abc'[method](length));
    attempt(`${method} ${length} with nothing`, () => 'abc'[method](length, ''));
    attempt(`${method} ${length} with text`, () => 'abc'[method](length, 'é€'));
  }
  console.log(String.prototype[method].length, String.prototype[method].name);
}
console.log(String.prototype.repeat.length, String.prototype.repeat.name);
