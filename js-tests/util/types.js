// util.types and the checks on util itself.
// Expect-Stdout-File: types.golden
'use strict';

const util = require('util');
const { transcript } = require('../common');

const log = transcript();
const values = {
  promise: Promise.resolve(), regexp: /x/, date: new Date(), error: new Error(), map: new Map(), set: new Set(), weakMap: new WeakMap(), weakSet: new WeakSet(),
  arrayBuffer: new ArrayBuffer(1), dataView: new DataView(new ArrayBuffer(1)), uint8: new Uint8Array(1), float64: new Float64Array(1), buffer: Buffer.alloc(1),
  number: new Number(1), string: new String(''), boolean: new Boolean(true), symbol: Object(Symbol()), bigint: Object(1n), generator: (function* () {})(), generatorFn: function* () {},
  asyncFn: async () => {}, proxy: new Proxy({}, {}), args: (function() { return arguments; })(), plain: {}, array: [], mapIterator: new Map().keys(), setIterator: new Set().values(),
};
const checks = ['isPromise', 'isRegExp', 'isDate', 'isNativeError', 'isMap', 'isSet', 'isWeakMap', 'isWeakSet', 'isArrayBuffer', 'isAnyArrayBuffer', 'isArrayBufferView', 'isDataView',
                'isTypedArray', 'isUint8Array', 'isFloat64Array', 'isNumberObject', 'isStringObject', 'isBooleanObject', 'isSymbolObject', 'isBigIntObject', 'isBoxedPrimitive',
                'isGeneratorObject', 'isGeneratorFunction', 'isAsyncFunction', 'isProxy', 'isArgumentsObject', 'isMapIterator', 'isSetIterator'];
for (const check of checks) {
  log(check, Object.keys(values).filter((name) => util.types[check](values[name])).join());
}
log(require('util/types') === util.types, util.isDeepStrictEqual({ a: [1, { b: 2 }] }, { a: [1, { b: 2 }] }), util.isDeepStrictEqual([1], ['1']));
