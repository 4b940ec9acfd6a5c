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
setImmediate(() => {
  console.log('immediate');
  setTimeout(() => { p.catch(() => console.log('late')); }, 1);
});
