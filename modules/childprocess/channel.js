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

  // What can be sent with a message: how a descriptor is taken from it, and
  // what the other side makes of that.
  const kinds = {
    'net.Socket': {
      take: (socket, keepOpen) => host.lendSocket(socket, keepOpen),
      make(fd, done) { done(new host.net.Socket({ fd, readable: true, writable: true })); },
    },
    'net.Server': {
      take: (server) => host.lendServer(server),
      make(fd, done) {
        const server = new host.net.Server();
        server.listen(host.receiveHandle(fd) || { fd }, () => done(server));
      },
    },
    // What stands behind either, which stays with its owner.
    'net.Native': {
      take: (handle) => host.lendHandle(handle),
      make(fd, done) { done(host.receiveHandle(fd)); },
    },
  };
  const maxRetransmissions = 3;

  function kindOf(handle) {
    if (handle instanceof host.net.Socket) return 'net.Socket';
    if (handle instanceof host.net.Server) return 'net.Server';
    if (host.isHandle(handle)) return 'net.Native';
    throw errors.error('ERR_INVALID_HANDLE_TYPE');
  }

  // lend prepares a socket or server for its journey; undefined when it has
  // no descriptor any more, and only the message goes.
  function lend(channel, message, handle, options) {
    const type = kindOf(handle);
    if (!channel.carriesFiles) throw errors.error('ERR_METHOD_NOT_IMPLEMENTED', 'sending of handles');
    const lent = kinds[type].take(handle, Boolean(options.keepOpen));
    if (!lent) return undefined;
    return { line: stringify({ cmd: 'NODE_HANDLE', type, msg: message }), lent, retransmissions: 0 };
  }

  function isAnswer(message) {
    return message !== null && typeof message === 'object' &&
      (message.cmd === 'NODE_HANDLE_ACK' || message.cmd === 'NODE_HANDLE_NACK');
  }

  // defineOldName defines target._channel, the deprecated name.
  function defineOldName(target) {
    const warn = () => host.warn('_channel is deprecated. Use ChildProcess.channel instead.', 'DEP0129');
    Object.defineProperty(target, '_channel', {
      get() {
        warn();
        return target.channel;
      },
      set(value) {
        warn();
        target.channel = value;
      },
      configurable: true,
      enumerable: false,
    });
  }

  // End is one end of a channel: what stands behind the methods of target.
  class End {
    constructor(target, channel, ended) {
      this.target = target;
      this.channel = channel;
      this.control = new Control(channel);
      this.ended = ended; // called when the other side has closed it
    }

    hand(message, handle) {
      if (!this.target.channel) return;
      const event = isInternal(message) ? 'internalMessage' : 'message';
      process.nextTick(() => this.deliver(event, message, handle));
    }

    deliver(event, message, handle) {
      const { target } = this;
      if (event === 'internalMessage' || target.listenerCount('message')) target.emit(event, message, handle);
      else if (target.channel) target.channel[pendingMessages].push([event, message, handle]);
    }

    // Messages that came before somebody listened.
    deliverPending() {
      const { target } = this;
      if (!target.channel || !target.listenerCount('message')) return;
      const messages = target.channel[pendingMessages];
      target.channel[pendingMessages] = [];
      for (const args of messages) target.emit(...args);
    }

    received(lines) {
      const { target } = this;
      if (lines !== null) {
        for (const line of lines) this.hand(parse(line), undefined);
        return;
      }
      target.connected = false;
      target._handleQueue = null;
      if (target.channel) target._disconnect();
      this.channel.close();
      this.ended();
    }

    internal(message) {
      switch (message.cmd) {
        case 'NODE_HANDLE': return this.receiveHandle(message);
        case 'NODE_HANDLE_ACK': return this.handleArrived();
        case 'NODE_HANDLE_NACK': return this.handleLost();
      }
      return undefined;
    }

    answer(cmd) {
      if (this.target.channel) this.target._send({ cmd }, undefined, true);
    }

    // receiveHandle makes what the descriptor is for, and says that it came.
    receiveHandle({ type, msg }) {
      const fd = this.channel.takeFile();
      if (fd < 0 || !kinds[type]) {
        if (fd >= 0) host.closeFile(fd);
        this.answer('NODE_HANDLE_NACK');
        return;
      }
      this.answer('NODE_HANDLE_ACK');
      kinds[type].make(fd, (handle) => this.hand(msg, handle));
    }

    endPending() {
      const pending = this.target._pendingMessage;
      this.target._pendingMessage = null;
      if (pending) pending.lent.release();
    }

    // The other side has the handle: ours can go, and what had to wait.
    handleArrived() {
      const { target } = this;
      this.endPending();
      const queue = target._handleQueue;
      target._handleQueue = null;
      for (const args of queue || []) target._send(...args);
      if (!target.connected && target.channel && !target._handleQueue) target._disconnect();
    }

    handleLost() {
      const pending = this.target._pendingMessage;
      if (pending && pending.retransmissions++ < maxRetransmissions) {
        this.channel.write(pending.line, pending.lent.fd, () => {});
        return;
      }
      process.emitWarning('Handle did not reach the receiving process correctly', 'SentHandleNotReceivedWarning');
      this.handleArrived();
    }

    send(message, handle, options, callback) {
      const { target } = this;
      checkMessage(message);
      if (typeof options !== 'object') options = { swallowErrors: options === true };
      if (handle) kindOf(handle);
      // While a handle is under way the rest waits, to stay in order.
      if (target._handleQueue && !isAnswer(message)) {
        target._handleQueue.push([message, handle, options, callback]);
        return target._handleQueue.length === 1;
      }
      const parcel = handle ? lend(this.channel, message, handle, options) : undefined;
      const status = this.write(parcel ? parcel.line : stringify(message), parcel ? parcel.lent.fd : -1, options, callback);
      if (parcel && status >= 0) {
        target._handleQueue = [];
        target._pendingMessage = parcel;
      } else if (parcel) {
        parcel.lent.release();
      }
      return this.channel.queued < maxQueued;
    }

    // write sends a line and calls back later in any case.
    write(line, fd, options, callback) {
      const called = typeof callback === 'function';
      const status = this.channel.write(line, fd, (failed) => {
        this.control.unrefCounted();
        if (called) callback(failed === 0 ? null : host.errno(failed, 'write'));
      });
      if (status > 0) {
        this.control.refCounted();
      } else if (status === 0) {
        if (called) process.nextTick(callback, null);
      } else if (!options.swallowErrors) {
        const err = host.errno(status, 'write');
        if (called) process.nextTick(callback, err);
        else process.nextTick(() => this.target.emit('error', err));
      }
      return status;
    }

    disconnect() {
      const { channel, target } = this;
      target.connected = false;
      target.channel = null;
      this.endPending();
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
    }
  }

  // setup makes target, a child or the process object, one end of a channel.
  // The properties come in Node's order.
  function setup(target, channel, ended) {
    const end = new End(target, channel, ended);
    target.channel = end.control;
    defineOldName(target);
    target._handleQueue = null;
    target._pendingMessage = null;
    target.on('internalMessage', (message) => end.internal(message));
    target.on('newListener', () => process.nextTick(() => end.deliverPending()));

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
      return end.send(message, handle, options, callback);
    };
    target.connected = true;
    target.disconnect = function () {
      if (!this.connected) {
        this.emit('error', errors.error('ERR_IPC_DISCONNECTED'));
        return;
      }
      this.connected = false;
      if (!this._handleQueue) this._disconnect();
    };
    target._disconnect = function () {
      end.disconnect();
    };

    channel.readStart((lines) => end.received(lines));
    return end.control;
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
