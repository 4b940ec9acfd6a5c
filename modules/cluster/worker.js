// The cluster module of a worker (Node documentation, "Cluster"): its servers
// listen through the primary.
(function (host, Worker, Line, id) {
  'use strict';
  const { EventEmitter, path, process } = host;
  const owner = Symbol('owner_symbol');
  const longestDelay = 2 ** 31 - 1;

  const cluster = new EventEmitter();
  const handles = new Map(); // that servers listen on, by key
  const places = new Map(); // of servers that ask for the same address
  let line;

  cluster.isWorker = true;
  cluster.isMaster = false;
  cluster.isPrimary = false;
  cluster.worker = null;
  cluster.Worker = Worker;

  function send(message, answered) {
    return line.send(message, undefined, answered);
  }

  cluster._setupWorker = function () {
    const worker = new Worker({ id: id | 0, process, state: 'online' });
    cluster.worker = worker;
    process.once('disconnect', () => {
      worker.emit('disconnect');
      // Without its primary a worker has nothing to do.
      if (!worker.exitedAfterDisconnect) process.exit(0);
    });
    line = new Line(process, (message, handle) => {
      if (message.act === 'newconn') connection(message, handle);
      else if (message.act === 'disconnect') leave(worker, true);
    });
    send({ act: 'online' });
  };

  // Place numbers the servers that ask for one address, so that the primary
  // can tell those on port 0 apart.
  class Place {
    constructor(key) {
      this.key = key;
      const taken = places.get(key) || { next: 0, open: new Set() };
      places.set(key, taken);
      this.index = taken.next++;
      taken.open.add(this.index);
    }

    isOpen() {
      return places.has(this.key);
    }

    leave() {
      const taken = places.get(this.key);
      if (!taken) return;
      taken.open.delete(this.index);
      if (taken.open.size === 0) places.delete(this.key);
    }
  }

  // _getServer asks the primary for what a server is to listen on:
  // answer(errno, handle).
  cluster._getServer = function (server, options, answer) {
    if (host.cannotSend) {
      process.nextTick(answer, host.cannotSend, null);
      return;
    }
    const { port, addressType, fd } = options;
    let { address } = options;
    if (port < 0 && typeof address === 'string' && process.platform !== 'win32') address = path.resolve(address);
    const place = new Place([address, port, addressType, fd].join(':'));
    const message = { act: 'queryServer', index: place.index, data: null, ...options, address };
    if (server._getServerData) message.data = server._getServerData();
    send(message, (reply, handle) => {
      if (typeof server._setServerData === 'function') server._setServerData(reply.data);
      if (reply.errno) {
        place.leave();
        answer(reply.errno, null);
        return;
      }
      const own = handle ? shared(reply.key, handle, place) : inTurns(reply, place);
      own[owner] = server;
      handles.set(reply.key, own);
      answer(0, own);
    });
    server.once('listening', () => {
      if (!place.isOpen()) return;
      cluster.worker.state = 'listening';
      const bound = server.address();
      send({ ...message, act: 'listening', port: (bound && bound.port) || port });
    });
  };

  function closed(key, place) {
    send({ act: 'close', key });
    handles.delete(key);
    place.leave();
  }

  // shared watches over a handle that came from the primary.
  function shared(key, handle, place) {
    const { close } = handle;
    let open = true;
    handle.close = function () {
      if (open) closed(key, place);
      open = false;
      return Reflect.apply(close, handle, arguments);
    };
    return handle;
  }

  // inTurns makes a handle whose connections the primary accepts. A timer
  // stands for its claim on the loop.
  function inTurns({ key, sockname }, place) {
    let timer = null;
    let open = true;
    const handle = {
      close() {
        if (!open) return;
        open = false;
        handle.unref();
        closed(key, place);
      },
      listen() {
        return 0;
      },
      ref() {
        timer ||= setInterval(() => {}, longestDelay);
      },
      unref() {
        clearInterval(timer);
        timer = null;
      },
    };
    if (sockname) {
      handle.getsockname = function getsockname(out) {
        Object.assign(out, sockname);
        return 0;
      };
    }
    handle.ref();
    return handle;
  }

  // takes: a server over its limit leaves the connection to another worker,
  // unless it wants to drop it itself.
  function takes({ maxConnections, _connections, dropMaxConnection }) {
    return maxConnections === undefined || maxConnections === null || _connections < maxConnections || dropMaxConnection;
  }

  // connection gives a server one that the primary has accepted for it.
  function connection({ key, seq }, handle) {
    const listener = handles.get(key);
    const accepted = Boolean(listener && handle && takes(listener[owner]));
    send({ ack: seq, accepted });
    if (accepted) listener.onconnection(0, handle);
    else if (handle) handle.close();
  }

  // leave closes the servers, and disconnects once they have closed. The
  // primary must know first that this is not a crash.
  function leave(worker, toldToLeave) {
    worker.exitedAfterDisconnect = true;
    let open = 1;
    const done = () => {
      if (--open > 0) return;
      if (toldToLeave) process.disconnect();
      else send({ act: 'exitedAfterDisconnect' }, () => process.disconnect());
    };
    for (const handle of handles.values()) {
      open++;
      handle[owner].close(done);
    }
    handles.clear();
    done();
  }

  Worker.prototype.disconnect = function () {
    if (this.state !== 'disconnecting' && this.state !== 'destroying') {
      this.state = 'disconnecting';
      leave(this, false);
    }
    return this;
  };

  Worker.prototype.destroy = function () {
    if (this.state === 'destroying') return;
    this.exitedAfterDisconnect = true;
    if (!this.isConnected()) {
      process.exit(0);
      return;
    }
    this.state = 'destroying';
    send({ act: 'exitedAfterDisconnect' }, () => process.disconnect());
    process.once('disconnect', () => process.exit(0));
  };

  return cluster;
})
