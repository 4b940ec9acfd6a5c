// readline.Interface, which calls back, and whose methods with an underscore
// scripts may replace.
(function (native, keys, base) {
  'use strict';

  const { initialize, checkSignal } = base;
  const { EventEmitter } = native;

  function Interface(input, output, completer, terminal) {
    if (!(this instanceof Interface)) return new Interface(input, output, completer, terminal);
    if (input && input.input && typeof input.completer === 'function' && input.completer.length !== 2) {
      const { completer: answer } = input;
      input.completer = (text, callback) => callback(null, answer(text));
    } else if (typeof completer === 'function' && completer.length !== 2) {
      const answer = completer;
      completer = (text, callback) => callback(null, answer(text));
    }
    Reflect.apply(EventEmitter, this, []);
    initialize(this, input, output, completer, terminal);
    if (process.env.TERM === 'dumb') {
      this._ttyWrite = (text, key) => native.editor().ttyWriteDumb(this, text, key);
    }
  }
  Object.setPrototypeOf(Interface.prototype, base.Interface.prototype);
  Object.setPrototypeOf(Interface, base.Interface);
  const { prototype } = Interface;

  prototype.question = function question(query, options, callback) {
    if (typeof options === 'function') callback = options;
    const signal = options === null || options === undefined ? undefined : options.signal;
    if (signal) {
      checkSignal(signal, 'options.signal');
      if (signal.aborted) return;
      const onAbort = () => this[keys.questionCancel]();
      const listening = EventEmitter.addAbortListener(signal, onAbort);
      const answered = callback;
      callback = (answer) => {
        listening[Symbol.dispose]();
        if (typeof answered === 'function') return answered(answer);
      };
    }
    if (typeof callback === 'function') this[keys.question](query, callback);
  };

  prototype.question[Symbol.for('nodejs.util.promisify.custom')] = function question(query, options) {
    const signal = options === null || options === undefined ? undefined : options.signal;
    if (signal && signal.aborted) return Promise.reject(native.abortError(undefined, signal));
    return new Promise((resolve, reject) => {
      let callback = resolve;
      if (signal) {
        const onAbort = () => reject(native.abortError(undefined, signal));
        const listening = EventEmitter.addAbortListener(signal, onAbort);
        callback = (answer) => {
          listening[Symbol.dispose]();
          resolve(answer);
        };
      }
      this.question(query, options, callback);
    });
  };

  // State under its old names.
  function old(name, key) {
    Object.defineProperty(prototype, name, {
      __proto__: null,
      get() { return this[key]; },
      set(value) { this[key] = value; },
    });
  }
  old('_decoder', keys.decoder);
  Object.defineProperty(prototype, '_line_buffer', {
    __proto__: null,
    get() { return native.pending(this); },
    set(value) { native.setPending(this, value); },
  });
  for (const name of ['oldPrompt', 'previousKey', 'prompt', 'questionCallback', 'sawKeyPress', 'sawReturnAt']) {
    old(`_${name}`, keys[name]);
  }

  // Methods under their old names, which the interface itself uses.
  const getCursorPos = base.Interface.prototype.getCursorPos;
  for (const name of keys.hooks) {
    if (name === 'moveCursor') prototype._getCursorPos = getCursorPos;
    prototype[`_${name}`] = name === 'tabComplete' ? tabComplete() : base.Interface.prototype[keys[name]];
    Object.defineProperty(prototype, keys[name], { __proto__: null, get: native.hook(`_${name}`) });
  }

  function tabComplete() {
    return (0, function (again) { native.editor().completeNow(this, again); });
  }

  // Functions that scripts may call with new.
  return {
    Interface,
    createInterface: function createInterface(input, output, completer, terminal) {
      return new Interface(input, output, completer, terminal);
    },
  };
})
