// The cold parts of async_hooks (Node documentation, "Asynchronous context
// tracking", "Async hooks"). Methods that scripts call all the time are Go and
// are put on the prototypes once this file has run.
(function (host) {
  'use strict';
  const { defineProperties, defineProperty, freeze } = Object;

  // What AsyncLocalStorage.withScope returns: the store until it is disposed.
  class RunScope {
    #storage;
    #before;
    #disposed = false;

    constructor(storage, store) {
      this.#storage = storage;
      this.#before = storage.getStore();
      storage.enterWith(store);
    }

    dispose() {
      if (this.#disposed) return;
      this.#disposed = true;
      this.#storage.enterWith(this.#before);
    }

    [Symbol.dispose]() {
      this.dispose();
    }
  }

  class AsyncLocalStorage {
    constructor(options = {}) {
      host.validateObject(options, 'options');
      const name = options.name === undefined ? '' : `${options.name}`;
      host.newStorage(this, options.defaultValue, name);
    }

    static bind(fn) {
      return AsyncResource.bind(fn);
    }

    static snapshot() {
      return AsyncLocalStorage.bind((cb, ...args) => cb(...args));
    }

    withScope(store) {
      return new RunScope(this, store);
    }
  }

  class AsyncResource {
    constructor(type, options = {}) {
      host.validateString(type, 'type');
      let trigger = options;
      let manual = false;
      if (typeof options !== 'number') {
        trigger = options.triggerAsyncId === undefined ? -1 : options.triggerAsyncId;
        manual = !!options.requireManualDestroy;
        if (options.triggerAsyncId !== undefined) checkID(trigger);
      } else {
        checkID(trigger);
      }
      host.newResource(this, type, trigger, manual);
    }

    bind(fn, thisArg) {
      host.validateFunction(fn, 'fn');
      const resource = this;
      const bound = thisArg === undefined ?
        function (...args) {
          return resource.runInAsyncScope(fn, this, ...args);
        } :
        function (...args) {
          return resource.runInAsyncScope(fn, thisArg, ...args);
        };
      return defineProperties(bound, {
        name: { configurable: true, value: 'bound' },
        length: { configurable: true, value: fn.length },
        asyncResource: deprecatedResource(resource),
      });
    }

    static bind(fn, type, thisArg) {
      host.validateFunction(fn, 'fn');
      return new AsyncResource(type || fn.name || 'bound-anonymous-fn').bind(fn, thisArg);
    }
  }

  function checkID(id) {
    if (!Number.isSafeInteger(id) || id < -1) throw host.error('ERR_INVALID_ASYNC_ID', 'triggerAsyncId', id);
  }

  // deprecatedResource describes the asyncResource property of bound functions.
  function deprecatedResource(resource) {
    let current = resource;
    const warn = () => host.deprecated('The asyncResource property on bound functions is deprecated', 'DEP0172');
    return {
      configurable: true,
      enumerable: true,
      get() {
        warn();
        return current;
      },
      set(value) {
        warn();
        current = value;
      },
    };
  }

  const events = ['init', 'before', 'after', 'destroy', 'promiseResolve'];

  class AsyncHook {
    #functions = {};

    constructor({ init, before, after, destroy, promiseResolve, trackPromises }) {
      const given = { init, before, after, destroy, promiseResolve };
      for (const name of events) {
        if (given[name] !== undefined && typeof given[name] !== 'function') {
          throw host.error('ERR_ASYNC_CALLBACK', `hook.${name}`);
        }
      }
      if (trackPromises !== undefined) {
        host.validateBoolean(trackPromises, 'trackPromises');
        if (!trackPromises && promiseResolve) {
          throw host.argValue('trackPromises', 'false', 'must not be false when promiseResolve is enabled');
        }
      }
      this.#functions = { ...given, promises: trackPromises !== false };
    }

    enable() {
      host.enable(this, this.#functions);
      return this;
    }

    disable() {
      host.disable(this);
      return this;
    }
  }

  function createHook(functions) {
    return new AsyncHook(functions);
  }

  // What Node calls the types of its own operations, by their numbers.
  const providers = ('NONE DIRHANDLE DNSCHANNEL ELDHISTOGRAM FILEHANDLE FILEHANDLECLOSEREQ BLOBREADER FSEVENTWRAP ' +
    'FSREQCALLBACK FSREQPROMISE GETADDRINFOREQWRAP GETNAMEINFOREQWRAP HEAPSNAPSHOT HTTP2SESSION HTTP2STREAM ' +
    'HTTP2PING HTTP2SETTINGS HTTPINCOMINGMESSAGE HTTPCLIENTREQUEST LOCKS JSSTREAM JSUDPWRAP MESSAGEPORT ' +
    'PIPECONNECTWRAP PIPESERVERWRAP PIPEWRAP PROCESSWRAP PROMISE QUERYWRAP QUIC_ENDPOINT QUIC_LOGSTREAM ' +
    'QUIC_SESSION QUIC_STREAM QUIC_UDP SHUTDOWNWRAP SIGNALWRAP STATWATCHER STREAMPIPE TCPCONNECTWRAP ' +
    'TCPSERVERWRAP TCPWRAP TTYWRAP UDPSENDWRAP UDPWRAP SIGINTWATCHDOG WORKER WORKERCPUPROFILE WORKERCPUUSAGE ' +
    'WORKERHEAPPROFILE WORKERHEAPSNAPSHOT WORKERHEAPSTATISTICS WRITEWRAP ZLIB CHECKPRIMEREQUEST PBKDF2REQUEST ' +
    'KEYPAIRGENREQUEST KEYGENREQUEST KEYEXPORTREQUEST ARGON2REQUEST CIPHERREQUEST DERIVEBITSREQUEST HASHREQUEST ' +
    'RANDOMBYTESREQUEST RANDOMPRIMEREQUEST SCRYPTREQUEST SIGNREQUEST TLSWRAP VERIFYREQUEST').split(' ');
  const asyncWrapProviders = { __proto__: null };
  providers.forEach((name, number) => { asyncWrapProviders[name] = number; });

  const exports = {};
  defineProperty(exports, 'AsyncLocalStorage', { configurable: true, enumerable: true, get: () => AsyncLocalStorage });
  return Object.assign(exports, {
    createHook,
    executionAsyncId: undefined,
    triggerAsyncId: undefined,
    executionAsyncResource: undefined,
    asyncWrapProviders: freeze(asyncWrapProviders),
    AsyncResource,
  });
})
