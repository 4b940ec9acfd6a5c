// An 'error' listener throws; 'close' comes all the same. A socket without an
// 'error' listener throws the error itself.
const net = require('net');
process.on('uncaughtException', (e) => {
  console.log('uncaught', e.message.replace(/:\d+$/, ''), e.code);
  process.nextTick(() => console.log('tick of handler'));
});
const server = net.createServer().listen(0, '127.0.0.1', () => {
  const port = server.address().port;
  server.close(() => {
    const a = net.connect(port, '127.0.0.1');
    a.on('error', (e) => {
      console.log('error', e.code);
      process.nextTick(() => console.log('tick'));
      Promise.resolve().then(() => console.log('promise'));
      throw new Error('from the listener');
    });
    a.on('close', (failed) => {
      console.log('close', failed);
      net.connect(port, '127.0.0.1').on('close', (f) => console.log('close of the other', f));
    });
  });
});
