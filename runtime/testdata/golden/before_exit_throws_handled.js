process.on('uncaughtException', (e) => console.log('uncaught', e.message));
let n = 0;
process.on('beforeExit', () => {
  console.log('beforeExit');
  process.nextTick(() => console.log('tick'));
  Promise.resolve().then(() => console.log('promise'));
  if (n++ < 1) throw new Error('x');
});
process.on('exit', (c) => console.log('exit', c));
