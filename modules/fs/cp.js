// fs.cp (Node documentation, "fs.cp"). The walk is one generator; it yields
// the operations, [name, ...args], to a driver that carries them out at once
// or with promises. A filter is an operation too.
(function (fs, native) {
  'use strict';

  const { separator } = native;

  const defaults = {
    dereference: false, errorOnExist: false, filter: undefined, force: true, preserveTimestamps: false,
    recursive: false, verbatimSymlinks: false,
  };
  const booleans = ['dereference', 'errorOnExist', 'force', 'preserveTimestamps', 'recursive', 'verbatimSymlinks'];

  function checkOptions(options) {
    if (options === undefined) return { ...defaults, mode: 0 };
    options = { ...defaults, ...native.validateObject(options, 'options') };
    for (const name of booleans) native.validateBoolean(options[name], 'options.' + name);
    options.mode = native.mode(options.mode);
    if (options.dereference === true && options.verbatimSymlinks === true) {
      throw native.error('ERR_INCOMPATIBLE_OPTION_PAIR', 'dereference', 'verbatimSymlinks');
    }
    if (options.filter !== undefined) native.validateFunction(options.filter, 'options.filter');
    return options;
  }

  // Errors of copying: code -> text, name and number of the system error.
  const failures = {
    ERR_FS_CP_EINVAL: ['Invalid src or dest', 'EINVAL'],
    ERR_FS_CP_DIR_TO_NON_DIR: ['Cannot overwrite non-directory with directory', 'EISDIR'],
    ERR_FS_CP_NON_DIR_TO_DIR: ['Cannot overwrite directory with non-directory', 'ENOTDIR'],
    ERR_FS_CP_EEXIST: ['Target already exists', 'EEXIST'],
    ERR_FS_CP_SOCKET: ['Cannot copy a socket file', 'EINVAL'],
    ERR_FS_CP_FIFO_PIPE: ['Cannot copy a FIFO pipe', 'EINVAL'],
    ERR_FS_CP_UNKNOWN: ['Cannot copy an unknown file type', 'EINVAL'],
    ERR_FS_CP_SYMLINK_TO_SUBDIRECTORY: ['Cannot overwrite symlink in subdirectory of self', 'EINVAL'],
    ERR_FS_EISDIR: ['Path is a directory', 'EISDIR'],
  };

  function failure(code, message, path) {
    const [text, name] = failures[code];
    return native.systemError(code, text, {
      code: name, message, path, dest: '', syscall: 'cp', errno: Math.abs(native.errno(name)),
    });
  }

  const same = (a, b) => a.ino !== undefined && a.dev !== undefined && a.ino === b.ino && a.dev === b.dev;

  function isInside(parent, child) {
    const parts = (path) => native.resolve(path).split(separator).filter((part) => part !== '');
    const inner = parts(child);
    return parts(parent).every((part, i) => inner[i] === part);
  }

  function* statOrNull(stat, path) {
    try {
      return yield [stat, path, { bigint: true }];
    } catch (err) {
      if (err.code === 'ENOENT') return null;
      throw err;
    }
  }

  // look checks one pair of paths; it returns null when the filter is against.
  function* look(src, dest, options) {
    if (options.filter && !(yield ['filter', src, dest])) return null;
    const stat = options.dereference ? 'stat' : 'lstat';
    const srcStat = yield [stat, src, { bigint: true }];
    const destStat = yield* statOrNull(stat, dest);
    if (destStat) {
      if (same(srcStat, destStat)) throw failure('ERR_FS_CP_EINVAL', 'src and dest cannot be the same', dest);
      if (srcStat.isDirectory() && !destStat.isDirectory()) {
        throw failure('ERR_FS_CP_DIR_TO_NON_DIR', `cannot overwrite non-directory ${dest} with directory ${src}`, dest);
      }
      if (!srcStat.isDirectory() && destStat.isDirectory()) {
        throw failure('ERR_FS_CP_NON_DIR_TO_DIR', `cannot overwrite directory ${dest} with non-directory ${src}`, dest);
      }
    }
    if (srcStat.isDirectory() && isInside(src, dest)) {
      throw failure('ERR_FS_CP_EINVAL', `cannot copy ${src} to a subdirectory of self ${dest}`, dest);
    }
    return { srcStat, destStat };
  }

  // checkParents: none of the folders above dest may be src itself.
  function* checkParents(src, srcStat, dest) {
    const srcParent = native.resolve(native.dirname(src));
    let parent = native.resolve(native.dirname(dest));
    while (parent !== srcParent && parent !== native.dirname(parent)) {
      const stat = yield* statOrNull('stat', parent);
      if (!stat) return;
      if (same(srcStat, stat)) {
        throw failure('ERR_FS_CP_EINVAL', `cannot copy ${src} to a subdirectory of self ${dest}`, dest);
      }
      parent = native.resolve(native.dirname(parent));
    }
  }

  function* copyAll(src, dest, options) {
    const found = yield* look(src, dest, options);
    if (found === null) return;
    yield* checkParents(src, found.srcStat, dest);
    const parent = native.dirname(dest);
    if (!(yield* statOrNull('stat', parent))) yield ['mkdir', parent, { recursive: true }];
    yield* copyOne(found, src, dest, options);
  }

  function* copyOne({ destStat }, src, dest, options) {
    const stat = yield [options.dereference ? 'stat' : 'lstat', src];
    if (stat.isDirectory()) {
      if (!options.recursive) {
        throw failure('ERR_FS_EISDIR', `${src} is a directory (not copied)`, src);
      }
      yield* copyFolder(stat, destStat, src, dest, options);
    } else if (stat.isFile() || stat.isCharacterDevice() || stat.isBlockDevice()) {
      yield* copyFile(stat, destStat, src, dest, options);
    } else if (stat.isSymbolicLink()) {
      yield* copyLink(destStat, src, dest, options);
    } else if (stat.isSocket()) {
      throw failure('ERR_FS_CP_SOCKET', `cannot copy a socket file: ${dest}`, dest);
    } else if (stat.isFIFO()) {
      throw failure('ERR_FS_CP_FIFO_PIPE', `cannot copy a FIFO pipe: ${dest}`, dest);
    } else {
      throw failure('ERR_FS_CP_UNKNOWN', `cannot copy an unknown file type: ${dest}`, dest);
    }
  }

  function* copyFile(stat, destStat, src, dest, options) {
    if (destStat) {
      if (!options.force) {
        if (options.errorOnExist) throw failure('ERR_FS_CP_EEXIST', `${dest} already exists`, dest);
        return;
      }
      yield ['unlink', dest];
    }
    yield ['copyFile', src, dest, options.mode];
    if (!options.preserveTimestamps) return;
    const readOnly = (stat.mode & 0o200) === 0;
    if (readOnly) yield ['chmod', dest, stat.mode | 0o200];
    const times = yield ['stat', src];
    yield ['utimes', dest, times.atime, times.mtime];
    if (readOnly) yield ['chmod', dest, stat.mode];
  }

  function* copyFolder(stat, destStat, src, dest, options) {
    if (!destStat) yield ['mkdir', dest];
    for (const name of yield ['readdir', src]) {
      const from = native.join(src, name);
      const to = native.join(dest, name);
      const found = yield* look(from, to, options);
      if (found !== null) yield* copyOne(found, from, to, options);
    }
    if (!destStat) yield ['chmod', dest, stat.mode];
  }

  function* copyLink(destStat, src, dest, options) {
    let target = yield ['readlink', src];
    if (!options.verbatimSymlinks && !native.isAbsolute(target)) {
      target = native.resolve(native.join(native.dirname(src), target));
    }
    if (!destStat) {
      yield ['symlink', target, dest];
      return;
    }
    let old;
    try {
      old = yield ['readlink', dest];
    } catch (err) {
      // dest is a file or, on Windows, something that shows no target.
      if (err.code !== 'EINVAL' && err.code !== 'UNKNOWN') throw err;
      yield ['symlink', target, dest];
      return;
    }
    if (!native.isAbsolute(old)) old = native.resolve(native.join(native.dirname(dest), old));
    const linked = yield* statOrNull('stat', src);
    if (linked && linked.isDirectory()) {
      if (isInside(target, old)) {
        throw failure('ERR_FS_CP_EINVAL', `cannot copy ${target} to a subdirectory of self ${old}`, dest);
      }
      if (isInside(old, target)) {
        throw failure('ERR_FS_CP_SYMLINK_TO_SUBDIRECTORY', `cannot overwrite ${old} with ${target}`, dest);
      }
    }
    yield ['unlink', dest];
    yield ['symlink', target, dest];
  }

  // ---- Drivers

  function cpSync(src, dest, options) {
    options = checkOptions(options);
    src = native.name(src, 'src');
    dest = native.name(dest, 'dest');
    const walk = copyAll(src, dest, options);
    const perform = ([name, ...args]) => {
      if (name !== 'filter') return fs[name + 'Sync'](...args);
      const answer = options.filter(...args);
      if (answer && typeof answer.then === 'function') {
        throw native.error('ERR_INVALID_RETURN_VALUE', 'boolean', 'filter', native.describe(answer));
      }
      return answer;
    };
    for (let state = walk.next(); !state.done;) {
      let value;
      try {
        value = perform(state.value);
      } catch (err) {
        state = walk.throw(err);
        continue;
      }
      state = walk.next(value);
    }
  }

  async function copyAsync(src, dest, options) {
    const walk = copyAll(src, dest, options);
    for (let state = walk.next(); !state.done;) {
      const [name, ...args] = state.value;
      let value;
      try {
        value = await (name === 'filter' ? options.filter(...args) : fs.promises[name](...args));
      } catch (err) {
        state = walk.throw(err);
        continue;
      }
      state = walk.next(value);
    }
  }

  function cp(src, dest, options, callback) {
    if (typeof options === 'function') {
      callback = options;
      options = undefined;
    }
    native.validateFunction(callback, 'cb');
    options = checkOptions(options);
    src = native.name(src, 'src');
    dest = native.name(dest, 'dest');
    copyAsync(src, dest, options).then(() => native.tick(callback, null), (err) => native.tick(callback, err));
  }

  async function cpPromise(src, dest, options) {
    options = checkOptions(options);
    return copyAsync(native.name(src, 'src'), native.name(dest, 'dest'), options);
  }

  return { cp, cpSync, cpPromise };
})
