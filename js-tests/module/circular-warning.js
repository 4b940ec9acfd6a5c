// What is missing in the exports of a module that is still loading is reported
// when it is read, and only then.
// Expect-Stdout-File: circular-warning.golden
// Process: own (warnings)
'use strict';

const fs = require('fs');
const path = require('path');
const { tmpdir } = require('../common');

const dir = tmpdir();
fs.writeFileSync(path.join(dir, 'a.js'), 'exports.early = 1; require("./b"); exports.late = 2;');
fs.writeFileSync(path.join(dir, 'b.js'), `
const a = require('./a');
console.log(a.early, a.late, a.__esModule, a.toString === Object.prototype.toString);
`);
process.removeAllListeners('warning');
process.on('warning', (w) => console.log(w.name, w.message));
const a = require(path.join(dir, 'a.js'));
console.log(Object.getPrototypeOf(a) === Object.prototype, a.nothing);
