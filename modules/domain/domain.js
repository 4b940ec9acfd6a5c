// Domains (Node documentation, "Domain").
(function (process, EventEmitter, host) {
  'use strict';
  const { apply } = Reflect;
  const { defineProperty } = Object;

  // stack is the domains that have been entered and not left; the last one is
  // active. It is the _stack property of the exports, too.
  let stack = [];

  defineProperty(process, 'domain', {
    configurable: true,
    enumerable: true,
    get() {
      return host.active();
    },
    set(domain) {
      host.setActive(domain);
    },
  });

  function activate(domain) {
    exports.active = domain;
    process.domain = domain;
  }

  // route decides where uncaught exceptions go: to the active domain while one
  // that has been entered listens for errors.
  function route() {
    const heard = stack.some((domain) => domain.listenerCount('error') > 0);
    host.capture(heard ? (er) => process.domain._errorHandler(er) : null);
  }

  function leaveAll() {
    stack.length = 0;
    activate(null);
    route();
  }

  function mark(er, domain) {
    defineProperty(er, 'domain', { configurable: true, enumerable: false, value: domain, writable: true });
  }

  class Domain extends EventEmitter {
    constructor() {
      super();
      this.members = [];
      // Listeners for 'error' decide whether exceptions come here.
      this.on('newListener', route);
      this.on('removeListener', route);
    }
  }

  Object.assign(Domain.prototype, {
    members: undefined,

    _errorHandler(er) {
      if (typeof er === 'object' && er !== null || typeof er === 'function') {
        mark(er, this);
        er.domainThrown = true;
      }
      while (exports.active === this) this.exit();
      const caught = stack.length === 0 ? lastHandler(this, er) : nestedHandler(this, er);
      leaveAll();
      return caught;
    },

    enter() {
      activate(this);
      stack.push(this);
      route();
    },

    exit() {
      const index = stack.lastIndexOf(this);
      if (index === -1) return;
      // Whoever was entered inside this one is left as well.
      stack.splice(index);
      activate(stack[stack.length - 1]);
      route();
    },

    add(emitter) {
      if (emitter.domain === this) return;
      if (emitter.domain) emitter.domain.remove(emitter);
      // A domain cannot be a member of one of its own members.
      if (emitter instanceof Domain) {
        for (let outer = this.domain; outer; outer = outer.domain) {
          if (emitter === outer) return;
        }
      }
      mark(emitter, this);
      this.members.push(emitter);
    },

    remove(emitter) {
      emitter.domain = null;
      const index = this.members.indexOf(emitter);
      if (index !== -1) this.members.splice(index, 1);
    },

    run(fn) {
      this.enter();
      const result = apply(fn, this, Array.prototype.slice.call(arguments, 1));
      this.exit();
      return result;
    },

    intercept(callback) {
      const domain = this;
      return function runIntercepted(...args) {
        const er = args[0];
        if (er && er instanceof Error) {
          er.domainBound = callback;
          er.domainThrown = false;
          mark(er, domain);
          domain.emit('error', er);
          return undefined;
        }
        return inside(domain, callback, this, args.slice(1));
      };
    },

    bind(callback) {
      const domain = this;
      function runBound(...args) {
        return inside(domain, callback, this, args);
      }
      mark(runBound, domain);
      return runBound;
    },
  });

  // inside calls a function in a domain. What it throws finds the domain still
  // entered.
  function inside(domain, fn, thisArg, args) {
    domain.enter();
    const result = apply(fn, thisArg, args);
    domain.exit();
    return result;
  }

  // lastHandler serves a domain without another one around it: what its
  // listeners throw is uncaught.
  function lastHandler(domain, er) {
    if (domain.listenerCount('error') === 0) return false;
    host.capture(null);
    try {
      return domain.emit('error', er);
    } finally {
      route();
    }
  }

  // nestedHandler serves a domain inside another one, which gets what the
  // listeners throw.
  function nestedHandler(domain, er) {
    try {
      return domain.emit('error', er);
    } catch (second) {
      route();
      if (stack.length === 0) throw second;
      activate(stack[stack.length - 1]);
      return process.domain._errorHandler(second);
    }
  }

  // Who listens for 'uncaughtException' must find no domain active.
  process.on('newListener', (name, listener) => {
    if (name !== 'uncaughtException' || listener === leaveAll) return;
    process.removeListener(name, leaveAll);
    process.prependListener(name, leaveAll);
  });
  process.on('removeListener', (name, listener) => {
    if (name !== 'uncaughtException' || listener === leaveAll) return;
    if (process.listeners('uncaughtException').every((other) => other === leaveAll)) {
      process.removeListener(name, leaveAll);
    }
  });

  host.adoptWith((emitter) => {
    defineProperty(emitter, 'domain', { configurable: true, enumerable: false, value: null, writable: true });
    if (exports.active && !(emitter instanceof Domain)) emitter.domain = exports.active;
  });

  const plainEmit = EventEmitter.prototype.emit;
  EventEmitter.usingDomains = true;
  EventEmitter.prototype.emit = function emit(...args) {
    const { domain } = this;
    const isError = args[0] === 'error';
    if (domain === null || domain === undefined || this === process || isError && this.listenerCount('error') > 0) {
      return apply(plainEmit, this, args);
    }
    if (!isError) return inside(domain, plainEmit, this, args);
    emitError(this, domain, args);
    return false;
  };

  // emitError gives the error of an emitter that nobody listens to, to its
  // domain. The handler runs outside the active domain.
  function emitError(emitter, domain, args) {
    const er = args.length > 1 && args[1] ? args[1] : host.unhandled(args[1]);
    if (typeof er === 'object') {
      er.domainEmitter = emitter;
      mark(er, domain);
      er.domainThrown = false;
    }
    const before = [...stack];
    const active = process.domain;
    while (stack.length > 0 && stack[stack.length - 1] === active) stack.pop();
    activate(stack.length > 0 ? stack[stack.length - 1] : null);
    route();
    domain.emit('error', er);
    stack = before;
    exports._stack = stack;
    activate(active);
    route();
  }

  function createDomain() {
    return new Domain();
  }

  const exports = { _stack: stack, Domain, createDomain, create: createDomain, active: null };
  host.setActive(undefined);
  return exports;
})
