// socket._handle and server._handle: methods that a script replaces are called,
// a closed handle gives EBADF, and a new Socket takes over a handle.
// Expect-Stdout-File: handles.golden
// Needs-Node: 24
'use strict';

const net = require('net');
const { localhost } = require('../common');

const server = net.createServer({ noDelay: true, keepAlive: true, keepAliveInitialDelay: 3000 });
server.listen(0, localhost, () => {
  const own = server._handle.onconnection;
  console.log(typeof own, server._handle.fd > 0, server._handle.hasRef(), server._handle.constructor.name);
  server._handle.onconnection = function(errno, handle) {
    console.log('onconnection', errno, this === server._handle, handle.constructor.name);
    for (const name of ['setNoDelay', 'setKeepAlive']) {
      const method = handle[name];
      handle[name] = (...args) => {
        console.log(name, args);
        handle[name] = method;
        return method.apply(handle, args);
      };
    }
    own.call(server._handle, errno, handle);
  };
  server.once('connection', (socket) => closedHandle(socket));
  net.connect(server.address().port, localhost).on('error', () => {}).resume();
});

function closedHandle(socket) {
  server._handle.onconnection = () => console.log('never');
  const name = {};
  console.log(socket._handle.getsockname(name), Object.keys(name).join(), socket._handle.reading);
  socket.on('error', (err) => console.log(err.message, err.code, err.syscall));
  socket.on('close', () => console.log('never'));
  socket._handle.close(() => {
    console.log('handle closed');
    setImmediate(getsockname);
  });
  socket.write('x', (err) => console.log('write', err.code));
}

function getsockname() {
  server._handle.getsockname = () => -1;
  try {
    server.address();
  } catch (err) {
    console.log(err.message, err.code, err.syscall);
  }
  server.close();
  takeOver();
}

function takeOver() {
  const second = net.createServer((socket) => {
    const handle = socket._handle;
    socket._handle = null;
    console.log(socket.pending, socket.writable);
    socket.on('error', (err) => console.log('first', err.code, err.message));
    socket.write('lost');
    const other = new net.Socket({ handle });
    console.log(other.readyState, other._handle === handle, other.remoteAddress);
    other.end('from the other');
  });
  second.listen(0, localhost, () => net.connect(second.address().port, localhost).on('data', (data) => {
    console.log(String(data));
    second.close();
    second.unref();
    setImmediate(madeUp);
  }));
}

function madeUp() {
  const calls = [];
  const handle = {
    readStart() { calls.push('readStart'); },
    setNoDelay: (on) => { calls.push(`setNoDelay ${on}`); },
    close(done) { setImmediate(done); },
  };
  const socket = new net.Socket({ handle });
  socket.setNoDelay().setNoDelay(true).setNoDelay(false);
  console.log(calls.join());
  socket.on('close', (failed) => console.log('close', failed)).destroy();
}
