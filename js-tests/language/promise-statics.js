// Promise.try and Promise.withResolvers.
// Expect-Stdout-File: promise-statics.golden
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
(async () => {
const ce = async (f) => { try { return await f(); } catch (e) { return e.name + ': ' + e.message; } };
 P(await Promise.try((a,b)=>a+b,1,2),await ce(()=>Promise.try(1)),await ce(()=>Promise.try(()=>{throw new Error('t')})),T(()=>Promise.try.call(1)),T(()=>Promise.withResolvers.call(1)),T(()=>Promise.withResolvers.call(function(){})));
const w = Promise.withResolvers();
w.resolve(5);
P(Object.keys(w).join(), await w.promise);
})();
