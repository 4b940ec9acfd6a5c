// Without a handler a 'data' listener's exception ends the process.
const net = require('net');
process.on('exit', (code) => console.log('exit', code));
const server = net.createServer((c) => {
  c.on('data', () => { process.nextTick(() => console.log('never')); throw new Error('data') });
}).listen(0, '127.0.0.1', () => {
  net.connect(server.address().port, '127.0.0.1').end('x');
});
