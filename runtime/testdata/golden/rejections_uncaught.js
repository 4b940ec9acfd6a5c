process.on('uncaughtException', (e, origin) => console.log('uncaught', e.message, origin));
Promise.reject(new Error('a'));
Promise.reject(new Error('b'));
setTimeout(() => console.log('timer'), 1);
setImmediate(() => {
  console.log('I1');
  Promise.reject(new Error('c'));
  process.nextTick(() => console.log('tick'));
});
setImmediate(() => console.log('I2'));
const end = Date.now() + 10;
while (Date.now() < end);
