// Errors in util.inspect: stack, properties, cause, nested, without a stack.
// Expect-Stdout-File: inspect-errors.golden
'use strict';

const { inspect } = require('util');
const { transcript } = require('../common');

const log = transcript();
// Stacks differ from machine to machine: their frames do not count here.
const short = (value) => inspect(value)
  .replace(/\n +\.\.\. \d+ lines matching cause stack trace \.\.\./g, '')
  .replace(/\n +at [^\n]*?( \{)?(?=\n|$)/g, '$1');

log(short(new Error('plain')));
log(short(Object.assign(new TypeError('props'), { code: 'EX', info: { a: 1 } })));
log(short(new Error('outer', { cause: new RangeError('inner') })));
log(short({ err: new Error('in an object') }));
log(short([new Error('in an array')]));
class Mine extends Error {
  constructor(message) {
    super(message);
    this.name = 'Mine';
  }
}
log(short(new Mine('named')));
const bare = new Error('no stack');
bare.stack = undefined;
log(short(bare));
const own = new Error('own stack');
own.stack = 'a stack of my own';
log(short(own));
log(short(new AggregateError([new Error('one'), new Error('two')], 'many')));
log(short(new Error('')), short(new Error('multi\nline')));
