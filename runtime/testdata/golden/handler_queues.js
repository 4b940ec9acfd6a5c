process.on('uncaughtException', (e) => {
  console.log('uncaught', e.message);
  process.nextTick(() => console.log('tick of handler'));
  Promise.resolve().then(() => console.log('promise of handler'));
  setImmediate(() => console.log('immediate of handler'));
});
setTimeout(() => { throw new Error('A'); }, 1);
setTimeout(() => console.log('B'), 1);
const end = Date.now() + 10;
while (Date.now() < end);
