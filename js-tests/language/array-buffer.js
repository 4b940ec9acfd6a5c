// The transfer of array buffers, detached, and the errors of what it cannot do.
// Expect-Stdout-File: array-buffer.golden
// Needs-Node: 24
'use strict';

const T = (f) => {
  try {
    const r = f();
    return typeof r === 'object' ? JSON.stringify(r) : String(r);
  } catch (e) {
    return e.name + ': ' + e.message;
  }
};
const P = console.log;
const ab=new ArrayBuffer(8);new Uint8Array(ab)[0]=7;const ab2=ab.transfer(16);P(ab.detached,ab.byteLength,ab2.byteLength,new Uint8Array(ab2)[0],T(()=>ab.transfer()),T(()=>ab.slice(0)),T(()=>ab2.resize(4)),ab2.resizable,ab2.maxByteLength,T(()=>ArrayBuffer.prototype.transfer.call(1)),T(()=>Object.getOwnPropertyDescriptor(ArrayBuffer.prototype,'detached').get.call({})),T(()=>ArrayBuffer.prototype.resize.call({})),ab2.transferToFixedLength(2).byteLength,T(()=>new ArrayBuffer(8).transfer(-1)), ab.maxByteLength);
