// A TCP proxy. Usage: gonode examples/proxy.js port targetHost targetPort
'use strict';
const net = require('net');

const [port, host, targetPort] = process.argv.slice(2);

const server = net.createServer({ allowHalfOpen: true }, (client) => {
  const target = net.connect({ host, port: Number(targetPort), allowHalfOpen: true });
  client.pipe(target);
  target.pipe(client);
  // When one side fails the other one has to go as well.
  client.on('error', () => target.destroy());
  target.on('error', () => client.destroy());
});

server.listen(Number(port || 0), '127.0.0.1', () => {
  console.log(`listening on ${server.address().port}`);
});
