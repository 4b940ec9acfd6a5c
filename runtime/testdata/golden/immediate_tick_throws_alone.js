process.on('uncaughtException', (e) => console.log('uncaught', e.message));
setImmediate(() => {
  process.nextTick(() => { throw new Error('x1'); });
  process.nextTick(() => console.log('x2'));
  setImmediate(() => console.log('I4'));
  console.log('I1');
});
