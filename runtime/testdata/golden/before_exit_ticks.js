let n = 0;
process.on('beforeExit', () => {
  console.log('beforeExit');
  process.nextTick(() => {
    console.log('tick');
    if (n++ < 1) setImmediate(() => console.log('immediate'));
  });
  Promise.resolve().then(() => console.log('promise'));
});
process.on('exit', (c) => console.log('exit', c));
