process.on('uncaughtException', (e) => console.log('uncaught', e.message));
setTimeout(() => {
  queueMicrotask(() => { throw new Error('m1'); });
  queueMicrotask(() => { throw new Error('m2'); });
  process.nextTick(() => console.log('tick'));
}, 1);
setTimeout(() => console.log('timer 2'), 1);
const end = Date.now() + 10;
while (Date.now() < end);
