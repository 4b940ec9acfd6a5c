// A transcript differs from its golden in the order of two lines.
// Expect-Stdout-File: wrong-golden.golden
// Canary: (?s)stdout differs from wrong-golden\.golden:\n +one\nwant\| three\n.*got \| two\n
'use strict';

const log = require('../common').transcript();

log('one');
log('two');
log('three');
