// The deprecation warnings of url and punycode.
// Expect-Stdout-File: warnings.golden
// Expect-Stderr: DEP0040
// Expect-Stderr: DEP0169
'use strict';

const { transcript } = require('./fixtures/helper');

const log = transcript();
process.on('warning', (w) => { log(w.name, w.code, w.message); });
const url = require('url');
const punycode = require('punycode');
log(url.format({ protocol: 'a', pathname: 'b' }), new url.Url().parse('c').href);
for (const input of ['http://a:x/', 'http://b:y/']) {
  try {
    log(url.parse(input).href);
  } catch (e) {
    log(e.code); // Node 26 no longer warns
  }
}
url.resolve('a', 'b');
log(punycode.version, require('node:punycode') === punycode);
