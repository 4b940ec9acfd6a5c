// Half precision numbers in Math and DataView.
// Expect-Stdout-File: float16.golden
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
P(Math.f16round(1.337),Math.f16round(65520),Math.f16round(65519.99),Math.f16round(5.960464477539063e-8),Math.f16round(2.98e-8),Math.f16round(-0),Math.f16round('x'));
const dv=new DataView(new ArrayBuffer(4));P(dv.setFloat16(0,1.5),dv.getUint16(0),dv.getFloat16(0),dv.setFloat16(2,-2,true),dv.getFloat16(2,true),T(()=>dv.getFloat16(3)),T(()=>DataView.prototype.getFloat16.call(1)),T(()=>dv.getFloat16(-1)));
