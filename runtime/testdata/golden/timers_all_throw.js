process.on('uncaughtException', (e) => console.log('uncaught', e.message));
for (const n of ['A', 'B', 'C']) {
  setTimeout(() => {
    process.nextTick(() => console.log('tick', n));
    Promise.resolve().then(() => console.log('promise', n));
    throw new Error(n);
  }, 1);
}
const end = Date.now() + 10;
while (Date.now() < end);
