process.on('uncaughtException', (e) => console.log('uncaught', e.message));
setTimeout(() => {
  process.nextTick(() => console.log('tick'));
  Promise.resolve().then(() => console.log('promise'));
  console.log('A');
  throw new Error('A');
}, 1);
setTimeout(() => console.log('B'), 1);
const end = Date.now() + 10;
while (Date.now() < end);
