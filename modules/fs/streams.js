// ReadStream and WriteStream (Node documentation, "fs.ReadStream"). They call
// the functions of options.fs, and of themselves, by name, as scripts patch
// both.
(function (fs, stream, native) {
  'use strict';

  const { Readable, Writable, finished } = stream;
  const { Buffer } = native;
  const kFs = Symbol('kFs');
  const kHandle = Symbol('kHandle');
  const kIsPerformingIO = Symbol('kIsPerformingIO');
  const ioDone = Symbol('kIoDone');
  const defaultHighWaterMark = 64 * 1024;
  const maxEagainRetries = 5;

  // handleOperations are the fs functions of a stream over a FileHandle.
  function handleOperations(handle, unref) {
    const settle = (promise, cb, value) => {
      promise.then((r) => native.tick(cb, null, ...value(r)), (err) => native.tick(cb, err));
    };
    return {
      open() { throw native.error('ERR_METHOD_NOT_IMPLEMENTED', 'open()'); },
      close(fd, cb) {
        unref();
        settle(handle.close(), cb, () => []);
      },
      fsync(fd, cb) { settle(handle.sync(), cb, () => []); },
      read(fd, buf, offset, length, pos, cb) {
        settle(handle.read(buf, offset, length, pos), cb, (r) => [r.bytesRead, r.buffer]);
      },
      write(fd, buf, offset, length, pos, cb) {
        settle(handle.write(buf, offset, length, pos), cb, (r) => [r.bytesWritten, r.buffer]);
      },
      writev(fd, buffers, pos, cb) {
        settle(handle.writev(buffers, pos), cb, (r) => [r.bytesWritten, r.buffers]);
      },
    };
  }

  // copyOf also takes what options inherit.
  function copyOf(options) {
    const copy = {};
    for (const key in options) copy[key] = options[key];
    return copy;
  }

  function importFd(self, options) {
    if (typeof options.fd === 'number') {
      self[kFs] = options.fs || fs;
      return options.fd;
    }
    if (typeof options.fd === 'object' && options.fd instanceof native.fileHandle()) {
      if (options.fs) throw native.error('ERR_METHOD_NOT_IMPLEMENTED', 'FileHandle with fs');
      const handle = options.fd;
      const unref = native.fileHandle().hold(handle);
      self[kHandle] = handle;
      self[kFs] = handleOperations(handle, unref);
      handle.on('close', self.close.bind(self));
      return handle.fd;
    }
    throw native.argType('options.fd', options.fd, 'number', 'FileHandle');
  }

  // openTarget takes path or fd from the arguments of either class.
  function openTarget(self, path, options, flags) {
    if (options.fd != null) {
      self.fd = native.fd(importFd(self, options));
      return;
    }
    self.fd = null;
    self[kFs] = options.fs || fs;
    native.validateFunction(self[kFs].open, 'options.fs.open');
    self.path = path;
    self.flags = options.flags === undefined ? flags : options.flags;
    self.mode = options.mode === undefined ? 0o666 : options.mode;
    self.path = native.path(path);
  }

  function construct(callback) {
    const self = this;
    if (typeof self.fd === 'number') {
      callback();
      return;
    }
    if (self.open !== openDeprecated) {
      constructPatched(self, callback);
      return;
    }
    self[kFs].open(self.path, self.flags, self.mode, (err, fd) => {
      if (err) {
        callback(err);
        return;
      }
      self.fd = fd;
      callback();
      self.emit('open', self.fd);
      self.emit('ready');
    });
  }

  // constructPatched waits for the events of an open method that a script has
  // put there.
  function constructPatched(self, callback) {
    const emit = self.emit;
    self.emit = function (...args) {
      if (args[0] === 'open') {
        self.emit = emit;
        callback();
        Reflect.apply(emit, self, args);
      } else if (args[0] === 'error') {
        self.emit = emit;
        callback(args[1]);
      } else {
        Reflect.apply(emit, self, args);
      }
    };
    self.open();
  }

  function openDeprecated() {}
  Object.defineProperty(openDeprecated, 'name', { value: 'deprecated', configurable: true });

  function closeFd(self, err, cb) {
    if (!self.fd) {
      cb(err);
    } else if (self.flush) {
      self[kFs].fsync(self.fd, (flushErr) => reallyClose(self, err || flushErr, cb));
    } else {
      reallyClose(self, err, cb);
    }
  }

  function reallyClose(self, err, cb) {
    self[kFs].close(self.fd, (closeErr) => cb(closeErr || err));
    self.fd = null;
  }

  function destroy(err, cb) {
    if (this[kIsPerformingIO]) {
      this.once(ioDone, (ioErr) => closeFd(this, err || ioErr, cb));
    } else {
      closeFd(this, err, cb);
    }
  }

  function autoClose(state, name) {
    const of = (self) => {
      if (!self[state]) throw native.error('ERR_INVALID_THIS', name);
      return self[state];
    };
    return {
      get() { return of(this).autoDestroy; },
      set(value) { of(this).autoDestroy = value; },
    };
  }

  function method(proto, name, fn, named) {
    Object.defineProperty(fn, 'name', { value: named, configurable: true });
    Object.defineProperty(proto, name, { value: fn, writable: true, enumerable: true, configurable: true });
  }

  const pending = { get() { return this.fd === null; }, configurable: true };

  // ---- ReadStream

  function ReadStream(path, options) {
    if (!(this instanceof ReadStream)) return new ReadStream(path, options);
    options = copyOf(native.options(options));
    if (options.highWaterMark === undefined) options.highWaterMark = defaultHighWaterMark;
    openTarget(this, path, options, 'r');
    options.autoDestroy = options.autoClose === undefined ? true : options.autoClose;
    native.validateFunction(this[kFs].read, 'options.fs.read');
    if (options.autoDestroy) native.validateFunction(this[kFs].close, 'options.fs.close');
    this.start = options.start;
    this.end = options.end ?? Infinity;
    this.pos = undefined;
    this.bytesRead = 0;
    this[kIsPerformingIO] = false;
    if (this.start !== undefined) {
      native.validateInteger(this.start, 'start', 0);
      this.pos = this.start;
    }
    if (this.end !== Infinity) {
      native.validateInteger(this.end, 'end', 0);
      if (this.start !== undefined && this.start > this.end) {
        throw native.outOfRange('start', `<= "end" (here: ${this.end})`, this.start);
      }
    }
    Reflect.apply(Readable, this, [options]);
    if (options.encoding) this.setEncoding(options.encoding);
  }
  Object.setPrototypeOf(ReadStream.prototype, Readable.prototype);
  Object.setPrototypeOf(ReadStream, Readable);
  Object.defineProperty(ReadStream.prototype, 'autoClose', autoClose('_readableState', 'ReadStream'));
  method(ReadStream.prototype, 'open', openDeprecated, 'deprecated');
  method(ReadStream.prototype, '_construct', construct, '_construct');

  method(ReadStream.prototype, '_read', function (n) {
    n = this.pos !== undefined ? Math.min(this.end - this.pos + 1, n) : Math.min(this.end - this.bytesRead + 1, n);
    if (n <= 0) {
      this.push(null);
      return;
    }
    const buf = Buffer.allocUnsafeSlow(n);
    this[kIsPerformingIO] = true;
    this[kFs].read(this.fd, buf, 0, n, this.pos, (err, bytesRead, buf) => {
      this[kIsPerformingIO] = false;
      if (this.destroyed) {
        this.emit(ioDone, err);
      } else if (err) {
        native.errorOrDestroy(this, err);
      } else if (bytesRead > 0) {
        if (this.pos !== undefined) this.pos += bytesRead;
        this.bytesRead += bytesRead;
        if (bytesRead !== buf.length) {
          const part = Buffer.allocUnsafeSlow(bytesRead);
          buf.copy(part, 0, 0, bytesRead);
          buf = part;
        }
        this.push(buf);
      } else {
        this.push(null);
      }
    });
  }, '');

  method(ReadStream.prototype, '_destroy', destroy, '');
  method(ReadStream.prototype, 'close', function (cb) {
    if (typeof cb === 'function') finished(this, cb);
    this.destroy();
  }, '');
  Object.defineProperty(ReadStream.prototype, 'pending', pending);

  // ---- WriteStream

  function WriteStream(path, options) {
    if (!(this instanceof WriteStream)) return new WriteStream(path, options);
    options = copyOf(native.options(options));
    options.decodeStrings = true;
    openTarget(this, path, options, 'w');
    options.autoDestroy = options.autoClose === undefined ? true : options.autoClose;
    this.flush = options.flush == null ? false : native.validateBoolean(options.flush, 'options.flush');
    const ops = this[kFs];
    if (!ops.write && !ops.writev) throw native.argType('options.fs.write', ops.write, 'function');
    if (ops.write) native.validateFunction(ops.write, 'options.fs.write');
    if (ops.writev) native.validateFunction(ops.writev, 'options.fs.writev');
    if (options.autoDestroy) native.validateFunction(ops.close, 'options.fs.close');
    // Without one of the two functions the stream does with the other.
    if (!ops.write) this._write = null;
    if (!ops.writev) this._writev = null;
    this.start = options.start;
    this.pos = undefined;
    this.bytesWritten = 0;
    this[kIsPerformingIO] = false;
    if (this.start !== undefined) {
      native.validateInteger(this.start, 'start', 0);
      this.pos = this.start;
    }
    Reflect.apply(Writable, this, [options]);
    if (options.encoding) this.setDefaultEncoding(options.encoding);
  }
  Object.setPrototypeOf(WriteStream.prototype, Writable.prototype);
  Object.setPrototypeOf(WriteStream, Writable);
  Object.defineProperty(WriteStream.prototype, 'autoClose', autoClose('_writableState', 'WriteStream'));
  method(WriteStream.prototype, 'open', openDeprecated, 'deprecated');
  method(WriteStream.prototype, '_construct', construct, '_construct');

  // written judges one write: whether it is over, and with what.
  function written(self, err, count, retries, cb) {
    if (err && err.code === 'EAGAIN') {
      err = null;
      count = 0;
    }
    if (self.destroyed || err) {
      cb(err || native.error('ERR_STREAM_DESTROYED', 'write'));
      return null;
    }
    self.bytesWritten += count;
    retries = count ? 0 : retries + 1;
    if (retries > maxEagainRetries) {
      cb(native.systemError('ERR_SYSTEM_ERROR', 'A system error occurred', {
        code: 'EAGAIN', errno: -11, message: 'resource temporarily unavailable', syscall: 'write', path: '', dest: '',
      }));
      return null;
    }
    return { count, retries };
  }

  function writeAll(data, size, pos, cb, retries = 0) {
    this[kFs].write(this.fd, data, 0, size, pos, (err, bytesWritten, buffer) => {
      const outcome = written(this, err, bytesWritten, retries, cb);
      if (outcome === null) return;
      size -= outcome.count;
      if (pos !== undefined) pos += outcome.count;
      if (size) {
        writeAll.call(this, (buffer || data).subarray(outcome.count), size, pos, cb, outcome.retries);
      } else {
        cb();
      }
    });
  }

  function writevAll(chunks, size, pos, cb, retries = 0) {
    this[kFs].writev(this.fd, chunks, pos, (err, bytesWritten, buffers) => {
      const outcome = written(this, err, bytesWritten, retries, cb);
      if (outcome === null) return;
      size -= outcome.count;
      if (pos !== undefined) pos += outcome.count;
      if (size) {
        const rest = Buffer.concat(buffers || chunks).subarray(outcome.count);
        writevAll.call(this, [rest], size, pos, cb, outcome.retries);
      } else {
        cb();
      }
    });
  }

  // perform runs one of the two and tells a destroy that waits for it.
  function perform(self, write, data, size, cb) {
    self[kIsPerformingIO] = true;
    write.call(self, data, size, self.pos, (err) => {
      self[kIsPerformingIO] = false;
      if (self.destroyed) {
        cb(err);
        self.emit(ioDone, err);
        return;
      }
      cb(err);
    });
    if (self.pos !== undefined) self.pos += size;
  }

  method(WriteStream.prototype, '_write', function (data, encoding, cb) {
    perform(this, writeAll, data, data.length, cb);
  }, '');
  method(WriteStream.prototype, '_writev', function (data, cb) {
    const chunks = data.map((d) => d.chunk);
    perform(this, writevAll, chunks, chunks.reduce((n, c) => n + c.length, 0), cb);
  }, '');
  method(WriteStream.prototype, '_destroy', destroy, '');
  method(WriteStream.prototype, 'close', function (cb) {
    if (cb) {
      if (this.closed) {
        native.tick(cb);
        return;
      }
      this.on('close', cb);
    }
    // Without autoClose the end of the stream would not close the file.
    if (!this.autoClose) this.on('finish', this.destroy);
    this.end();
  }, '');
  WriteStream.prototype.destroySoon = Writable.prototype.end;
  Object.defineProperty(WriteStream.prototype, 'pending', pending);

  return { ReadStream, WriteStream };
})
