// The greatest line and column offsets cost no memory.
'use strict';

const assert = require('assert');
const vm = require('vm');

const max = 2 ** 31 - 1;
assert.strictEqual(vm.compileFunction('return 1', [], { lineOffset: max, columnOffset: max })(), 1);
assert.strictEqual(new vm.Script('2', { lineOffset: max, columnOffset: max }).runInThisContext(), 2);
assert.throws(() => vm.compileFunction('', [], { lineOffset: max + 1 }), { code: 'ERR_OUT_OF_RANGE' });
