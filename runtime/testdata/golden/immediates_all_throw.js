process.on('uncaughtException', (e) => console.log('uncaught', e.message));
for (const n of [1, 2, 3]) {
  setImmediate(() => {
    process.nextTick(() => console.log('tick', n));
    throw new Error('I' + n);
  });
}
