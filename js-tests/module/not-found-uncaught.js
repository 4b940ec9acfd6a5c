// A missing module that nobody catches ends the process with its code and
// requireStack on stderr.
// Expect-Exit: 1
// Expect-Stderr: ^Error: Cannot find module './not-there'$
// Expect-Stderr: ^- .*fixtures.chain.two\.js$
// Expect-Stderr: ^  code: 'MODULE_NOT_FOUND',$
// Expect-Stderr: ^  requireStack: \[$
// Expect-Stderr: ^    '.*fixtures.chain.one\.js',$
'use strict';

require('./fixtures/chain/one');
