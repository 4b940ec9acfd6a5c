// 'close' listeners of two sockets throw, and the callback of server.close.
const net = require('net');
process.on('uncaughtException', (e) => {
  console.log('uncaught', e.message);
  process.nextTick(() => console.log('tick of handler', e.message));
});
const server = net.createServer((c) => {
  c.on('close', () => {
    process.nextTick(() => console.log('tick'));
    Promise.resolve().then(() => console.log('promise'));
    throw new Error('close');
  });
  c.on('close', () => console.log('not reached'));
  c.resume();
  c.end();
  server.close(() => { throw new Error('server closed') });
}).listen(0, '127.0.0.1', () => {
  const c = net.connect(server.address().port, '127.0.0.1').resume();
  c.on('end', () => console.log('client end'));
});
