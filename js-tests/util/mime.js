// MIMEType and MIMEParams.
// Expect-Stdout-File: mime.golden
// Needs-Node: 24
'use strict';

const { MIMEType, MIMEParams, inspect } = require('util');
const { transcript } = require('../common');

const log = transcript();

function attempt(fn) {
  try {
    log(fn());
  } catch (err) {
    log(err.name, err.code, err.message);
  }
}

for (const text of ['text/html', 'TEXT/Html; Charset="utf-8"; q=0.5', ' text/plain ;a=b;;c=', 'a/b;c="d\\"e"', 'a/b;c="open', 'a/b;c=d e', 'a/b;c=\u00e9', '', 'text', 'te xt/x', '/x', 'x/', 'x/y z', 5]) {
  attempt(() => {
    const type = new MIMEType(text);
    return [String(type), type.essence, type.type, type.subtype, JSON.stringify([...type.params])].join(' | ');
  });
}
const type = new MIMEType('a/b;c=d');
attempt(() => { type.type = 'X'; type.subtype = 'y+z'; type.params.set('New', 'two words'); return JSON.stringify(type); });
attempt(() => { type.type = 'not valid'; });
attempt(() => { type.subtype = ''; });
attempt(() => type.params.set('a b', 'x'));
attempt(() => type.params.set('a', '\u0100'));
const params = new MIMEParams();
params.set('A', '1');
params.set('b', '');
log(params.get('A'), params.get('a'), params.has('B'), params.get('zz'), String(params));
const entries = params.entries();
params.set('later', 2);
log(JSON.stringify([...entries]), [...params.keys()].join(), [...params.values()].join(), JSON.stringify(params));
params.delete('A');
log(String(params), type.params === type.params, inspect(type), inspect(params), inspect(params.keys()));
log(MIMEType.parse('nope'), String(MIMEType.parse('a/b')));
