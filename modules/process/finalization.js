(function (process, errors) {
  'use strict';
  // Callbacks for what a script still holds when it ends. The objects are held
  // weakly; those that are collected before are never called back for.
  const entries = { exit: [], beforeExit: [] };
  const listeners = {
    exit: () => run('exit'),
    beforeExit: () => run('beforeExit'),
  };

  function run(event) {
    for (const { ref, callback } of entries[event]) {
      const obj = ref.deref();
      if (obj !== undefined) callback(obj, event);
    }
    entries[event] = [];
    process.off(event, listeners[event]);
  }

  function add(event, obj, callback) {
    if (obj === null || typeof obj !== 'object' && typeof obj !== 'function' || Array.isArray(obj)) {
      throw errors.argType('obj', obj, 'object');
    }
    if (entries[event].length === 0) process.on(event, listeners[event]);
    entries[event].push({ ref: new WeakRef(obj), callback });
  }

  function remove(event, obj) {
    if (entries[event].length === 0) return;
    entries[event] = entries[event].filter(({ ref }) => {
      const target = ref.deref();
      return target !== undefined && target !== obj;
    });
    if (entries[event].length === 0) process.off(event, listeners[event]);
  }

  const warned = new Set();
  function experimental(name) {
    if (warned.has(name)) return;
    warned.add(name);
    process.emitWarning(`process.finalization.${name} is an experimental feature and might change at any time`,
                        'ExperimentalWarning');
  }

  return {
    register(obj, callback) {
      experimental('register');
      add('exit', obj, callback);
    },
    registerBeforeExit(obj, callback) {
      experimental('registerBeforeExit');
      add('beforeExit', obj, callback);
    },
    unregister(obj) {
      experimental('unregister');
      if (obj === null || typeof obj !== 'object' && typeof obj !== 'function') {
        throw new TypeError(`Invalid unregisterToken ('${obj}')`);
      }
      remove('exit', obj);
      remove('beforeExit', obj);
    },
  };
})
