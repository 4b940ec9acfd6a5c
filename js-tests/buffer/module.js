// What require('buffer') has besides Buffer.
// Expect-Stdout-File: module.golden
'use strict';

const buffer = require('buffer');
const { transcript } = require('../common');

const log = transcript();

log(buffer.Buffer === Buffer, require('node:buffer') === buffer, buffer.kMaxLength === buffer.constants.MAX_LENGTH, typeof buffer.constants.MAX_STRING_LENGTH);
log(buffer.INSPECT_MAX_BYTES, typeof buffer.transcode, typeof buffer.Blob, buffer.isUtf8(Buffer.from('\u20ac')), buffer.isUtf8(Buffer.from([0xff])), buffer.isAscii(Buffer.from('a')), buffer.isAscii(Buffer.from('\u00e9')));
log(buffer.atob('aGk='), buffer.btoa('hi'), atob === buffer.atob, btoa === buffer.btoa, globalThis.Buffer === Buffer);
for (const fn of [() => atob('*'), () => btoa('\u20ac')]) {
  try {
    fn();
  } catch (err) {
    log(err.name, err.code, err.message);
  }
}
log(buffer.transcode(Buffer.from('\u20ac\u00e9'), 'utf8', 'latin1').toString('hex'));
