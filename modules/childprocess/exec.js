// exec, execFile and the synchronous functions (Node documentation, "Child
// process"), and with them the exports of the module.
(function (host, check, child) {
  'use strict';
  const { Buffer, errors, process } = host;
  const { ChildProcess, _forkChild, fork, spawn } = child;
  const defaultMaxBuffer = 1024 * 1024;

  function execArguments(command, options, callback) {
    errors.validateString(command, 'command');
    check.refuseNull(command, 'command');
    if (typeof options === 'function') {
      callback = options;
      options = undefined;
    }
    options = { __proto__: null, ...options };
    options.shell = typeof options.shell === 'string' ? options.shell : true;
    return { file: command, options, callback };
  }

  function execFileArguments(file, args, options, callback) {
    if (Array.isArray(args)) {
      args = args.slice();
    } else if (args !== null && typeof args === 'object') {
      callback = options;
      options = args;
      args = null;
    } else if (typeof args === 'function') {
      callback = args;
      options = null;
      args = null;
    }
    if (args === undefined || args === null) args = [];
    if (typeof options === 'function') callback = options;
    else if (options !== undefined && options !== null) errors.validateObject(options, 'options');
    if (options === undefined || options === null || typeof options === 'function') options = {};
    if (callback !== undefined && callback !== null) errors.validateFunction(callback, 'callback');
    if (options.argv0 !== undefined && options.argv0 !== null) {
      errors.validateString(options.argv0, 'options.argv0');
      check.refuseNull(options.argv0, 'options.argv0');
    }
    return { file, args, options, callback };
  }

  // gather collects what a stream brings, up to maxBuffer bytes, and returns
  // what gives the whole.
  function gather(stream, name, maxBuffer, encoding, tooMuch) {
    const chunks = [];
    let taken = 0;
    const text = () => encoding || (stream && stream.readableEncoding);
    if (stream) {
      if (encoding) stream.setEncoding(encoding);
      stream.on('data', (chunk) => {
        const { readableEncoding } = stream;
        const before = taken;
        taken += readableEncoding ? Buffer.byteLength(chunk, readableEncoding) : chunk.length;
        if (taken <= maxBuffer) {
          chunks.push(chunk);
          return;
        }
        chunks.push(chunk.slice(0, maxBuffer - before));
        tooMuch(errors.error('ERR_CHILD_PROCESS_STDIO_MAXBUFFER', name));
      });
    }
    return () => (text() ? chunks.join('') : Buffer.concat(chunks));
  }

  function commandFailed(message, properties) {
    return Object.assign(new Error(message), properties);
  }

  function execFile(file, args, options, callback) {
    ({ file, args, options, callback } = execFileArguments(file, args, options, callback));
    options = {
      __proto__: null,
      encoding: 'utf8', timeout: 0, maxBuffer: defaultMaxBuffer, killSignal: 'SIGTERM', cwd: null, env: null,
      shell: false,
      ...options,
    };
    check.timeout(options.timeout);
    check.maxBuffer(options.maxBuffer);
    const killSignal = check.killSignal(options.killSignal);
    const { cwd, env, argv0, gid, uid, shell, signal, windowsHide, windowsVerbatimArguments } = options;
    const child = spawn(file, args, {
      cwd, env, argv0, gid, uid, shell, signal,
      windowsHide: Boolean(windowsHide), windowsVerbatimArguments: Boolean(windowsVerbatimArguments),
    });

    const encoding = options.encoding !== 'buffer' && Buffer.isEncoding(options.encoding) ? options.encoding : null;
    const maxBuffer = options.maxBuffer === undefined || options.maxBuffer === null ? Infinity : options.maxBuffer;
    let failure = null;
    let killed = false;
    let exited = false;
    let timer;
    const stdout = gather(child.stdout, 'stdout', maxBuffer, encoding, tooMuch);
    const stderr = gather(child.stderr, 'stderr', maxBuffer, encoding, tooMuch);

    function done(code, signalName) {
      if (exited) return;
      exited = true;
      clearTimeout(timer);
      if (!callback) return;
      const [out, err] = [stdout(), stderr()];
      if (!failure && code === 0 && signalName === null) {
        callback(null, out, err);
        return;
      }
      const cmd = [file, ...args].join(' ');
      if (!failure) {
        failure = commandFailed(`Command failed: ${cmd}\n${err}`, {
          code: code < 0 ? host.errno(code, '').code : code,
          killed: child.killed || killed,
          signal: signalName,
        });
      }
      failure.cmd = cmd;
      callback(failure, out, err);
    }

    function failed(err) {
      failure = err;
      closeStreams();
      done();
    }

    function closeStreams() {
      if (child.stdout) child.stdout.destroy();
      if (child.stderr) child.stderr.destroy();
    }

    function kill() {
      closeStreams();
      killed = true;
      try {
        child.kill(killSignal);
      } catch (err) {
        failure = failure || err;
        done();
      }
    }

    function tooMuch(err) {
      failure = err;
      kill();
    }

    if (options.timeout > 0) timer = setTimeout(kill, options.timeout);
    child.on('close', done);
    child.on('error', failed);
    return child;
  }

  function exec(command, options, callback) {
    const normal = execArguments(command, options, callback);
    return execFile(normal.file, normal.options, normal.callback);
  }

  // What util.promisify makes of exec and execFile.
  for (const original of [exec, execFile]) {
    const promised = (...args) => {
      let settle;
      const promise = new Promise((resolve, reject) => {
        settle = (err, stdout, stderr) => {
          if (err === null) resolve({ stdout, stderr });
          else reject(Object.assign(err, { stdout, stderr }));
        };
      });
      promise.child = original(...args, settle);
      return promise;
    };
    Object.defineProperty(promised, 'name', { value: original.name });
    Object.defineProperty(original, host.promisify, { value: promised, enumerable: false });
  }

  function run(options) {
    const result = host.spawnSync(options);
    const { encoding } = options;
    if (result.output && encoding && encoding !== 'buffer') {
      result.output = result.output.map((bytes) => bytes && bytes.toString(encoding));
    }
    result.stdout = result.output ? result.output[1] : undefined;
    result.stderr = result.output ? result.output[2] : undefined;
    if (result.error) {
      result.error = host.errno(result.error, `spawnSync ${options.file}`);
      result.error.path = options.file;
      result.error.spawnargs = options.args.slice(1);
    }
    return result;
  }

  function inputBytes(input, encoding, i) {
    if (host.isView(input)) return input;
    if (typeof input === 'string') return Buffer.from(input, encoding === 'buffer' ? undefined : encoding);
    throw errors.argType(`options.stdio[${i}]`, input, 'string', 'Buffer', 'TypedArray', 'DataView');
  }

  function spawnSync(file, args, options) {
    options = { __proto__: null, maxBuffer: defaultMaxBuffer, ...check.spawn(file, args, options) };
    check.timeout(options.timeout);
    check.maxBuffer(options.maxBuffer);
    options.killSignal = check.killSignal(options.killSignal);
    options.stdio = check.stdio(options.stdio || 'pipe', true);
    if (options.input) options.stdio[0] = { ...options.stdio[0], input: options.input };
    options.stdio.forEach((entry, i) => {
      if (entry.input !== undefined && entry.input !== null) entry.input = inputBytes(entry.input, options.encoding, i);
    });
    return run(options);
  }

  // failureOf is the error that execSync and execFileSync throw, if any.
  function failureOf(result, command) {
    if (result.error) return Object.assign(result.error, result);
    if (result.status === 0) return undefined;
    const { stderr } = result;
    const text = stderr && stderr.length > 0 ? `\n${stderr}` : '';
    return commandFailed(`Command failed: ${command}${text}`, result);
  }

  function finish(result, showErrors, command) {
    if (showErrors && result.stderr) process.stderr.write(result.stderr);
    const err = failureOf(result, command);
    if (err) throw err;
    return result.stdout;
  }

  function execFileSync(file, args, options) {
    ({ file, args, options } = execFileArguments(file, args, options));
    const result = spawnSync(file, args, options);
    return finish(result, !options.stdio, [options.argv0 || file, ...args].join(' '));
  }

  function execSync(command, options) {
    const normal = execArguments(command, options, null);
    return finish(spawnSync(normal.file, normal.options), !normal.options.stdio, command);
  }

  return {
    _forkChild, ChildProcess, exec, execFile, execFileSync, execSync, fork, spawn, spawnSync,
  };
})
