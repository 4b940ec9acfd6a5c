// The contexts in which sockets and servers emit: that of the handle for
// events, that of the request for callbacks
// Expect-Stdout-File: sockets.golden
'use strict';
const { AsyncLocalStorage } = require('async_hooks');
const net = require('net');

const als = new AsyncLocalStorage();
const sides = { server: [], client: [] };
const note = (side, what) => sides[side].push(`${what}: ${als.getStore()}`);

const server = als.run('create', () => net.createServer((socket) => {
  note('server', 'connection');
  als.run('in connection', () => {
    socket.on('data', (data) => {
      note('server', `data ${data}`);
      als.run('reply', () => socket.end(`re: ${data}`, () => note('server', 'end callback')));
    });
    socket.on('close', () => note('server', 'close'));
  });
}));

als.run('listen', () => server.listen(0, '127.0.0.1', () => {
  note('server', 'listening');
  const client = als.run('construct', () => new net.Socket());
  als.run('connect', () => client.connect(server.address().port, '127.0.0.1', () => {
    note('client', 'connect');
    als.run('request', () => client.write('hello', () => note('client', 'write callback')));
  }));
  client.on('data', (data) => note('client', `data ${data}`));
  client.on('end', () => note('client', 'end'));
  client.on('close', () => {
    note('client', 'close');
    server.close();
  });
}));

process.on('exit', () => {
  for (const side of Object.keys(sides)) {
    console.log(side);
    for (const line of sides[side]) console.log(`  ${line}`);
  }
});
