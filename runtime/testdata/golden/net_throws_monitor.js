// The monitor sees what the capture callback takes, wherever it was thrown.
const net = require('net');
process.on('uncaughtExceptionMonitor', (e, origin) => console.log('monitor', e.message, origin));
process.on('uncaughtException', () => console.log('never'));
process.setUncaughtExceptionCaptureCallback((e) => console.log('captured', e.message));
const server = net.createServer((c) => { c.end(); c.resume(); throw new Error('connection') });
server.listen(0, '127.0.0.1', () => {
  net.connect(server.address().port, '127.0.0.1').resume().on('close', () => {
    server.close(() => { throw new Error('server close') });
    throw new Error('close');
  });
  throw new Error('listening');
});
