process.on('uncaughtException', (e) => console.log('uncaught', e.message));
process.on('unhandledRejection', () => {
  console.log('unhandled');
  process.nextTick(() => console.log('tick of listener'));
  setImmediate(() => console.log('immediate of listener'));
  throw new Error('listener');
});
setImmediate(() => {
  Promise.reject(new Error('r1'));
  process.nextTick(() => console.log('tick'));
});
setImmediate(() => console.log('I2'));
