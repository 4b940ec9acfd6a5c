// How console and util.inspect show buffers.
// Expect-Stdout-File: inspect.golden
'use strict';

const util = require('util');
const { transcript } = require('../common');

const log = transcript();

log(util.inspect(Buffer.from('abc')), util.inspect(Buffer.alloc(0)), util.inspect({ b: Buffer.from([255]) }));
log(util.inspect(Buffer.alloc(60)));
const extra = Buffer.from('x');
extra.note = 'more';
log(util.inspect(extra), Buffer.from('xy').inspect());
log(util.format('%s %j %o', Buffer.from('s'), Buffer.from('j'), 1));
log(String(Buffer.from('as text')), Buffer.from('a') + 'b');
