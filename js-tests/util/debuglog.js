// util.debuglog: NODE_DEBUG with names, several of them, and a wildcard.
// Env: NODE_DEBUG=My-Section,wild*
// Expect-Stderr: ^MY-SECTION \d+: number 1 \{ a: 1 \}$
// Expect-Stderr: ^WILDLIFE \d+: two$
// Expect-Stderr: ^lines$
// Expect-Stdout-File: debuglog.golden
'use strict';

const { debuglog, debug } = require('util');
const { transcript } = require('../common');

const log = transcript();
const mine = debuglog('my-section');
log(debug === debuglog, mine.enabled, mine.name, mine('number %d', 1, { a: 1 }));
debuglog('wildlife')('two\nlines');
const other = debuglog('other', (logger) => log('given', logger.name, logger.enabled));
log(other.enabled, other('not printed'), other('nor this'));
const unseen = debuglog('other', (logger) => log('given', logger.name, logger.enabled));
log(unseen('not printed'), unseen.enabled);
const given = debuglog('MY-SECTION', (logger) => log('given', logger.name, logger.enabled, logger === given));
log('before the first use', given.enabled);
for (const name of ['my', 'my-section2', 'awild', 'mySection', '']) {
  log(JSON.stringify(name), debuglog(name).enabled);
}
process.stderr.write = (text) => log('written', text.replace(/\d+/, 'PID').trim());
given('through the stream');
