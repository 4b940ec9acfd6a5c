// The class Dir and what makes one (Node documentation, "fs.Dir").
(function (fs, native) {
  'use strict';

  const defaultBuffer = 32;
  const asyncIterator = Symbol.asyncIterator;

  class Dir {
    #handle;
    #path;
    #bufferSize;
    #recursive;
    #encoding;
    #entries = [];
    #folders = []; // handles of folders that are listed later, and their paths
    #closed = false;
    #waiting = null; // operations behind the asynchronous one under way

    constructor(handle, path, options) {
      if (handle == null) throw native.error('ERR_MISSING_ARGS', '"handle" argument');
      this.#handle = handle;
      this.#path = path;
      options = native.options(options);
      this.#bufferSize = native.validateInteger(options.bufferSize ?? defaultBuffer, 'options.bufferSize', 1, 0xffffffff);
      this.#recursive = !!options.recursive;
      this.#encoding = options.encoding;
      this.#folders.push({ handle, path });
    }

    get path() { return this.#path; }

    #checkOpen() {
      if (this.#closed) throw native.error('ERR_DIR_CLOSED');
    }

    #checkSync() {
      this.#checkOpen();
      if (this.#waiting !== null) throw native.error('ERR_DIR_CONCURRENT_OPERATION');
    }

    // take keeps what was read; a folder that was read to its end is closed by
    // the caller.
    #take(flat, folder) {
      for (let i = 0; i < flat.length; i += 2) {
        const entry = native.dirent(flat[i], folder.path, flat[i + 1]);
        this.#entries.push(entry);
        if (this.#recursive && entry.isDirectory()) {
          const path = native.join(folder.path, entry.name);
          this.#folders.push({ handle: native.openDir(path, this.#encoding), path, pending: true });
        }
      }
    }

    read(callback) {
      if (callback === undefined) {
        return new Promise((resolve, reject) => {
          this.#read((err, entry) => (err ? reject(err) : resolve(entry)), false);
        });
      }
      native.validateFunction(callback, 'callback');
      this.#read(callback, true);
      return undefined;
    }

    #read(callback, later) {
      this.#checkOpen();
      if (this.#waiting !== null) {
        this.#waiting.push(() => this.#read(callback, later));
        return;
      }
      if (this.#entries.length > 0) {
        const entry = this.#entries.shift();
        if (later) native.tick(callback, null, entry);
        else callback(null, entry);
        return;
      }
      this.#waiting = [];
      this.#fill((err) => {
        const waiting = this.#waiting;
        this.#waiting = null;
        for (const operation of waiting) operation();
        if (err) callback(err);
        else callback(null, this.#entries.shift() ?? null);
      });
    }

    // fill reads until there is an entry or nothing more.
    #fill(done) {
      if (this.#entries.length > 0 || this.#folders.length === 0) {
        done(null);
        return;
      }
      const folder = this.#folders[0];
      const next = (err) => (err ? done(err) : this.#fill(done));
      if (folder.pending) {
        folder.handle.open((err) => {
          folder.pending = false;
          next(err);
        });
        return;
      }
      folder.handle.read(this.#bufferSize, (err, flat) => {
        if (err) {
          done(err);
        } else if (flat.length > 0) {
          this.#take(flat, folder);
          done(null);
        } else {
          this.#folders.shift();
          if (folder.handle !== this.#handle) folder.handle.close(next);
          else next(null);
        }
      });
    }

    readSync() {
      this.#checkSync();
      while (this.#entries.length === 0 && this.#folders.length > 0) {
        const folder = this.#folders[0];
        if (folder.pending) {
          folder.handle.openSync();
          folder.pending = false;
        }
        const flat = folder.handle.readSync(this.#bufferSize);
        if (flat.length > 0) {
          this.#take(flat, folder);
        } else {
          this.#folders.shift();
          if (folder.handle !== this.#handle) folder.handle.closeSync();
        }
      }
      return this.#entries.shift() ?? null;
    }

    #openFolders() {
      return this.#folders.filter((folder) => !folder.pending && folder.handle !== this.#handle);
    }

    close(callback) {
      if (callback === undefined) {
        if (this.#closed) return Promise.reject(native.error('ERR_DIR_CLOSED'));
        return new Promise((resolve, reject) => this.#close((err) => (err ? reject(err) : resolve())));
      }
      native.validateFunction(callback, 'callback');
      if (this.#closed) native.tick(callback, native.error('ERR_DIR_CLOSED'));
      else this.#close(callback);
      return undefined;
    }

    #close(callback) {
      if (this.#waiting !== null) {
        this.#waiting.push(() => this.#close(callback));
        return;
      }
      this.#closed = true;
      for (const folder of this.#openFolders()) folder.handle.close(() => {});
      this.#handle.close(callback);
    }

    closeSync() {
      this.#checkSync();
      this.#closed = true;
      for (const folder of this.#openFolders()) folder.handle.closeSync();
      this.#handle.closeSync();
    }

    entries() {
      let ended = false;
      const end = () => {
        ended = true;
        return this.#closed ? Promise.resolve() : this.close();
      };
      const finished = { value: undefined, done: true };
      return {
        next: async () => {
          if (ended) return finished;
          let entry;
          try {
            entry = await this.read();
          } catch (err) {
            await end();
            throw err;
          }
          if (entry !== null) return { value: entry, done: false };
          await end();
          return finished;
        },
        return: async (value) => {
          if (!ended) await end();
          return { value, done: true };
        },
        throw: async (err) => {
          if (!ended) await end();
          throw err;
        },
        [asyncIterator ?? '@@asyncIterator']() { return this; },
      };
    }
  }

  const hidden = (key, value, name) => {
    if (key === undefined) return;
    if (name) Object.defineProperty(value, 'name', { value: name, configurable: true });
    Object.defineProperty(Dir.prototype, key, { value, writable: true, enumerable: false, configurable: true });
  };
  hidden(Symbol.dispose, function () {
    try {
      this.closeSync();
    } catch (err) {
      if (err.code !== 'ERR_DIR_CLOSED') throw err;
    }
  }, '[Symbol.dispose]');
  hidden(Symbol.asyncDispose, async function () {
    try {
      await this.close();
    } catch (err) {
      if (err.code !== 'ERR_DIR_CLOSED') throw err;
    }
  }, '[Symbol.asyncDispose]');
  hidden(asyncIterator, Dir.prototype.entries);

  function opendirSync(path, options) {
    path = native.path(path);
    options = openOptions(options);
    const handle = native.openDir(path, options.encoding);
    handle.openSync();
    return new Dir(handle, path, options);
  }

  function opendir(path, options, callback) {
    callback = typeof options === 'function' ? options : callback;
    native.validateFunction(callback, 'callback');
    path = native.path(path);
    options = openOptions(options);
    const handle = native.openDir(path, options.encoding);
    handle.open((err) => {
      if (err) callback(err);
      else callback(null, new Dir(handle, path, options));
    });
  }

  function openOptions(options) {
    options = { encoding: 'utf8', ...native.options(options) };
    if (options.bufferSize != null) {
      native.validateInteger(options.bufferSize, 'options.bufferSize', 1, 0xffffffff);
    }
    return options;
  }

  // mkdtempDisposableSync makes a folder that goes away with what is in it.
  function mkdtempDisposableSync(prefix, options) {
    const path = fs.mkdtempSync(prefix, options);
    const absolute = native.resolve(path);
    const remove = () => {
      fs.rmSync(absolute, { maxRetries: 0, recursive: true, force: true, retryDelay: 0 });
    };
    const made = { path, remove };
    if (Symbol.dispose) made[Symbol.dispose] = remove;
    return made;
  }

  return { Dir, opendir, opendirSync, mkdtempDisposableSync };
})
