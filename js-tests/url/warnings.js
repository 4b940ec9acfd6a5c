// The deprecation warnings of url and punycode.
// Expect-Stdout-File: warnings.golden
// Expect-Stderr: DEP0040
// Expect-Stderr: DEP0169
// Expect-Stderr: DEP0170
'use strict';

const { transcript } = require('./fixtures/helper');

const log = transcript();
process.on('warning', (w) => { log(w.name, w.code, w.message); });
const url = require('url');
const punycode = require('punycode');
log(url.format({ protocol: 'a', pathname: 'b' }), new url.Url().parse('c').href);
url.parse('http://a:x/');
url.parse('http://b:y/');
url.resolve('a', 'b');
log(punycode.version, require('node:punycode') === punycode);
