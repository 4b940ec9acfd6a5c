process.on('uncaughtException', (e) => console.log('uncaught', e.message));
const start = Date.now();
process.nextTick(() => console.log('tick'));
Promise.resolve().then(() => console.log('promise'));
setTimeout(() => console.log('timer'), 1);
setImmediate(() => console.log('immediate'));
while (Date.now() - start < 10);
throw new Error('main');
