process.on('uncaughtException', (e) => console.log('uncaught', e.message));
setTimeout(() => {
  console.log('T1');
  setImmediate(() => console.log('immediate 1'));
  setImmediate(() => console.log('immediate 2'));
  process.nextTick(() => { throw new Error('x1'); });
  process.nextTick(() => { throw new Error('x2'); });
  process.nextTick(() => console.log('x3'));
}, 1);
