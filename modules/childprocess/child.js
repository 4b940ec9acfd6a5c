// The class ChildProcess, spawn and fork (Node documentation, "Child process",
// "Class: ChildProcess").
(function (host, check, channels) {
  'use strict';
  const { EventEmitter, errors, process } = host;

  // A stream of ours that a child uses as its own: we do not read from it.
  const usedAsStdio = Symbol('kIsUsedAsStdio');
  const owner = Symbol('owner_symbol');
  const resistStop = Symbol.for('nodejs.kResistStopPropagation');

  class Process {}

  // maybeClose counts what has closed: the process and its streams. The last
  // one makes 'close'.
  function maybeClose(child) {
    child._closesGot++;
    if (child._closesGot === child._closesNeeded) child.emit('close', child.exitCode, child.signalCode);
  }

  // Streams that nobody reads must come to their ends all the same.
  function flush(child) {
    for (const stream of child.stdio || []) {
      if (stream && stream.readable && !stream[usedAsStdio]) stream.resume();
    }
  }

  function spawnError(child, number) {
    const err = host.errno(number, child.spawnfile ? `spawn ${child.spawnfile}` : 'spawn');
    if (child.spawnfile) err.path = child.spawnfile;
    err.spawnargs = child.spawnargs.slice(1);
    return err;
  }

  function onExit(child, code, signal) {
    if (signal) child.signalCode = signal;
    else child.exitCode = code;
    if (child.stdin) child.stdin.destroy();
    if (child._handle) {
      child._handle.close();
      child._handle = null;
    }
    if (code < 0) child.emit('error', spawnError(child, code));
    else child.emit('exit', child.exitCode, child.signalCode);
    process.nextTick(flush, child);
    maybeClose(child);
  }

  function ChildProcess() {
    Reflect.apply(EventEmitter, this, []);
    this._closesNeeded = 1;
    this._closesGot = 0;
    this.connected = false;
    this.signalCode = null;
    this.exitCode = null;
    this.killed = false;
    this.spawnfile = null;
    this._handle = new Process();
    this._handle[owner] = this;
    this._handle.onexit = (code, signal) => onExit(this, code, signal);
    host.announce('child_process', 'process', this);
  }
  Object.setPrototypeOf(ChildProcess.prototype, EventEmitter.prototype);
  Object.setPrototypeOf(ChildProcess, EventEmitter);

  // These failures are reported by 'error', later; all others are thrown.
  const reported = new Set(['EACCES', 'EAGAIN', 'EMFILE', 'ENFILE', 'ENOENT']);

  function start(child, options) {
    host.announce('tracing:child_process.spawn:start', 'process', child, 'options', options);
    const number = host.spawn(child._handle, options);
    if (number === 0) {
      host.announce('tracing:child_process.spawn:end', 'process', child);
      process.nextTick(() => child.emit('spawn'));
      return number;
    }
    const err = host.errno(number, 'spawn');
    host.announce('tracing:child_process.spawn:error', 'process', child, 'error', err);
    if (reported.has(err.code)) {
      const { onexit } = child._handle;
      process.nextTick(() => onexit(number, ''));
      return number;
    }
    for (const entry of options.stdio) if (entry.close) entry.close();
    child._handle.close();
    child._handle = null;
    throw err;
  }

  // lend leaves a stream of ours to the child.
  function lend({ handle, stream }) {
    handle.reading = false;
    handle.readStop();
    stream.pause();
    stream.readableFlowing = false;
    stream._readableState.reading = false;
    stream[usedAsStdio] = true;
  }

  function openStreams(child, stdio) {
    for (let i = 0; i < stdio.length; i++) {
      const entry = stdio[i];
      if (entry.ipc) {
        child._closesNeeded++;
      } else if (entry.type === 'wrap') {
        lend(entry);
      } else if (entry.type === 'pipe' || entry.type === 'overlapped') {
        entry.stream = entry.socket(i > 0);
        if (i === 0) continue;
        child._closesNeeded++;
        entry.stream.on('close', () => maybeClose(child));
      }
    }
    const streams = stdio.map((entry) => (entry.type !== 'wrap' && entry.stream) || null);
    [child.stdin, child.stdout, child.stderr] = streams;
    child.stdio = streams;
  }

  ChildProcess.prototype.spawn = function spawn(options) {
    errors.validateObject(options, 'options');
    const stdio = check.stdio(options.stdio || 'pipe', false);
    const { serialization } = options;
    if (![undefined, 'json', 'advanced'].includes(serialization)) {
      throw errors.argValue('options.serialization', host.inspect(serialization),
        "must be one of: undefined, 'json', 'advanced'");
    }
    let { envPairs } = options;
    const ipc = stdio.findIndex((entry) => entry.ipc);
    if (ipc >= 0) {
      if (serialization === 'advanced') throw errors.error('ERR_METHOD_NOT_IMPLEMENTED', "serialization: 'advanced'");
      envPairs = envPairs === undefined ? [] : check.array(envPairs, 'options.envPairs');
      envPairs.push(`NODE_CHANNEL_FD=${ipc}`, `NODE_CHANNEL_SERIALIZATION_MODE=${serialization || 'json'}`);
    }
    errors.validateString(options.file, 'options.file');
    this.spawnfile = options.file;
    this.spawnargs = options.args === undefined ? [] : check.array(options.args, 'options.args');
    if (envPairs === undefined) envPairs = check.environment(process.env);
    const number = start(this, { ...options, stdio, envPairs });
    this.pid = this._handle.pid;
    openStreams(this, stdio);
    if (ipc >= 0 && stdio[ipc].channel) channels.setup(this, stdio[ipc].channel(), () => maybeClose(this)).refCounted();
    return number;
  };

  ChildProcess.prototype.kill = function kill(signal = 'SIGTERM') {
    const number = signal === 0 ? 0 : check.signalNumber(signal);
    if (!this._handle) return false;
    const failed = this._handle.kill(number);
    if (failed === 0) {
      this.killed = true;
      return true;
    }
    const err = host.errno(failed, 'kill');
    if (err.code === 'EINVAL' || err.code === 'ENOSYS') throw err;
    if (err.code !== 'ESRCH') this.emit('error', err);
    return false;
  };

  ChildProcess.prototype.ref = function ref() {
    if (this._handle) this._handle.ref();
  };

  ChildProcess.prototype.unref = function unref() {
    if (this._handle) this._handle.unref();
  };

  if (Symbol.dispose) {
    Object.defineProperty(ChildProcess.prototype, Symbol.dispose, {
      value: { [Symbol.dispose]() { if (!this.killed) this.kill(); } }[Symbol.dispose],
      writable: true, configurable: true, enumerable: true,
    });
  }

  class AbortError extends Error {
    constructor(cause) {
      super('The operation was aborted', cause === undefined ? undefined : { cause });
      this.code = 'ABORT_ERR';
      this.name = 'AbortError';
    }
  }

  function abort(child, signal, reason) {
    try {
      if (child.kill(signal)) child.emit('error', new AbortError(reason));
    } catch (err) {
      child.emit('error', err);
    }
  }

  function killAfter(child, timeout, signal) {
    const timer = setTimeout(() => {
      try {
        child.kill(signal);
      } catch (err) {
        child.emit('error', err);
      }
    }, timeout);
    child.once('exit', () => clearTimeout(timer));
  }

  function killOnAbort(child, abortSignal, killSignal) {
    const listener = () => abort(child, killSignal, abortSignal.reason);
    if (abortSignal.aborted) {
      process.nextTick(listener);
      return;
    }
    abortSignal.addEventListener('abort', listener, { once: true, [resistStop]: true });
    child.once('exit', () => abortSignal.removeEventListener('abort', listener));
  }

  function spawn(file, args, options) {
    options = check.spawn(file, args, options);
    check.timeout(options.timeout);
    check.abortSignal(options.signal);
    const killSignal = check.killSignal(options.killSignal);
    const child = new ChildProcess();
    child.spawn(options);
    if (options.timeout > 0) killAfter(child, options.timeout, killSignal);
    if (options.signal) killOnAbort(child, options.signal, killSignal);
    return child;
  }

  // inheritedOptions are the options that a script hands on: all but its own
  // text, which a child would run again.
  function inheritedOptions() {
    const { execArgv } = process;
    const isText = (arg) => /^(?:-e|-p|-pe|--eval|--print)$/.test(arg);
    return execArgv.filter((arg, i) => !isText(arg) && !(i > 0 && isText(execArgv[i - 1])) && !arg.startsWith('--eval='));
  }

  function channelStdio(options) {
    const { stdio, silent } = options;
    if (typeof stdio === 'string') return check.stdioArray(stdio, 'ipc');
    if (!Array.isArray(stdio)) return check.stdioArray(silent ? 'pipe' : 'inherit', 'ipc');
    if (!stdio.includes('ipc')) throw errors.error('ERR_CHILD_PROCESS_IPC_REQUIRED', 'options.stdio');
    return stdio;
  }

  function fork(modulePath, args = undefined, options = undefined) {
    modulePath = check.path(modulePath, 'modulePath');
    if (args === undefined || args === null) {
      args = [];
    } else if (typeof args === 'object' && !Array.isArray(args)) {
      options = args;
      args = [];
    } else {
      check.array(args, 'args');
    }
    if (options !== undefined && options !== null) errors.validateObject(options, 'options');
    options = { __proto__: null, ...options, shell: false };
    options.execPath = options.execPath || process.execPath;
    check.refuseNull(options.execPath, 'options.execPath');
    const execArgv = options.execArgv || inheritedOptions();
    check.refuseNulls(execArgv, 'options.execArgv');
    options.stdio = channelStdio(options);
    return spawn(options.execPath, [...execArgv, String(modulePath), ...args], options);
  }

  function _forkChild(fd, serializationMode) {
    channels.connectProcess(host.openChannel(fd), serializationMode);
  }

  return { ChildProcess, _forkChild, fork, spawn };
})
