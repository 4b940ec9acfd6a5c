// util.parseArgs: options, positionals, tokens, negation, defaults, errors.
// Expect-Stdout-File: parse-args.golden
// Args: --color "pos one" -v
// Needs-Node: 24
'use strict';

const { parseArgs } = require('util');
const { transcript } = require('../common');

const log = transcript();

function run(config) {
  try {
    const { values, positionals, tokens } = parseArgs(config);
    log(JSON.stringify({ values, positionals, tokens }));
  } catch (err) {
    log(err.name, err.code, err.message);
  }
}

const options = { color: { type: 'boolean', short: 'c' }, name: { type: 'string', short: 'n' }, many: { type: 'string', multiple: true }, verbose: { type: 'boolean', short: 'v', multiple: true } };
run({ options, allowPositionals: true });
for (const args of [
  [], ['--color'], ['-c'], ['--name', 'x'], ['--name=x'], ['-n', 'x'], ['-nx'], ['-n=x'], ['-cn', 'x'], ['-cnx'], ['-vvc'], ['--many', 'a', '--many=b'], ['--name='], ['--name', '-'],
  ['--', '-c'], ['--name'], ['--name', '-x'], ['-n', '--color'], ['-n', '--'], ['--color=1'], ['--unknown'], ['-u'], ['positional'], ['--no-color'], ['--name', 'a', '--name', 'b'], ['--__proto__', 'x'],
]) {
  for (const more of [{}, { allowPositionals: true, tokens: true }, { strict: false }, { allowNegative: true }]) {
    run({ args, options, ...more });
  }
}
for (const config of [
  { args: ['-abc', 'x', '--d=e', '--f'], strict: false, tokens: true }, { args: ['--no-x', '--no-y=1'], strict: false, allowNegative: true, tokens: true },
  { args: [], options: { a: { type: 'string', default: 'd' }, b: { type: 'boolean', default: false }, c: { type: 'string', multiple: true, default: ['x'] } } },
  { args: ['--a=1'], options: { a: { type: 'string', default: 'd' } } }, { args: 'text' }, { args: [], options: 1 }, { args: [], options: { a: 1 } }, { args: [], options: { a: {} } },
  { args: [], options: { a: { type: 'number' } } }, { args: [], options: { a: { type: 'string', short: 'ab' } } }, { args: [], options: { a: { type: 'string', short: 1 } } },
  { args: [], options: { a: { type: 'string', multiple: 1 } } }, { args: [], options: { a: { type: 'string', default: 1 } } }, { args: [], options: { a: { type: 'boolean', multiple: true, default: [1] } } },
  { args: [], strict: 1 }, { args: [], tokens: 1 }, { args: [], allowPositionals: 1 }, { args: [], allowNegative: 1 },
]) {
  run(config);
}
log(Object.getPrototypeOf(parseArgs({ args: [] }).values));
