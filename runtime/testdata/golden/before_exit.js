let n = 0;
process.on('beforeExit', (c) => {
  console.log('beforeExit', c);
  if (n++ < 2) setTimeout(() => console.log('timer'), 1);
  process.exitCode = n;
});
process.on('exit', (c) => {
  console.log('exit', c, process.exitCode);
  process.nextTick(() => console.log('never'));
  Promise.resolve().then(() => console.log('never'));
  setTimeout(() => console.log('never'));
});
