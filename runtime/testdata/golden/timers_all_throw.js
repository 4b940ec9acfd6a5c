const start = Date.now();
process.on('uncaughtException', (e) => console.log('uncaught', e.message));
for (const n of ['A', 'B', 'C']) {
  setTimeout(() => {
    process.nextTick(() => console.log('tick', n));
    Promise.resolve().then(() => console.log('promise', n));
    throw new Error(n);
  }, 1);
}
while (Date.now() - start < 10);
