// tty.ReadStream and tty.WriteStream (Node documentation, "TTY").
(function (net, host, errors, colors, readline) {
  'use strict';

  function checkTerminal(fd) {
    if (fd >> 0 !== fd || fd < 0) throw errors.error('ERR_INVALID_FD', String(fd));
    host.check(fd);
  }

  function inherit(child) {
    Object.setPrototypeOf(child.prototype, net.Socket.prototype);
    Object.setPrototypeOf(child, net.Socket);
  }

  function ReadStream(fd, options) {
    if (!(this instanceof ReadStream)) return new ReadStream(fd, options);
    checkTerminal(fd);
    Reflect.apply(net.Socket, this, [{ readableHighWaterMark: 0, manualStart: true, ...options, fd }]);
    this.isRaw = false;
    this.isTTY = true;
  }
  inherit(ReadStream);

  ReadStream.prototype.setRawMode = function (flag) {
    flag = !!flag;
    const err = host.setRawMode(this.fd ?? 0, flag);
    if (err) {
      this.emit('error', err);
      return this;
    }
    this.isRaw = flag;
    return this;
  };

  function WriteStream(fd) {
    if (!(this instanceof WriteStream)) return new WriteStream(fd);
    checkTerminal(fd);
    Reflect.apply(net.Socket, this, [{ readableHighWaterMark: 0, fd, manualStart: true }]);
    Object.defineProperty(this, terminal, { value: fd });
    const size = host.size(fd);
    if (size) [this.columns, this.rows] = size;
  }
  inherit(WriteStream);
  const terminal = Symbol('fd');

  const { prototype } = WriteStream;
  prototype.isTTY = true;

  prototype.getColorDepth = function (env = process.env) {
    return colors.getColorDepth(env);
  };

  prototype.hasColors = function (count, env) {
    if (env === undefined && (count === undefined || (typeof count === 'object' && count !== null))) {
      env = count;
      count = 16;
    } else {
      errors.validateInteger(count, 'count', 2);
    }
    return count <= 2 ** this.getColorDepth(env);
  };

  prototype._refreshSize = function () {
    const { columns, rows } = this;
    const size = host.size(this[terminal]);
    if (!size || (size[0] === columns && size[1] === rows)) return;
    [this.columns, this.rows] = size;
    this.emit('resize');
  };

  for (const name of ['cursorTo', 'moveCursor', 'clearLine', 'clearScreenDown']) {
    prototype[name] = {
      cursorTo(x, y, callback) { return readline.cursorTo(this, x, y, callback); },
      moveCursor(dx, dy, callback) { return readline.moveCursor(this, dx, dy, callback); },
      clearLine(direction, callback) { return readline.clearLine(this, direction, callback); },
      clearScreenDown(callback) { return readline.clearScreenDown(this, callback); },
    }[name];
  }

  prototype.getWindowSize = function () {
    return [this.columns, this.rows];
  };

  return { ReadStream, WriteStream };
})
