process.on('uncaughtException', (e) => console.log('uncaught', e.message));
setImmediate(() => {
  console.log('I1');
  process.nextTick(() => console.log('tick I1'));
  Promise.resolve().then(() => console.log('promise I1'));
  throw new Error('I1');
});
setImmediate(() => {
  console.log('I2');
  process.nextTick(() => console.log('tick I2'));
  Promise.resolve().then(() => console.log('promise I2'));
});
setImmediate(() => console.log('I3'));
