process.on('uncaughtException', (e) => console.log('uncaught', e.message));
setImmediate(() => {
  process.nextTick(() => console.log('tick'));
  Promise.resolve().then(() => console.log('promise'));
  setImmediate(() => console.log('I2'));
  throw new Error('I1');
});
