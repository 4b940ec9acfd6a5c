import net from 'node:net';

const server = net.createServer(async (socket) => {
  let bytes = 0;
  for await (const chunk of socket) {
    bytes += chunk.length;
    socket.write(chunk);
  }
  console.log('server saw', bytes);
  socket.end();
  server.close();
});
server.listen(0, '127.0.0.1', async () => {
  const client = net.connect(server.address().port, '127.0.0.1');
  client.setEncoding('utf8');
  client.write('hello ');
  client.end('world');
  let text = '';
  for await (const part of client) text += part;
  console.log(text);
});
