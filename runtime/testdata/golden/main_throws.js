process.on('uncaughtException', (e) => console.log('uncaught', e.message));
process.nextTick(() => console.log('tick'));
Promise.resolve().then(() => console.log('promise'));
setTimeout(() => console.log('timer'), 1);
setImmediate(() => console.log('immediate'));
const end = Date.now() + 10;
while (Date.now() < end);
throw new Error('main');
