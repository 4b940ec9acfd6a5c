// The null device on stdin ends at once; reading it does not hang.
// Process: own (reads its standard input)
'use strict';

const { mustCall, mustNotCall } = require('../common');

process.stdin.on('data', mustNotCall('data'));
process.stdin.on('end', mustCall());
