// process.exit inside a net callback ends everything, with 'exit' once.
const net = require('net');
process.on('exit', (code) => {
  console.log('exit', code);
  process.nextTick(() => console.log('never'));
  Promise.resolve().then(() => console.log('never'));
  setImmediate(() => console.log('never'));
  process.exit();
});
const server = net.createServer((c) => {
  process.nextTick(() => console.log('never'));
  try { process.exit(9) } catch { console.log('never') } finally { console.log('never') }
}).listen(0, '127.0.0.1', () => net.connect(server.address().port, '127.0.0.1'));
