// Channels and tracing channels (Node documentation, "Diagnostics Channel").
(function (host) {
  'use strict';
  const { apply } = Reflect;
  const { getPrototypeOf, setPrototypeOf } = Object;

  // Channels by name. Node holds one weakly until it has subscribers.
  const channels = new Map();

  // A channel is an ActiveChannel while somebody listens and a plain Channel,
  // which does next to nothing, at all other times.
  function activate(channel) {
    setPrototypeOf(channel, ActiveChannel.prototype);
    channel._subscribers = [];
    channel._stores = new Map();
    if (typeof channel.name === 'string' && channels.get(channel.name) === channel) host.activate(channel.name, channel);
  }

  function deactivateIfUnused(channel) {
    if (channel._subscribers.length > 0 || channel._stores.size > 0) return;
    setPrototypeOf(channel, Channel.prototype);
    channel._subscribers = undefined;
    channel._stores = undefined;
    if (typeof channel.name === 'string' && channels.get(channel.name) === channel) host.deactivate(channel.name);
  }

  // identity is the transform of a store that was bound without one.
  const identity = (data) => data;

  // inStore wraps a function so that it runs with data as the context of one
  // store. A transform that throws leaves the store alone.
  function inStore(store, data, next, transform = identity) {
    return () => {
      let context;
      try {
        context = transform(data);
      } catch (err) {
        host.throwLater(err);
        return next();
      }
      return store.run(context, next);
    };
  }

  class ActiveChannel {
    subscribe(subscription) {
      host.validateFunction(subscription, 'subscription');
      // A new list: one that is being published to stays as it was.
      this._subscribers = [...this._subscribers, subscription];
    }

    unsubscribe(subscription) {
      const index = this._subscribers.indexOf(subscription);
      if (index === -1) return false;
      this._subscribers = this._subscribers.filter((_, i) => i !== index);
      deactivateIfUnused(this);
      return true;
    }

    bindStore(store, transform) {
      this._stores.set(store, transform);
    }

    unbindStore(store) {
      if (!this._stores.delete(store)) return false;
      deactivateIfUnused(this);
      return true;
    }

    get hasSubscribers() {
      return true;
    }

    publish(data) {
      for (const subscription of this._subscribers) {
        try {
          subscription(data, this.name);
        } catch (err) {
          host.throwLater(err);
        }
      }
    }

    runStores(data, fn, thisArg, ...args) {
      let run = () => {
        this.publish(data);
        return apply(fn, thisArg, args);
      };
      for (const [store, transform] of this._stores) run = inStore(store, data, run, transform);
      return run();
    }
  }

  class Channel {
    constructor(name) {
      this._subscribers = undefined;
      this._stores = undefined;
      this.name = name;
      channels.set(name, this);
    }

    static [Symbol.hasInstance](instance) {
      const prototype = getPrototypeOf(instance);
      return prototype === Channel.prototype || prototype === ActiveChannel.prototype;
    }

    subscribe(subscription) {
      activate(this);
      this.subscribe(subscription);
    }

    unsubscribe() {
      return false;
    }

    bindStore(store, transform) {
      activate(this);
      this.bindStore(store, transform);
    }

    unbindStore() {
      return false;
    }

    get hasSubscribers() {
      return false;
    }

    publish() {}

    runStores(data, fn, thisArg, ...args) {
      return apply(fn, thisArg, args);
    }
  }

  function channel(name) {
    const existing = channels.get(name);
    if (existing) return existing;
    if (typeof name !== 'string' && typeof name !== 'symbol') throw host.argType('channel', name, 'string', 'symbol');
    return new Channel(name);
  }

  function subscribe(name, subscription) {
    return channel(name).subscribe(subscription);
  }

  function unsubscribe(name, subscription) {
    return channel(name).unsubscribe(subscription);
  }

  function hasSubscribers(name) {
    return channels.get(name)?.hasSubscribers ?? false;
  }

  const traceEvents = ['start', 'end', 'asyncStart', 'asyncEnd', 'error'];

  // traced is one of the five channels, from a name or from an object of them.
  function traced(nameOrChannels, event) {
    if (typeof nameOrChannels === 'string') return channel(`tracing:${nameOrChannels}:${event}`);
    if (typeof nameOrChannels !== 'object' || nameOrChannels === null) {
      throw host.argType('nameOrChannels', nameOrChannels, 'string', 'TracingChannel', 'Object');
    }
    const given = nameOrChannels[event];
    if (given instanceof Channel) return given;
    throw host.argType(`nameOrChannels.${event}`, given, 'Channel');
  }

  class TracingChannel {
    constructor(nameOrChannels) {
      for (const event of traceEvents) Object.defineProperty(this, event, { value: traced(nameOrChannels, event) });
    }

    get hasSubscribers() {
      return traceEvents.some((event) => this[event]?.hasSubscribers);
    }

    subscribe(handlers) {
      for (const event of traceEvents) {
        if (handlers[event]) this[event]?.subscribe(handlers[event]);
      }
    }

    unsubscribe(handlers) {
      let all = true;
      for (const event of traceEvents) {
        if (handlers[event] && !this[event]?.unsubscribe(handlers[event])) all = false;
      }
      return all;
    }

    traceSync(fn, context = {}, thisArg, ...args) {
      if (!this.hasSubscribers) return apply(fn, thisArg, args);
      return this.start.runStores(context, () => ending(this, context, () => {
        const result = apply(fn, thisArg, args);
        context.result = result;
        return result;
      }));
    }

    tracePromise(fn, context = {}, thisArg, ...args) {
      if (!this.hasSubscribers) return apply(fn, thisArg, args);
      const { asyncStart, asyncEnd } = this;
      const settle = () => {
        // There is nothing that the stores could be entered for.
        asyncStart.publish(context);
        asyncEnd.publish(context);
      };
      const fulfilled = (result) => {
        context.result = result;
        settle();
        return result;
      };
      const rejected = (err) => {
        fail(this, context, err);
        settle();
        return Promise.reject(err);
      };
      return this.start.runStores(context, () => ending(this, context, () => {
        const promise = apply(fn, thisArg, args);
        return then(promise instanceof Promise ? promise : Promise.resolve(promise), fulfilled, rejected);
      }));
    }

    traceCallback(fn, position = -1, context = {}, thisArg, ...args) {
      if (!this.hasSubscribers) return apply(fn, thisArg, args);
      const trace = this;
      const callback = args.at(position);
      host.validateFunction(callback, 'callback');
      args.splice(position, 1, function (err, result) {
        if (err) fail(trace, context, err);
        else context.result = result;
        const given = arguments;
        trace.asyncStart.runStores(context, () => {
          try {
            return apply(callback, this, given);
          } finally {
            trace.asyncEnd.publish(context);
          }
        });
      });
      return this.start.runStores(context, () => ending(this, context, () => apply(fn, thisArg, args)));
    }
  }

  const promiseThen = Promise.prototype.then;
  const then = (promise, fulfilled, rejected) => apply(promiseThen, promise, [fulfilled, rejected]);

  function fail(trace, context, err) {
    context.error = err;
    trace.error.publish(context);
  }

  // ending runs the synchronous part of what is traced.
  function ending(trace, context, run) {
    try {
      return run();
    } catch (err) {
      fail(trace, context, err);
      throw err;
    } finally {
      trace.end.publish(context);
    }
  }

  function tracingChannel(nameOrChannels) {
    return new TracingChannel(nameOrChannels);
  }

  return { channel, hasSubscribers, subscribe, tracingChannel, unsubscribe, Channel };
})
