// A golden is there and the transcript is empty.
// Expect-Stdout-File: wrong-golden.golden
// Canary: stdout differs from wrong-golden\.golden
'use strict';

require('../common').transcript();
