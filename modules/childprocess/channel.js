// The two ends of an IPC channel (Node documentation, "Child process",
// subprocess.send, and "Process", process.send). A message is a line of JSON;
// one whose cmd begins with NODE_ is not for the script.
(function (host) {
  'use strict';
  const { EventEmitter, errors, process } = host;
  const { parse, stringify } = JSON;
  const pendingMessages = Symbol('kPendingMessages');
  const maxQueued = 2 * 65536; // send returns false beyond

  // Control is `child.channel`. Unless the script decides, the channel keeps
  // its process alive while somebody counts on it.
  class Control extends EventEmitter {
    #channel;
    #refs = 0;
    #explicit = false;

    constructor(channel) {
      super();
      this.#channel = channel;
      this[pendingMessages] = [];
    }

    refCounted() {
      if (++this.#refs === 1 && !this.#explicit) this.#channel.ref();
    }

    unrefCounted() {
      if (--this.#refs === 0 && !this.#explicit) {
        this.#channel.unref();
        this.emit('unref');
      }
    }

    ref() {
      this.#explicit = true;
      this.#channel.ref();
    }

    unref() {
      this.#explicit = true;
      this.#channel.unref();
    }

    get fd() {
      return this.#channel ? this.#channel.fd : undefined;
    }
  }

  function isInternal(message) {
    return message !== null && typeof message === 'object' && typeof message.cmd === 'string' &&
      message.cmd.length > 5 && message.cmd.startsWith('NODE_');
  }

  function channelClosed(target, callback) {
    const err = errors.error('ERR_IPC_CHANNEL_CLOSED');
    if (typeof callback === 'function') process.nextTick(callback, err);
    else process.nextTick(() => target.emit('error', err));
    return false;
  }

  function checkMessage(message) {
    if (message === undefined) throw errors.error('ERR_MISSING_ARGS', '"message" argument');
    if (!['string', 'object', 'number', 'boolean'].includes(typeof message)) {
      throw errors.argType('message', message, 'string', 'object', 'number', 'boolean');
    }
  }

  // refuseHandle: sockets and servers cannot be sent, and other things never
  // could.
  function refuseHandle(handle) {
    if (handle && handle instanceof EventEmitter && '_handle' in handle) {
      throw errors.error('ERR_METHOD_NOT_IMPLEMENTED', 'sending of handles');
    }
    throw errors.error('ERR_INVALID_HANDLE_TYPE');
  }

  // setup makes target, a child or the process object, one end of a channel.
  // ended is called when the other side has closed it.
  function setup(target, channel, ended) {
    const control = new Control(channel);
    target.channel = control;
    Object.defineProperty(target, '_channel', {
      get() {
        host.warn('_channel is deprecated. Use ChildProcess.channel instead.', 'DEP0129');
        return target.channel;
      },
      set(value) {
        host.warn('_channel is deprecated. Use ChildProcess.channel instead.', 'DEP0129');
        target.channel = value;
      },
      configurable: true,
      enumerable: false,
    });
    target._handleQueue = null;
    target._pendingMessage = null;

    function deliver(event, message) {
      if (event === 'internalMessage' || target.listenerCount('message')) target.emit(event, message, undefined);
      else if (target.channel) target.channel[pendingMessages].push([event, message, undefined]);
    }

    function receive(line) {
      const message = parse(line);
      if (target.channel) process.nextTick(deliver, isInternal(message) ? 'internalMessage' : 'message', message);
    }

    // Messages that came before somebody listened.
    function deliverPending() {
      if (!target.channel || !target.listenerCount('message')) return;
      const messages = target.channel[pendingMessages];
      target.channel[pendingMessages] = [];
      for (const args of messages) target.emit(...args);
    }

    target.on('internalMessage', (message) => {
      if (message.cmd === 'NODE_HANDLE' && target.connected) {
        // Whoever sends a handle learns that it did not arrive.
        target._send({ cmd: 'NODE_HANDLE_NACK' }, undefined, { swallowErrors: true });
      }
    });
    target.on('newListener', () => process.nextTick(deliverPending));

    target.send = function (message, handle, options, callback) {
      if (typeof handle === 'function') {
        callback = handle;
        handle = undefined;
        options = undefined;
      } else if (typeof options === 'function') {
        callback = options;
        options = undefined;
      } else if (options !== undefined) {
        errors.validateObject(options, 'options');
      }
      options = { swallowErrors: false, ...options };
      if (this.connected) return this._send(message, handle, options, callback);
      return channelClosed(this, callback);
    };

    target._send = function (message, handle, options, callback) {
      checkMessage(message);
      if (typeof options === 'boolean') options = { swallowErrors: options };
      if (handle) refuseHandle(handle);
      const status = channel.write(stringify(message), -1, (failed) => {
        control.unrefCounted();
        if (typeof callback === 'function') callback(failed === 0 ? null : host.errno(failed, 'write'));
      });
      if (status > 0) {
        control.refCounted();
      } else if (status === 0) {
        if (typeof callback === 'function') process.nextTick(callback, null);
      } else if (!options.swallowErrors) {
        const err = host.errno(status, 'write');
        if (typeof callback === 'function') process.nextTick(callback, err);
        else process.nextTick(() => this.emit('error', err));
      }
      return channel.queued < maxQueued;
    };

    // connected is set here, where Node sets it, for the order of the keys.
    target.connected = true;

    target.disconnect = function () {
      if (!this.connected) {
        this.emit('error', errors.error('ERR_IPC_DISCONNECTED'));
        return;
      }
      this._disconnect();
    };

    target._disconnect = function () {
      this.connected = false;
      target.channel = null;
      let fired = false;
      const finish = () => {
        if (fired) return;
        fired = true;
        channel.close();
        target.emit('disconnect');
      };
      // Half a message has arrived: its other half is still to be read.
      if (channel.buffering) {
        target.once('message', finish);
        target.once('internalMessage', finish);
        return;
      }
      process.nextTick(finish);
    };

    channel.readStart((lines) => {
      if (lines !== null) {
        for (const line of lines) receive(line);
        return;
      }
      if (target.connected) target.disconnect();
      channel.close();
      ended();
    });
    return control;
  }

  // connectProcess makes the process object the child's end. It keeps the
  // process alive only while somebody listens.
  function connectProcess(channel, mode) {
    if (mode === 'advanced') throw errors.error('ERR_METHOD_NOT_IMPLEMENTED', "serialization: 'advanced'");
    channel.unref();
    const control = setup(process, channel, () => {});
    const counts = (name) => name === 'message' || name === 'disconnect';
    process.on('newListener', (name) => {
      if (counts(name)) control.refCounted();
    });
    process.on('removeListener', (name) => {
      if (counts(name)) control.unrefCounted();
    });
  }

  return { connectProcess, setup };
})
