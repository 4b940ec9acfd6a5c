// fs.promises and the class FileHandle (Node documentation, "Promises API").
(function (fs, natives, native) {
  'use strict';

  const { Buffer, EventEmitter } = native;
  const kHandle = Symbol('kHandle');
  const kFd = Symbol('kFd');
  const kRefs = Symbol('kRefs');
  const kClosePromise = Symbol('kClosePromise');
  const kCloseResolve = Symbol('kCloseResolve');
  const kCloseReject = Symbol('kCloseReject');
  const kRef = Symbol('kRef');
  const kUnref = Symbol('kUnref');

  // onHandle runs a native on the descriptor of an open handle, which close
  // waits for.
  async function onHandle(name, handle, ...args) {
    if (!(handle instanceof FileHandle)) {
      throw native.argType('filehandle', handle, 'FileHandle');
    }
    if (handle.fd === -1) {
      const err = new Error('file closed');
      err.code = 'EBADF';
      err.syscall = name;
      throw err;
    }
    handle[kRef]();
    try {
      return await natives[name](handle.fd, ...args);
    } finally {
      handle[kUnref]();
    }
  }

  class FileHandle extends EventEmitter {
    constructor(fd) {
      super();
      this[kHandle] = undefined;
      this[kFd] = fd === undefined ? -1 : fd;
      this[kRefs] = 1;
      this[kClosePromise] = null;
    }

    getAsyncId() { return -1; }

    get fd() { return this[kFd]; }

    appendFile(data, options) { return writeWhole('appendFile', this, data, options); }
    chmod(mode) { return onHandle('fchmod', this, mode); }
    chown(uid, gid) { return onHandle('fchown', this, uid, gid); }
    datasync() { return onHandle('fdatasync', this); }
    sync() { return onHandle('fsync', this); }
    read(buffer, offset, length, position) { return onHandle('read', this, buffer, offset, length, position); }
    readv(buffers, position) { return onHandle('readv', this, buffers, position); }
    readFile(options) { return onHandle('readFile', this, options); }
    readLines(options = undefined) { throw native.error('ERR_METHOD_NOT_IMPLEMENTED', 'filehandle.readLines'); }
    stat(options) { return onHandle('fstat', this, options); }
    truncate(len = 0) { return onHandle('ftruncate', this, len); }
    utimes(atime, mtime) { return onHandle('futimes', this, atime, mtime); }
    write(buffer, offset, length, position) { return onHandle('write', this, buffer, offset, length, position); }
    writev(buffers, position) { return onHandle('writev', this, buffers, position); }
    writeFile(data, options) { return writeWhole('writeFile', this, data, options); }

    // close waits for the operations and streams that still use the handle.
    close() {
      if (this[kFd] === -1) return Promise.resolve();
      if (this[kClosePromise]) return this[kClosePromise];
      const forget = () => { this[kClosePromise] = undefined; };
      this[kRefs]--;
      if (this[kRefs] === 0) {
        const fd = this[kFd];
        this[kFd] = -1;
        this[kClosePromise] = natives.close(fd).finally(forget);
      } else {
        this[kClosePromise] = new Promise((resolve, reject) => {
          this[kCloseResolve] = resolve;
          this[kCloseReject] = reject;
        }).finally(forget);
      }
      this.emit('close');
      return this[kClosePromise];
    }

    readableWebStream(options) { throw native.error('ERR_METHOD_NOT_IMPLEMENTED', 'filehandle.readableWebStream'); }

    createReadStream(options = undefined) {
      return new fs.ReadStream(undefined, { ...options, fd: this });
    }

    createWriteStream(options = undefined) {
      return new fs.WriteStream(undefined, { ...options, fd: this });
    }
  }

  const hide = (key, value, name) => {
    if (key === undefined) return;
    if (name) Object.defineProperty(value, 'name', { value: name, configurable: true });
    Object.defineProperty(FileHandle.prototype, key, { value, writable: true, enumerable: false, configurable: true });
  };
  hide(Symbol.asyncDispose, async function () { await this.close(); }, '[Symbol.asyncDispose]');
  hide(kRef, function () { this[kRefs]++; });
  hide(kUnref, function () {
    this[kRefs]--;
    if (this[kRefs] === 0) {
      const fd = this[kFd];
      this[kFd] = -1;
      natives.close(fd).then(this[kCloseResolve], this[kCloseReject]);
    }
  });
  // hold is what streams use: it returns what lets go again.
  Object.defineProperty(FileHandle, 'hold', {
    value: (handle) => {
      handle[kRef]();
      return () => handle[kUnref]();
    },
  });

  async function open(path, flags, mode) {
    return new FileHandle(await natives.open(path, flags, mode));
  }

  const isHandle = (v) => v instanceof FileHandle;

  async function readFile(path, options) {
    return isHandle(path) ? onHandle('readFile', path, options) : natives.readFile(native.path(path), options);
  }

  async function writeFile(path, data, options) {
    return writeWhole('writeFile', path, data, options);
  }

  async function appendFile(path, data, options) {
    return writeWhole('appendFile', path, data, options);
  }

  async function writeWhole(name, path, data, options) {
    const chunked = isChunked(data);
    if (!isHandle(path)) path = native.path(path);
    if (!chunked) {
      return isHandle(path) ? onHandle(name, path, data, options) : natives[name](path, data, options);
    }
    options = native.options(options);
    if (isHandle(path)) return writeChunks(path, data, options);
    const handle = await open(path, options.flag || (name === 'writeFile' ? 'w' : 'a'), options.mode);
    try {
      await writeChunks(handle, data, options);
      if (options.flush) await handle.sync();
    } finally {
      await handle.close();
    }
    return undefined;
  }

  // isChunked tells iterables and streams from text and bytes.
  function isChunked(data) {
    return data !== null && typeof data === 'object' && !ArrayBuffer.isView(data) &&
      (typeof data[Symbol.asyncIterator] === 'function' || typeof data[Symbol.iterator] === 'function');
  }

  async function writeChunks(handle, data, options) {
    const iterator = (data[Symbol.asyncIterator] ?? data[Symbol.iterator]).call(data);
    for (;;) {
      native.checkAborted(options.signal);
      const { value, done } = await iterator.next();
      if (done) return;
      native.checkAborted(options.signal);
      await handle.writeFile(await value, { encoding: options.encoding });
    }
  }

  async function truncate(path, len = 0) {
    const handle = await open(path, 'r+');
    try {
      return await handle.truncate(len);
    } finally {
      await handle.close();
    }
  }

  async function lchmod(path, mode) {
    throw native.error('ERR_METHOD_NOT_IMPLEMENTED', 'lchmod()');
  }

  async function cp(src, dest, options) {
    return native.cps().cpPromise(src, dest, options);
  }

  async function opendir(path, options) {
    return new Promise((resolve, reject) => {
      native.dirs().opendir(path, options, (err, dir) => (err ? reject(err) : resolve(dir)));
    });
  }

  async function mkdtempDisposable(prefix, options) {
    const path = await natives.mkdtemp(prefix, options);
    const absolute = native.resolve(path);
    const remove = async () => {
      await natives.rm(absolute, { maxRetries: 0, recursive: true, force: true, retryDelay: 0 });
    };
    const made = { __proto__: null, path, remove };
    if (Symbol.asyncDispose) {
      made[Symbol.asyncDispose] = async () => { await remove(); };
    }
    return made;
  }

  function glob(pattern, options) { throw native.error('ERR_METHOD_NOT_IMPLEMENTED', 'fs.promises.glob'); }

  function _watch(filename, options = {}) { throw native.error('ERR_METHOD_NOT_IMPLEMENTED', 'fs.promises.watch'); }

  const own = { cp, glob, open, opendir, truncate, lchmod, mkdtempDisposable, writeFile, appendFile, readFile, watch: _watch };
  const promises = {};
  for (const name of [
    'access', 'copyFile', 'cp', 'glob', 'open', 'opendir', 'rename', 'truncate', 'rm', 'rmdir', 'mkdir', 'readdir',
    'readlink', 'symlink', 'lstat', 'stat', 'statfs', 'link', 'unlink', 'chmod', 'lchmod', 'lchown', 'chown',
    'utimes', 'lutimes', 'realpath', 'mkdtemp', 'mkdtempDisposable', 'writeFile', 'appendFile', 'readFile', 'watch',
  ]) {
    promises[name] = own[name] ?? natives[name];
  }
  promises.constants = fs.constants;
  return { promises, FileHandle };
})
