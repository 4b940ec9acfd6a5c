// 'rejectionHandled' comes when a handler does, 'unhandledRejection' once.
process.on('unhandledRejection', (reason, p) => console.log('unhandled', reason, p === first || p === second));
process.on('rejectionHandled', (p) => console.log('handled', p === first));
const first = Promise.reject('one');
const second = Promise.reject('two');
const third = Promise.reject('three');
process.nextTick(() => third.catch(() => console.log('third in time')));
setTimeout(() => {
  first.catch(() => console.log('caught late'));
  process.nextTick(() => console.log('tick'));
}, 1);
