setTimeout(() => { console.log('timer 1'); process.nextTick(() => console.log('tick of timer')); Promise.resolve().then(() => console.log('promise of timer')); }, 1);
setTimeout(() => console.log('timer 2'), 1);
setImmediate(() => {
  console.log('immediate 1');
  setImmediate(() => console.log('immediate 3'));
  process.nextTick(() => console.log('tick of immediate'));
});
setImmediate(() => console.log('immediate 2'));
queueMicrotask(() => console.log('microtask'));
Promise.resolve().then(() => { console.log('promise'); process.nextTick(() => console.log('tick of promise')); }).then(() => console.log('promise 2'));
process.nextTick((a, b) => { console.log('tick', a, b); process.nextTick(() => console.log('tick of tick')); }, 1, 2);
(async () => { console.log('async'); await null; console.log('awaited'); })();
console.log('main');
const end = Date.now() + 10;
while (Date.now() < end);
