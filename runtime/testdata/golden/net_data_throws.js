// A 'data' listener throws: the listener behind it is left out, the next chunk
// arrives all the same.
const net = require('net');
process.on('uncaughtException', (e) => {
  console.log('uncaught', e.message);
  process.nextTick(() => console.log('tick of handler'));
});
const server = net.createServer((c) => {
  c.setEncoding('utf8');
  c.on('data', (s) => {
    console.log('data', s);
    process.nextTick(() => console.log('tick'));
    Promise.resolve().then(() => console.log('promise'));
    c.write('next');
    throw new Error('thrown at ' + s);
  });
  c.on('data', () => console.log('not reached'));
  c.on('end', () => console.log('end'));
  c.on('close', (failed) => { console.log('close', failed); server.close(); });
}).listen(0, '127.0.0.1', () => {
  const c = net.connect(server.address().port, '127.0.0.1', () => c.write('one'));
  let n = 0;
  c.on('data', () => { if (++n === 1) c.write('two'); else c.end(); });
});
