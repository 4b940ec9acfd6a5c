// The class cluster.Worker (Node documentation, "Cluster", "Class: Worker").
// primary.js and worker.js add what differs on the two sides: disconnect and
// destroy.
(function (host) {
  'use strict';
  const { EventEmitter } = host;

  function Worker(options) {
    if (!(this instanceof Worker)) return new Worker(options);
    Reflect.apply(EventEmitter, this, []);
    const { id, process, state } = options !== null && typeof options === 'object' ? options : {};
    this.exitedAfterDisconnect = undefined;
    this.state = state || 'none';
    this.id = id | 0;
    if (!process) return;
    this.process = process;
    process.on('error', (...args) => this.emit('error', ...args));
    process.on('message', (message, handle) => this.emit('message', message, handle));
  }
  Object.setPrototypeOf(Worker.prototype, EventEmitter.prototype);
  Object.setPrototypeOf(Worker, EventEmitter);

  Worker.prototype.kill = function () {
    Reflect.apply(this.destroy, this, arguments);
  };

  Worker.prototype.send = function () {
    return Reflect.apply(this.process.send, this.process, arguments);
  };

  Worker.prototype.isDead = function () {
    const gone = (value) => value !== undefined && value !== null;
    return gone(this.process.exitCode) || gone(this.process.signalCode);
  };

  Worker.prototype.isConnected = function () {
    return this.process.connected;
  };

  return Worker;
})
