// A 'connect' listener throws; the socket never begins to read.
const net = require('net');
process.on('uncaughtException', (e) => {
  console.log('uncaught', e.message);
  process.nextTick(() => console.log('tick of handler'));
});
const server = net.createServer((c) => c.end('hello')).listen(0, '127.0.0.1', () => {
  const c = net.connect(server.address().port, '127.0.0.1', () => {
    process.nextTick(() => console.log('tick'));
    Promise.resolve().then(() => console.log('promise'));
    throw new Error('connect');
  });
  c.on('connect', () => console.log('not reached'));
  c.on('ready', () => console.log('ready'));
  c.on('data', (b) => console.log(String(b)));
  c.on('close', () => { console.log('close'); server.close(); });
  setTimeout(() => c.destroy(), 30);
});
