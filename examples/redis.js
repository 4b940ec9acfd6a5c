// A tiny Redis client. Usage: gonode examples/redis.js port COMMAND [args...]
'use strict';
const net = require('net');

function encode(args) {
  const parts = [`*${args.length}\r\n`];
  for (const arg of args) parts.push(`$${Buffer.byteLength(arg)}\r\n${arg}\r\n`);
  return parts.join('');
}

// parse reads one reply at offset: [value, next offset], or null when the
// reply is not complete yet.
function parse(buf, offset) {
  const eol = buf.indexOf('\r\n', offset);
  if (eol < 0) return null;
  const line = buf.toString('utf8', offset + 1, eol);
  const next = eol + 2;
  switch (buf[offset]) {
    case 0x2b: return [line, next]; // +OK
    case 0x2d: return [new Error(line), next]; // -ERR
    case 0x3a: return [Number(line), next]; // :1
    case 0x24: { // $5
      const length = Number(line);
      if (length < 0) return [null, next];
      if (buf.length < next + length + 2) return null;
      return [buf.toString('utf8', next, next + length), next + length + 2];
    }
    case 0x2a: { // *2
      const list = [];
      let at = next;
      for (let i = 0; i < Number(line); i++) {
        const item = parse(buf, at);
        if (item === null) return null;
        list.push(item[0]);
        at = item[1];
      }
      return [list, at];
    }
    default: throw new Error(`bad reply type ${buf[offset]}`);
  }
}

const [port, ...command] = process.argv.slice(2);
const socket = net.connect(Number(port), '127.0.0.1', () => socket.write(encode(command)));
let pending = Buffer.alloc(0);
socket.on('data', (chunk) => {
  pending = Buffer.concat([pending, chunk]);
  const reply = parse(pending, 0);
  if (reply === null) return;
  if (reply[0] instanceof Error) {
    console.error(reply[0].message);
    process.exitCode = 1;
  } else {
    console.log(reply[0]);
  }
  socket.end();
});
socket.on('error', (err) => {
  console.error(err.message);
  process.exitCode = 1;
});
