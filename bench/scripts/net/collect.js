// A client that collects all it is sent in one string. It prints how many
// milliseconds that took.
'use strict';
const net = require('net');
const socket = net.connect(Number(process.env.UPSTREAM), '127.0.0.1');
const start = process.hrtime.bigint();
let text = '';
socket.setEncoding('utf8');
socket.on('data', (part) => { text += part; });
socket.on('end', () => {
  if (text.length !== Number(process.env.BYTES)) throw new Error(`${text.length} bytes`);
  console.log(Number(process.hrtime.bigint() - start) / 1e6);
});
