process.on('uncaughtException', (e) => console.log('uncaught', e.message));
setTimeout(() => {
  process.nextTick(() => console.log('tick A'));
  console.log('A');
  throw new Error('A');
}, 1);
setTimeout(() => {
  process.nextTick(() => console.log('tick B'));
  console.log('B');
  throw new Error('B');
}, 2);
setTimeout(() => console.log('B2'), 2);
setTimeout(() => console.log('C'), 3);
const end = Date.now() + 10;
while (Date.now() < end);
