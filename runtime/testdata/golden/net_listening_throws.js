// The 'listening' callbacks of two servers throw.
const net = require('net');
process.on('uncaughtException', (e) => {
  console.log('uncaught', e.message);
  process.nextTick(() => console.log('tick of handler', e.message));
});
const servers = [];
for (const name of ['one', 'two']) {
  const server = net.createServer();
  servers.push(server);
  server.listen(0, '127.0.0.1', () => {
    process.nextTick(() => console.log('tick', name));
    Promise.resolve().then(() => console.log('promise', name));
    if (name === 'two') setImmediate(() => servers.forEach((s) => s.close(() => console.log('closed'))));
    throw new Error(name);
  });
}
