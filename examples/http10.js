// An HTTP/1.0 server by hand. Usage: gonode examples/http10.js [port]
'use strict';
const net = require('net');

function respond(socket, status, body) {
  socket.end(`HTTP/1.0 ${status}\r\n` +
    'Content-Type: text/plain; charset=utf-8\r\n' +
    `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
}

const server = net.createServer((socket) => {
  let head = '';
  socket.setEncoding('latin1');
  socket.setTimeout(10000, () => socket.destroy());
  socket.on('error', () => {});
  socket.on('data', function onData(text) {
    head += text;
    if (!head.includes('\r\n\r\n') && !head.includes('\n\n')) return;
    socket.removeListener('data', onData);
    const [method, path] = head.split(/\r?\n/, 1)[0].split(' ');
    if (method !== 'GET') respond(socket, '405 Method Not Allowed', 'only GET\n');
    else if (path === '/') respond(socket, '200 OK', 'hello from gonode\n');
    else respond(socket, '404 Not Found', `no ${path} here\n`);
  });
});

server.listen(Number(process.argv[2] || 8080), '127.0.0.1', () => {
  console.log(`listening on ${server.address().port}`);
});
