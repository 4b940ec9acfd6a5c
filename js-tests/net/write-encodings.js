// Every encoding of write() and end(), the default one, and setDefaultEncoding.
// Expect-Stdout-File: write-encodings.golden
'use strict';

const { pair } = require('../netpair');
const { mustCall, transcript } = require('../common');

const log = transcript();

pair((client, peer) => {
  const parts = [];
  peer.on('data', (chunk) => parts.push(chunk));
  peer.on('end', mustCall(() => log(Buffer.concat(parts).toString('hex').replace(/2c/g, '\n'))));
  const comma = () => client.write(',');
  for (const [text, encoding] of [
    ['\u00e9\u20ac\ud83d\ude00', 'utf8'], ['\u00e9\u20ac', 'latin1'], ['\u00e9', 'binary'], ['\u00e9a', 'ascii'],
    ['\u00e9\u20ac', 'utf16le'], ['a', 'ucs2'], ['00ff7', 'hex'], ['/+8=', 'base64'], ['_-8', 'base64url'], ['UP', 'UTF-8'],
    ['\ud800', 'utf8'],
  ]) {
    client.write(text, encoding);
    comma();
  }
  client.setDefaultEncoding('latin1');
  client.write('\u00e9');
  comma();
  client.end('\u00e9', 'utf16le');
});
