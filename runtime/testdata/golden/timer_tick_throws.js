process.on('uncaughtException', (e) => console.log('uncaught', e.message));
setTimeout(() => {
  console.log('T1');
  setImmediate(() => console.log('immediate'));
  process.nextTick(() => { throw new Error('x1'); });
  process.nextTick(() => { throw new Error('x2'); });
  process.nextTick(() => console.log('x3'));
}, 1);
setTimeout(() => console.log('T2'), 1);
setTimeout(() => console.log('T3'), 1);
setTimeout(() => console.log('T4'), 3);
setTimeout(() => console.log('T5'), 3);
const end = Date.now() + 10;
while (Date.now() < end);
