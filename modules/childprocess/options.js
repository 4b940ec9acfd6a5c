// What the functions of child_process accept (Node documentation, "Child
// process", the lists of options).
(function (host) {
  'use strict';
  const { errors, signals, process } = host;
  const windows = host.platform === 'win32';
  const signalNumbers = new Set(Object.values(signals));

  function refuseNull(value, name) {
    if (typeof value === 'string' && value.includes('\0')) {
      throw errors.argValue(name, host.inspect(value), 'must be a string without null bytes');
    }
  }

  function refuseNulls(values, name) {
    for (let i = 0; i < values.length; i++) refuseNull(values[i], `${name}[${i}]`);
  }

  function isURL(value) {
    return value !== null && typeof value === 'object' && Boolean(value.href && value.protocol) &&
      value.auth === undefined && value.path === undefined;
  }

  // path checks a path and turns a file URL into one.
  function path(value, name) {
    if (isURL(value)) value = host.fileURLToPath(value);
    if (typeof value !== 'string' && !host.isView(value)) {
      throw errors.argType(name, value, 'string', 'Buffer', 'URL');
    }
    if (value.includes(typeof value === 'string' ? '\0' : 0)) {
      throw errors.argValue(name, host.inspect(value), 'must be a string, Uint8Array, or URL without null bytes');
    }
    return value;
  }

  function array(value, name) {
    if (!Array.isArray(value)) throw errors.argType(name, value, 'Array');
    return value;
  }

  function signalNumber(signal) {
    if (typeof signal === 'number' && signalNumbers.has(signal)) return signal;
    if (typeof signal === 'string') {
      const number = signals[signal.toUpperCase()];
      if (number) return number;
    }
    throw errors.error('ERR_UNKNOWN_SIGNAL', String(signal));
  }

  function killSignal(signal) {
    if (typeof signal === 'string' || typeof signal === 'number') return signalNumber(signal);
    if (signal !== undefined && signal !== null) {
      throw errors.argType('options.killSignal', signal, 'string', 'number');
    }
    return undefined;
  }

  function timeout(value) {
    if (value !== undefined && value !== null && !(Number.isInteger(value) && value >= 0)) {
      throw errors.outOfRange('timeout', 'an unsigned integer', value);
    }
  }

  function maxBuffer(value) {
    if (value !== undefined && value !== null && !(typeof value === 'number' && value >= 0)) {
      throw errors.outOfRange('options.maxBuffer', 'a positive number', value);
    }
  }

  function abortSignal(signal) {
    if (signal !== undefined && (signal === null || typeof signal !== 'object' || !('aborted' in signal))) {
      throw errors.argType('options.signal', signal, 'AbortSignal');
    }
  }

  function checkTypes(options) {
    const check = (name, ok, ...expected) => {
      const value = options[name];
      if (value !== undefined && value !== null && !ok(value)) {
        throw errors.argType(`options.${name}`, value, ...expected);
      }
    };
    const isBoolean = (value) => typeof value === 'boolean';
    const isString = (value) => typeof value === 'string';
    const isInt32 = (value) => value === (value | 0);
    check('detached', isBoolean, 'boolean');
    check('uid', isInt32, 'int32');
    check('gid', isInt32, 'int32');
    check('shell', (value) => isBoolean(value) || isString(value), 'boolean', 'string');
    check('argv0', isString, 'string');
    refuseNull(options.argv0, 'options.argv0');
    check('windowsHide', isBoolean, 'boolean');
    check('windowsVerbatimArguments', isBoolean, 'boolean');
  }

  let warnedOfArguments = false;

  // throughShell makes a command line of the program and its arguments.
  function throughShell(file, args, options) {
    refuseNull(options.shell, 'options.shell');
    if (args.length > 0 && !warnedOfArguments) {
      warnedOfArguments = true;
      host.warn('Passing args to a child process with shell option true can lead to security vulnerabilities, ' +
        'as the arguments are not escaped, only concatenated.', 'DEP0190');
    }
    const command = [file, ...args].join(' ');
    if (!windows) return { file: typeof options.shell === 'string' ? options.shell : '/bin/sh', args: ['-c', command] };
    const shell = typeof options.shell === 'string' ? options.shell : process.env.comspec || 'cmd.exe';
    if (!/^(?:.*\\)?cmd(?:\.exe)?$/i.test(shell)) return { file: shell, args: ['-c', command] };
    options.windowsVerbatimArguments = true;
    return { file: shell, args: ['/d', '/s', '/c', `"${command}"`] };
  }

  // environment lists an environment as "key=value".
  function environment(env) {
    const keys = [];
    for (const key in env) keys.push(key);
    const seen = new Set();
    const pairs = [];
    for (const key of windows ? keys.sort() : keys) {
      if (windows) {
        if (seen.has(key.toUpperCase())) continue;
        seen.add(key.toUpperCase());
      }
      const value = env[key];
      if (value === undefined) continue;
      refuseNull(key, `options.env['${key}']`);
      refuseNull(value, `options.env['${key}']`);
      pairs.push(`${key}=${value}`);
    }
    return pairs;
  }

  // spawn sorts out the arguments of spawn and spawnSync.
  function spawn(file, args, options) {
    errors.validateString(file, 'file');
    refuseNull(file, 'file');
    if (file.length === 0) throw errors.argValue('file', host.inspect(file), 'cannot be empty');
    if (Array.isArray(args)) {
      args = args.slice();
    } else if (args === undefined || args === null) {
      args = [];
    } else if (typeof args !== 'object') {
      throw errors.argType('args', args, 'object');
    } else {
      options = args;
      args = [];
    }
    refuseNulls(args, 'args');
    if (options !== undefined) errors.validateObject(options, 'options');
    options = { __proto__: null, ...options };
    let { cwd } = options;
    if (cwd !== undefined && cwd !== null) cwd = path(cwd, 'options.cwd');
    checkTypes(options);
    if (options.shell) ({ file, args } = throughShell(file, args, options));
    args.unshift(typeof options.argv0 === 'string' ? options.argv0 : file);
    return {
      __proto__: null,
      ...options,
      args,
      cwd,
      detached: Boolean(options.detached),
      envPairs: environment(options.env || process.env),
      file,
      windowsHide: Boolean(options.windowsHide),
      windowsVerbatimArguments: Boolean(options.windowsVerbatimArguments),
    };
  }

  function invalidStdio(value) {
    return errors.argValue('stdio', host.inspect(value), 'is invalid');
  }

  // stdioArray is the list that a word for all three streams stands for.
  function stdioArray(word, channel) {
    if (!['ignore', 'overlapped', 'pipe', 'inherit'].includes(word)) throw invalidStdio(word);
    const list = word === 'inherit' ? [0, 1, 2] : [word, word, word];
    return channel === undefined ? list : [...list, channel];
  }

  function descriptorOf(value) {
    if (typeof value === 'number') return value;
    return typeof value === 'object' && typeof value.fd === 'number' ? value.fd : undefined;
  }

  // handleOf is what a stream reads from and writes to.
  function handleOf(value) {
    for (const handle of [value, value.handle, value._handle]) {
      if (handle && typeof handle.readStop === 'function') return handle;
    }
    return undefined;
  }

  function stdioEntry(value, i, sync) {
    if (value === undefined || value === null) value = i < 3 ? 'pipe' : 'ignore';
    if (value === 'ignore') return { type: 'ignore' };
    if (value === 'pipe' || value === 'overlapped' || (typeof value === 'number' && value < 0)) {
      return { type: value === 'overlapped' ? value : 'pipe', readable: i === 0, writable: i !== 0 };
    }
    if (value === 'ipc') {
      if (sync) throw errors.error('ERR_IPC_SYNC_FORK');
      return { type: 'pipe', ipc: true };
    }
    if (value === 'inherit') return { type: 'inherit', fd: i };
    const fd = descriptorOf(value);
    if (fd !== undefined) return { type: 'fd', fd };
    const handle = typeof value === 'object' ? handleOf(value) : undefined;
    if (handle) return { type: 'wrap', handle, stream: value };
    if (!host.isView(value) && typeof value !== 'string') throw invalidStdio(value);
    if (!sync) throw errors.error('ERR_INVALID_SYNC_FORK_INPUT', host.inspect(value));
    return undefined;
  }

  // stdio turns the option into one entry for each descriptor of the child.
  function stdio(value, sync) {
    if (typeof value === 'string') value = stdioArray(value);
    else if (!Array.isArray(value)) throw invalidStdio(value);
    const list = [];
    for (let i = 0; i < Math.max(value.length, 3); i++) {
      if (i < value.length && !(i in value)) continue; // Node skips the holes of the array
      const entry = stdioEntry(value[i], i, sync);
      if (entry && entry.ipc && list.some((other) => other.ipc)) throw errors.error('ERR_IPC_ONE_PIPE');
      if (entry) list.push(entry);
    }
    return list;
  }

  return {
    abortSignal, array, environment, killSignal, maxBuffer, path, refuseNull, refuseNulls, signalNumber, spawn,
    stdio, stdioArray, timeout,
  };
})
