// net.Socket and net.Server can be subclassed by class, by util.inherits and
// with Socket.call(this), and overridden methods are used.
// Expect-Stdout-File: socket-subclass.golden
'use strict';

const net = require('net');
const util = require('util');
const { localhost, mustCall, transcript } = require('../common');

const log = transcript();

class LoudServer extends net.Server {
  emit(event, ...args) {
    if (event !== 'connection') {
      log('server emits', event);
    }
    return super.emit(event, ...args);
  }
}

class Modern extends net.Socket {
  constructor(options) {
    super(options);
    this.tag = 'modern';
  }

  write(chunk, ...rest) {
    log(this.tag, 'write', chunk);
    return super.write(chunk + '!', ...rest);
  }

  push(chunk, encoding) {
    log(this.tag, 'push', chunk === null ? 'null' : chunk.toString());
    return super.push(chunk, encoding);
  }
}

function Classic(options) {
  net.Socket.call(this, options);
  this.tag = 'classic';
}
util.inherits(Classic, net.Socket);
Classic.prototype._write = function(chunk, encoding, cb) {
  log(this.tag, '_write', String(chunk), encoding);
  net.Socket.prototype._write.call(this, chunk, encoding, cb);
};

function run(port, socket, next) {
  log(socket.tag, socket instanceof net.Socket, socket.constructor.name);
  socket.setEncoding('utf8');
  socket.on('data', (text) => log(socket.tag, 'data', text));
  socket.on('close', mustCall(next));
  socket.connect(port, localhost, mustCall(() => {
    socket.write('hello');
    socket.end();
  }));
}

const server = new LoudServer((peer) => peer.pipe(peer));
server.listen(0, localhost, mustCall(() => {
  const { port } = server.address();
  run(port, new Modern(), () => run(port, new Classic(), () => server.close()));
}));
