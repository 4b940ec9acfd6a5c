process.on('uncaughtException', (e) => console.log('uncaught', e.message));
process.nextTick(() => { throw new Error('A'); });
process.nextTick(() => console.log('B'));
Promise.resolve().then(() => console.log('promise'));
setImmediate(() => console.log('immediate 1'));
setImmediate(() => console.log('immediate 2'));
