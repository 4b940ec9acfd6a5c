process.on('unhandledRejection', (reason) => {
  console.log('unhandled', reason);
  process.nextTick(() => console.log('tick after', reason));
  Promise.resolve().then(() => console.log('promise after', reason));
});
process.on('rejectionHandled', () => console.log('handled'));
const p = Promise.reject(1);
Promise.reject(2);
Promise.reject(3).catch(() => console.log('caught 3'));
process.nextTick(() => console.log('tick'));
setTimeout(() => { p.catch(() => console.log('late')); }, 5);
setImmediate(() => console.log('immediate'));
