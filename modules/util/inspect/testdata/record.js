// Records what Node prints for cases.txt:
//
//     node record.js > golden.json
//
// Run it with Node 24 after changing the cases.
'use strict';

const fs = require('fs');
const path = require('path');
const util = require('util');

const run = require('./run.js')(util);
const text = fs.readFileSync(path.join(__dirname, 'cases.txt'), 'utf8');
const recorded = run.read(text).map((test) => ({ ...test, want: run.print(test).split('\n') }));
console.log(JSON.stringify(recorded, null, 1));
