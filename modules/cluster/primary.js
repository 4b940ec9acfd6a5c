// The cluster module of a process that is no worker (Node documentation,
// "Cluster"): it starts the workers, and binds ports for them.
(function (host, Worker, Line, listeners) {
  'use strict';
  const { EventEmitter, errors, path, process } = host;
  const schedNone = 1;
  const schedRR = 2;
  const windows = process.platform === 'win32';

  const cluster = new EventEmitter();
  const intercom = new EventEmitter(); // 'disconnect': there is no worker any more
  const lines = new WeakMap(); // to the workers
  const handles = new Map(); // what workers listen on, by key
  let lastId = 0;
  let prepared = false; // the first setup, which fixes the policy
  let policy;

  function initialPolicy() {
    const byName = { none: schedNone, rr: schedRR }[process.env.NODE_CLUSTER_SCHED_POLICY];
    return byName || (windows ? schedNone : schedRR);
  }

  cluster.isWorker = false;
  cluster.isMaster = true;
  cluster.isPrimary = true;
  cluster.Worker = Worker;
  cluster.workers = {};
  cluster.settings = {};
  cluster.SCHED_NONE = schedNone;
  cluster.SCHED_RR = schedRR;
  cluster.schedulingPolicy = initialPolicy();

  cluster.setupPrimary = function (options) {
    const settings = {
      args: process.argv.slice(2),
      exec: process.argv[1],
      execArgv: process.execArgv,
      silent: false,
      ...cluster.settings,
      ...options,
    };
    cluster.settings = settings;
    if (!prepared) {
      prepared = true;
      policy = cluster.schedulingPolicy;
      if (policy !== schedNone && policy !== schedRR) {
        throw errors.error('ERR_INTERNAL_ASSERTION', `Bad cluster.schedulingPolicy: ${policy}`);
      }
    }
    process.nextTick(() => cluster.emit('setup', settings));
  };
  cluster.setupMaster = cluster.setupPrimary;

  function startProcess(id, env) {
    const { args, cwd, exec, execArgv, gid, serialization, silent, stdio, uid, windowsHide } = cluster.settings;
    return host.childProcess.fork(exec, args, {
      cwd,
      env: { ...process.env, ...env, NODE_UNIQUE_ID: `${id}` },
      serialization,
      silent,
      windowsHide,
      execArgv: [...execArgv],
      stdio,
      gid,
      uid,
    });
  }

  function send(worker, message, handle, answered) {
    const line = lines.get(worker);
    return Boolean(line) && line.send(message, handle, answered);
  }

  function forgetHandles(worker) {
    for (const [key, handle] of handles) {
      if (handle.remove(worker)) handles.delete(key);
    }
  }

  function forget(worker) {
    delete cluster.workers[worker.id];
    if (Object.keys(cluster.workers).length === 0) intercom.emit('disconnect');
  }

  function exited(worker, code, signal) {
    if (!worker.isConnected()) {
      forgetHandles(worker);
      forget(worker);
    }
    worker.exitedAfterDisconnect = Boolean(worker.exitedAfterDisconnect);
    worker.state = 'dead';
    worker.emit('exit', code, signal);
    cluster.emit('exit', worker, code, signal);
  }

  function disconnected(worker) {
    forgetHandles(worker);
    lines.get(worker).end();
    if (worker.isDead()) forget(worker);
    worker.exitedAfterDisconnect = Boolean(worker.exitedAfterDisconnect);
    worker.state = 'disconnected';
    worker.emit('disconnect');
    cluster.emit('disconnect', worker);
  }

  cluster.fork = function (env) {
    cluster.setupPrimary();
    const id = ++lastId;
    const worker = new Worker({ id, process: startProcess(id, env) });
    worker.on('message', function (message, handle) {
      cluster.emit('message', this, message, handle);
    });
    worker.process.once('exit', (code, signal) => exited(worker, code, signal));
    worker.process.once('disconnect', () => disconnected(worker));
    lines.set(worker, new Line(worker.process, (message) => received(worker, message)));
    process.nextTick(() => cluster.emit('fork', worker));
    cluster.workers[id] = worker;
    return worker;
  };

  cluster.disconnect = function (callback) {
    const workers = Object.values(cluster.workers);
    if (workers.length === 0) process.nextTick(() => intercom.emit('disconnect'));
    for (const worker of workers) if (worker.isConnected()) worker.disconnect();
    if (typeof callback === 'function') intercom.once('disconnect', callback);
  };

  Worker.prototype.disconnect = function () {
    this.exitedAfterDisconnect = true;
    send(this, { act: 'disconnect' });
    forgetHandles(this);
    forget(this);
    return this;
  };

  Worker.prototype.destroy = function (signal) {
    this.process.kill(signal || 'SIGTERM');
  };

  function emitListening(worker, { addressType, address, port, fd }) {
    const info = { addressType, address, port, fd };
    worker.state = 'listening';
    worker.emit('listening', info);
    cluster.emit('listening', worker, info);
  }

  // A path is bound by its shortest name: there is little room for it.
  function shortest(address) {
    const relative = path.relative(process.cwd(), address);
    return relative.length < address.length ? relative : address;
  }

  function open(key, query) {
    const isPath = query.port < 0 && typeof query.address === 'string' && !windows;
    const address = isPath ? shortest(query.address) : query.address;
    return new listeners[policy === schedRR ? 'RoundRobin' : 'Shared'](key, query, address, send);
  }

  // Servers of different workers that listen on the same address share a
  // handle. On port 0 it is the place in its worker's order that makes them
  // the same.
  function keyOf({ address, port, addressType, fd, index }) {
    const key = `${address}:${port}:${addressType}:${fd}`;
    return port === 0 ? `${key}:${index}` : key;
  }

  // query answers what a worker's server is to listen on. A second server of
  // one worker on the same address must bind it itself.
  function query(worker, message) {
    if (worker.exitedAfterDisconnect) return;
    const key = keyOf(message);
    if (host.cannotSend) {
      send(worker, { errno: host.cannotSend, key, ack: message.seq });
      return;
    }
    const known = handles.get(key);
    const listener = known && !known.has(worker) ? known : open(key, message);
    if (!known) handles.set(key, listener);
    if (!listener.data) listener.data = message.data;
    listener.add(worker, (errno, reply, handle) => {
      if (errno && handles.get(key) === listener) handles.delete(key);
      send(worker, { errno, key, ack: message.seq, data: listener.data, ...reply }, handle);
    });
  }

  function closed(worker, { key }) {
    const listener = handles.get(key);
    if (listener && listener.remove(worker)) handles.delete(key);
  }

  function received(worker, message) {
    switch (message.act) {
      case 'online':
        worker.state = 'online';
        worker.emit('online');
        cluster.emit('online', worker);
        break;
      case 'queryServer':
        query(worker, message);
        break;
      case 'listening':
        emitListening(worker, message);
        break;
      case 'exitedAfterDisconnect':
        worker.exitedAfterDisconnect = true;
        send(worker, { ack: message.seq });
        break;
      case 'close':
        closed(worker, message);
        break;
    }
  }

  return cluster;
})
