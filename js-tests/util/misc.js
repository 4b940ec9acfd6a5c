// inherits, deprecate, debuglog, stripVTControlCharacters, toUSVString,
// TextEncoder, TextDecoder.
// Expect-Stdout-File: misc.golden
// Expect-Stderr: ^\(\w+:\d+\) \[DEP_MINE\] DeprecationWarning: use the other one$
'use strict';

const util = require('util');
const { transcript } = require('../common');

const log = transcript();

function Base() {}
Base.prototype.hello = () => 'hello';
function Derived() {}
util.inherits(Derived, Base);
log(new Derived().hello(), Derived.super_ === Base, new Derived() instanceof Base, Object.keys(Derived).join());
for (const args of [[], [Derived], [Derived, null], [Derived, {}], [null, Base], [Derived, () => {}]]) {
  try {
    util.inherits(...args);
    log('no error');
  } catch (err) {
    log(err.name, err.code, err.message);
  }
}
const old = util.deprecate((a) => a + 1, 'use the other one', 'DEP_MINE');
log(old(1), old(2));
const debug = util.debuglog('never');
debug('not printed');
log(debug.enabled, util.stripVTControlCharacters('\u001b[31mred\u001b[39m'), util.toUSVString('a\ud800') === 'a\ufffd');
log(new TextEncoder().encode('\u20ac').join(), new TextDecoder().decode(new Uint8Array([0xe2, 0x82, 0xac])), util.TextEncoder === TextEncoder);
log(new TextDecoder('utf-16le').decode(new Uint8Array([0x41, 0])), new TextDecoder('latin1').encoding);
