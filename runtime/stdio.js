// process.stdin, stdout and stderr where they are no sockets and no terminals
// (Node documentation, "Process I/O").
(function (stream, host) {
  'use strict';
  const { Readable, Writable } = stream;

  function SyncWriteStream(fd) {
    Reflect.apply(Writable, this, [{ autoDestroy: true }]);
    this.fd = fd;
    this.readable = false;
    this.autoClose = false;
  }
  Object.setPrototypeOf(SyncWriteStream.prototype, Writable.prototype);
  Object.setPrototypeOf(SyncWriteStream, Writable);
  SyncWriteStream.prototype._write = function (chunk, encoding, callback) {
    callback(host.write(this.fd, chunk));
  };

  function ReadStream(fd) {
    Reflect.apply(Readable, this, [{ highWaterMark: 64 * 1024, autoDestroy: false }]);
    this.fd = fd;
    this.start = undefined;
    this.end = Infinity;
    this.pos = undefined;
    this.bytesRead = 0;
  }
  Object.setPrototypeOf(ReadStream.prototype, Readable.prototype);
  Object.setPrototypeOf(ReadStream, Readable);
  ReadStream.prototype._read = function () {
    host.read((err, chunk) => {
      if (err) return this.destroy(err);
      if (chunk) this.bytesRead += chunk.length;
      this.push(chunk);
    });
  };
  ReadStream.prototype._destroy = function (err, callback) {
    host.stop();
    callback(err);
  };

  // Standard outputs cannot be closed: destroying one ends nothing but the
  // current writes.
  function dummyDestroy(err, callback) {
    callback(err);
    this._undestroy();
    if (!this._writableState.emitClose) process.nextTick(() => this.emit('close'));
  }

  function output(fd, type, make) {
    const out = type === 'fs' ? new SyncWriteStream(fd) : make(fd);
    out._type = type;
    if (type === 'pipe') out._handle?.unref?.();
    out.fd = fd;
    out._isStdio = true;
    out.destroySoon = out.destroy;
    out._destroy = dummyDestroy;
    if (out.isTTY) process.on('SIGWINCH', () => out._refreshSize());
    return out;
  }

  // Standard input does not read before somebody asks, and a paused one must
  // not keep the process alive.
  function input(type, make) {
    const stdin = type === 'fs' ? new ReadStream(0) : make(0);
    stdin.fd = 0;
    function onpause() {
      const handle = stdin._handle;
      if (handle && handle.reading && !stdin.readableFlowing) {
        handle.reading = false;
        handle.readStop();
      }
    }
    stdin.on('pause', () => process.nextTick(onpause));
    return stdin;
  }

  return { input, output };
})
