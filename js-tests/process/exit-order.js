// 'beforeExit' comes when nothing is left to do, again when it made new work;
// then 'exit', after which only promises still run.
// Expect-Stdout-File: exit-order.golden
'use strict';

let rounds = 0;
process.on('beforeExit', (code) => {
  console.log('beforeExit', code, process.exitCode);
  if (++rounds === 1) {
    setImmediate(() => console.log('work of beforeExit'));
    process.nextTick(() => console.log('tick of beforeExit'));
  } else if (rounds === 2) {
    Promise.resolve().then(() => console.log('promise of beforeExit'));
  }
});
process.on('exit', (code) => {
  console.log('exit', code, process.exitCode);
  setTimeout(() => console.log('timer of exit'), 0);
  setImmediate(() => console.log('immediate of exit'));
  process.nextTick(() => console.log('tick of exit'));
  Promise.resolve().then(() => console.log('promise of exit'));
});
setTimeout(() => console.log('timer'), 1);
