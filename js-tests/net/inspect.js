// What util.inspect prints of sockets and servers, at each step of their lives.
// Expect-Stdout-File: inspect.golden
'use strict';

const net = require('net');
const util = require('util');

// Both ends of a connection move at their own pace, so each has its own part
// of the transcript.
const parts = { server: [], accepted: [], client: [] };
const show = (part, when, object) => {
  const text = util.inspect(object, { depth: 1 })
    .replace(/127.0.0.1:\d+|port: \d+|fd: \d+/g, 'P')
    .replace(/_connectionKey: '.*'/, 'KEY')
    .replace(/async_id_symbol\): -?\d+/g, 'async_id_symbol): N');
  parts[part].push(`${when} ${text}`);
};

const server = net.createServer({ keepAlive: true }, (socket) => {
  show('accepted', 'accepted', socket);
  socket.resume();
  socket.write('hi');
  socket.end();
  socket.on('close', () => {
    show('accepted', 'closed', socket);
    server.close();
    show('server', 'closing', server);
  });
});
show('server', 'new', server);
server.listen(0, '127.0.0.1', () => {
  show('server', 'listening', server);
  const client = net.connect(server.address().port, '127.0.0.1');
  show('client', 'connecting', client);
  client.user = 1;
  client.on('connect', () => {
    show('client', 'connected', client);
    client.setNoDelay();
    client.setKeepAlive(true, 5000);
    show('client', 'with options', client);
  });
  client.on('data', () => show('client', 'data', client));
  client.on('close', () => show('client', 'closed', client));
  client.write('pending');
  show('client', 'pending', client);
});
show('client', 'new', new net.Socket());
process.on('exit', () => {
  for (const [part, texts] of Object.entries(parts)) console.log(`${part}\n${texts.join('\n')}`);
});
