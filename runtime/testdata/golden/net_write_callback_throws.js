// The callbacks of two writes throw.
const net = require('net');
process.on('uncaughtException', (e) => {
  console.log('uncaught', e.message);
  process.nextTick(() => console.log('tick of handler', e.message));
});
const server = net.createServer((c) => c.resume()).listen(0, '127.0.0.1', () => {
  const c = net.connect(server.address().port, '127.0.0.1', () => {
    for (const name of ['one', 'two']) {
      c.write(name, () => {
        process.nextTick(() => console.log('tick', name));
        Promise.resolve().then(() => console.log('promise', name));
        throw new Error(name);
      });
    }
    setTimeout(() => { c.destroy(); server.close(); }, 30);
  });
  c.on('close', (failed) => console.log('close', failed));
});
