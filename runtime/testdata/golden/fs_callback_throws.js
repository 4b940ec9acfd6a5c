// A callback of fs throws, and one inside it.
const fs = require('fs');
process.on('uncaughtException', (e) => {
  console.log('uncaught', e.message);
  process.nextTick(() => console.log('tick of handler', e.message));
});
const callback = (name, more) => () => {
  process.nextTick(() => console.log('tick', name));
  Promise.resolve().then(() => console.log('promise', name));
  if (more) fs.stat(__filename, callback('two'));
  throw new Error(name);
};
fs.stat(__filename, callback('one', true));
