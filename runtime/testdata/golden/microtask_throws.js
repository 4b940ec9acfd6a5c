process.on('uncaughtException', (e) => console.log('uncaught', e.message));
queueMicrotask(() => {
  console.log('m1');
  process.nextTick(() => console.log('tick of m1'));
  throw new Error('m1');
});
queueMicrotask(() => console.log('m2'));
Promise.resolve().then(() => console.log('promise'));
process.nextTick(() => console.log('tick'));
setImmediate(() => console.log('immediate'));
