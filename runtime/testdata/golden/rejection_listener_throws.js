process.on('uncaughtException', (e, origin) => console.log('uncaught', e.message, origin));
process.on('unhandledRejection', (reason) => {
  console.log('unhandled', reason);
  throw new Error('listener ' + reason);
});
Promise.reject(1);
Promise.reject(2);
setTimeout(() => console.log('timer'), 1);
process.nextTick(() => console.log('tick'));
