// util.deprecate: warnings once for each code, classes, switched off and on.
// Expect-Stdout-File: deprecate.golden
// Env: NODE_NO_WARNINGS=1
// Process: own (the command reads NODE_NO_WARNINGS)
'use strict';

const util = require('util');
const { transcript, throwsError } = require('../common');

const log = transcript();
process.on('warning', (w) => log('warning', w.name, w.code, w.message));

function add(a, b) { return [this === undefined ? 'no receiver' : this, a + b].join(); }
const old = util.deprecate(add, 'add is old', 'DEP_ADD');
log(old(1, 2), old.call('receiver', 3, 4), old.length, Object.getPrototypeOf(old) === add);
log(util.deprecate(add, 'another text', 'DEP_ADD')(1, 1));
const codeless = util.deprecate(() => 'no code', 'without a code');
log(codeless(), codeless());
log(util.deprecate(() => 'the same text', 'without a code')());

class Point { constructor(x) { this.x = x; } }
const OldPoint = util.deprecate(Point, 'Point is old', 'DEP_POINT');
class Sub extends OldPoint { constructor() { super(7); } }
log(new OldPoint(5).x, new OldPoint(5) instanceof Point, new Point() instanceof OldPoint, new Sub().x, new Sub() instanceof Point);
throwsError(() => util.deprecate(add, 'text', 5), { code: 'ERR_INVALID_ARG_TYPE' });

const quiet = util.deprecate(() => 'quiet', 'quiet no more', 'DEP_QUIET');
process.noDeprecation = true;
log(quiet());
process.noDeprecation = false;
log(quiet());
log(util.isArray([]), util.isArray({}), util._extend({ a: 1 }, { b: 2 }).b, util._extend(1, null));

setImmediate(() => {
  process.throwDeprecation = true;
  process.once('uncaughtException', (err) => log('uncaught', err.name, err.code, err.message));
  log(util.deprecate(() => 'before it throws', 'this one throws', 'DEP_THROWS')());
});
