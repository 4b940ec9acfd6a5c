// process.exit() ends the process where it is called: 'exit' listeners run,
// code behind it, ticks, promises and immediates do not.
// Expect-Exit: 4
// Expect-Stdout-File: exit-at-once.golden
'use strict';

process.on('beforeExit', () => console.log('beforeExit'));
process.on('exit', (code) => {
  console.log('exit', code);
  process.exit();
  console.log('not reached');
});
process.on('exit', () => console.log('second listener'));
setImmediate(() => {
  process.nextTick(() => console.log('tick'));
  Promise.resolve().then(() => console.log('promise'));
  try {
    process.exit(4);
  } catch (err) {
    console.log('caught', err);
  } finally {
    console.log('finally');
  }
  console.log('behind');
});
setImmediate(() => console.log('immediate'));
