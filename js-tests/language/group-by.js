// Object.groupBy and Map.groupBy.
// Expect-Stdout-File: group-by.golden
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
P(T(()=>Object.groupBy()),T(()=>Object.groupBy([1])),T(()=>Object.groupBy(null,x=>x)),T(()=>Object.groupBy(1,x=>x)),T(()=>Object.groupBy([1,2,3],x=>x%2?'o':'e')),T(()=>[...Map.groupBy([1,-0,0],x=>x)]),T(()=>Map.groupBy(1,2)));
P(Object.getPrototypeOf(Object.groupBy('ab', (c, i) => i)));
