// The callbacks of two lookups throw.
const dns = require('dns');
process.on('uncaughtException', (e) => {
  console.log('uncaught', e.message);
  process.nextTick(() => console.log('tick of handler'));
});
dns.lookup('127.0.0.1', () => {
  process.nextTick(() => console.log('tick one'));
  Promise.resolve().then(() => console.log('promise one'));
  dns.lookup('::1', () => {
    process.nextTick(() => console.log('tick two'));
    Promise.resolve().then(() => console.log('promise two'));
    setImmediate(() => console.log('immediate'));
    throw new Error('two');
  });
  throw new Error('one');
});
