// stream/consumers: a whole stream as text, JSON, bytes, a Blob.
// Expect-Stdout-File: consumers.golden
'use strict';

const consumers = require('stream/consumers');
const { Readable } = require('stream');
const { inspect } = require('util');
const { transcript } = require('../common');

const log = transcript();
const sources = {
  text: () => Readable.from(['{"a":', '1}']),
  bytes: () => Readable.from([Buffer.from('{"'), Buffer.from([0xc3]), Buffer.from([0xa9]), Buffer.from('":2}')]),
  broken: () => Readable.from([Buffer.from([0x22, 0xff]), Buffer.from([0xe2, 0x82])]),
  bom: () => Readable.from([Buffer.from([0xef, 0xbb]), Buffer.from([0xbf, 0x31])]),
  nothing: () => Readable.from([]),
  array: () => ['[', 'true', ']'],
  failing: () => new Readable({
    read() {
      this.destroy(new Error('no more'));
    },
  }),
  number: () => 1,
};

async function main() {
  for (const name of Object.keys(consumers)) {
    log(name, consumers[name].name, consumers[name].length);
    for (const [kind, make] of Object.entries(sources)) {
      try {
        log(kind, inspect(await consumers[name](make())));
      } catch (err) {
        log(kind, 'failed', err.name, err.code, kind === 'broken' || kind === 'nothing' ? '' : err.message);
      }
    }
  }
}

main();
