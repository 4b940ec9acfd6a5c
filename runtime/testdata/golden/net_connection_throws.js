// 'connection' listeners throw while a second connection waits; the listener
// behind the one that throws does not run.
const net = require('net');
let n = 0;
const sockets = [];
process.on('uncaughtException', (e) => {
  console.log('uncaught', e.message);
  if (e.message === 'two') setImmediate(() => sockets.forEach((s) => s.destroy()));
});
const server = net.createServer();
server.on('connection', (c) => {
  const name = ++n === 1 ? 'one' : 'two';
  console.log('connection', name);
  process.nextTick(() => console.log('tick', name));
  Promise.resolve().then(() => console.log('promise', name));
  sockets.push(c);
  if (n === 2) server.close(() => console.log('closed'));
  throw new Error(name);
});
server.on('connection', () => console.log('not reached'));
server.listen(0, '127.0.0.1', () => {
  const connect = () => net.connect(server.address().port, '127.0.0.1').on('error', () => {});
  connect().on('connect', connect);
});
