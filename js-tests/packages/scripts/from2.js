'use strict';
const from = require('from2');

const text = 'some text that is read in the sizes that are asked for';
let rest = text;
const s = from((size, next) => {
  if (!rest) return next(null, null);
  const chunk = rest.slice(0, size);
  rest = rest.slice(size);
  setImmediate(next, null, chunk);
});
s.on('readable', () => { let c; while ((c = s.read(7)) !== null || (c = s.read()) !== null) console.log('chunk', String(c)); });
s.on('end', () => console.log('end'));

let n = 3;
from.obj((size, next) => next(null, n-- > 0 ? { n, size } : null)).on('data', (o) => console.log(o)).on('end', () => console.log('objects end'));
from.obj([1, 2, 3]).on('data', (v) => console.log('array', v));
const broken = from((size, next) => next(new Error('broken')));
broken.on('error', (e) => console.log('error', e.message)).on('close', () => console.log('closed'));
broken.resume();
