// The class behind readline.Interface and readlinePromises.Interface (Node
// documentation, "Class: InterfaceConstructor"): options, prompts, questions,
// and the way from the input to the lines. Splitting is native; what a
// terminal adds is in editor.js.
(function (native, keys, History) {
  'use strict';

  const { errors } = native;
  const { EventEmitter } = native;
  const leastCrlfDelay = 100; // milliseconds

  // readOptions gathers the arguments of the constructor: one object with an
  // input, or input, output, completer and terminal one by one.
  function readOptions(self, input, output, completer, terminal) {
    if (!input || !input.input) return { input, output, completer, terminal, prompt: '> ' };
    const options = input;
    const { signal, tabSize, escapeCodeTimeout, prompt = '> ' } = options;
    if (signal) checkSignal(signal, 'options.signal');
    if (tabSize !== undefined) self.tabSize = errors.validateInteger(tabSize, 'tabSize', 1, 0xffffffff);
    if (escapeCodeTimeout !== undefined) {
      if (!Number.isFinite(escapeCodeTimeout)) {
        // As on Node, the text shows the value in force.
        throw errors.argValue('input.escapeCodeTimeout', String(self.escapeCodeTimeout), 'is invalid');
      }
      self.escapeCodeTimeout = escapeCodeTimeout;
    }
    return {
      input: options.input, output: options.output, completer: options.completer, terminal: options.terminal,
      crlfDelay: options.crlfDelay, signal, prompt,
    };
  }

  function checkSignal(signal, name) {
    if (signal === null || typeof signal !== 'object' || !('aborted' in signal)) {
      throw errors.argType(name, signal, 'AbortSignal');
    }
  }

  // initialize makes self an interface. Both constructors call it: old classes
  // call readline.Interface on objects of their own.
  function initialize(self, input, output, completer, terminal) {
    self.isCompletionEnabled = true;
    self.escapeCodeTimeout = 500;
    self.tabSize = 8;
    const o = readOptions(self, input, output, completer, terminal);
    if (input === undefined || input === null) {
      throw new TypeError(`Cannot read properties of ${input} (reading 'history')`);
    }
    self.setupHistoryManager(input);
    if (o.completer !== undefined && typeof o.completer !== 'function') {
      throw errors.argValue('completer', native.inspect(o.completer), 'is invalid');
    }
    if (o.terminal === undefined && o.output !== null && o.output !== undefined) o.terminal = o.output.isTTY;
    self.line = '';
    self.output = o.output;
    self.input = o.input;
    self.crlfDelay = o.crlfDelay ? Math.max(leastCrlfDelay, o.crlfDelay) : leastCrlfDelay;
    self.completer = o.completer;
    self.setPrompt(o.prompt);
    self.terminal = !!o.terminal;
    attach(self, o.signal);
  }

  // attach starts listening.
  function attach(self, signal) {
    if (typeof self.input.on !== 'function') throw new TypeError('input.on is not a function');
    const onerror = (err) => self.emit('error', err);
    self.input.on('error', onerror);
    if (self.terminal) native.editor().attach(self, onerror);
    else attachLines(self, onerror);
    if (signal) closeOnAbort(self, signal);
    self.line = '';
    self.input.resume();
  }

  // attachLines reads an input that is no terminal.
  function attachLines(self, onerror) {
    const { input } = self;
    const ondata = (data) => self[keys.normalWrite](data);
    const onend = () => {
      const rest = native.pending(self);
      if (typeof rest === 'string' && rest.length > 0) self.emit('line', rest);
      self.close();
    };
    self[keys.decoder] = native.decoder();
    input.on('data', ondata);
    input.on('end', onend);
    self.once('close', () => {
      input.removeListener('error', onerror);
      input.removeListener('data', ondata);
      input.removeListener('end', onend);
    });
  }

  function closeOnAbort(self, signal) {
    const onAborted = () => self.close();
    if (signal.aborted) {
      process.nextTick(onAborted);
      return;
    }
    const listening = EventEmitter.addAbortListener(signal, onAborted);
    self.once('close', () => listening[Symbol.dispose]());
  }

  function checkOpen(self) {
    if (self.closed) throw errors.error('ERR_USE_AFTER_CLOSE', 'readline');
  }

  const shown = (accessors) => ({ __proto__: null, enumerable: true, configurable: true, ...accessors });

  // The properties through which an interface shows its history manager.
  const historyProperties = {
    __proto__: null,
    history: shown({
      get() { return this.historyManager.history; },
      set(list) { this.historyManager.history = list; },
    }),
    historyIndex: shown({
      get() { return this.historyManager.index; },
      set(index) { this.historyManager.index = index; },
    }),
    historySize: shown({ get() { return this.historyManager.size; } }),
    isFlushing: shown({ get() { return this.historyManager.isFlushing; } }),
  };

  class Interface extends EventEmitter {
    constructor() {
      super();
      Reflect.apply(initialize, undefined, [this, ...arguments]);
    }

    get columns() {
      return this.output && this.output.columns ? this.output.columns : Infinity;
    }

    setPrompt(prompt) { this[keys.prompt] = prompt; }

    getPrompt() { return this[keys.prompt]; }

    // setupHistoryManager connects the interface with what remembers lines.
    setupHistoryManager(options) {
      this.historyManager = new History(this, options);
      Object.defineProperties(this, historyProperties);
    }

    [keys.setRawMode](mode) {
      const wasRaw = this.input.isRaw;
      if (typeof this.input.setRawMode === 'function') this.input.setRawMode(mode);
      return wasRaw;
    }

    prompt(preserveCursor) {
      checkOpen(this);
      if (this.paused) this.resume();
      if (this.terminal && process.env.TERM !== 'dumb') {
        if (!preserveCursor) this.cursor = 0;
        this[keys.refreshLine]();
      } else {
        this[keys.writeToOutput](this[keys.prompt]);
      }
    }

    // A question that waits for its answer is only shown again.
    [keys.question](query, callback) {
      checkOpen(this);
      if (this[keys.questionCallback]) {
        this.prompt();
        return;
      }
      this[keys.oldPrompt] = this[keys.prompt];
      this.setPrompt(query);
      this[keys.questionCallback] = callback;
      this.prompt();
    }

    [keys.questionCancel]() {
      if (!this[keys.questionCallback]) return;
      this[keys.questionCallback] = null;
      this.setPrompt(this[keys.oldPrompt]);
      this.clearLine();
    }

    [keys.writeToOutput](stringToWrite) {
      errors.validateString(stringToWrite, 'stringToWrite');
      if (this.output !== null && this.output !== undefined) this.output.write(stringToWrite);
    }

    close() {
      if (this.closed) return;
      this.pause();
      if (this.terminal) this[keys.setRawMode](false);
      this.closed = true;
      this.emit('close');
    }

    pause() {
      checkOpen(this);
      if (this.paused) return;
      this.input.pause();
      this.paused = true;
      this.emit('pause');
      return this;
    }

    resume() {
      checkOpen(this);
      if (!this.paused) return;
      this.input.resume();
      this.paused = false;
      this.emit('resume');
      return this;
    }

    write(data, key) {
      checkOpen(this);
      if (this.paused) this.resume();
      if (this.terminal) this[keys.ttyWrite](data, key);
      else this[keys.normalWrite](data);
    }

    clearLine() {
      this[keys.moveCursor](Infinity);
      this[keys.writeToOutput]('\r\n');
      this.line = '';
      this[keys.isMultiline] = false;
      this.cursor = 0;
      this.prevRows = 0;
    }

    getCursorPos() { return native.editor().cursorPosition(this); }

    [Symbol.asyncIterator]() {
      if (this[keys.lines] === undefined) {
        this[keys.lines] = EventEmitter.on(this, 'line', {
          close: ['close'], highWaterMark: 1024, [Symbol.for('nodejs.kFirstEventParam')]: true,
        });
      }
      return this[keys.lines];
    }
  }

  // Interfaces inherit the state that they begin with, of which most readers
  // of lines never need more.
  Object.assign(Interface.prototype, {
    [keys.sawReturnAt]: 0, [keys.sawKeyPress]: false, [keys.previousKey]: null, [keys.substringSearch]: null,
    [keys.previousCursorCols]: -1, [keys.killRingCursor]: 0, [keys.lines]: undefined,
  });

  const define = (key, value, enumerable) => {
    Object.defineProperty(Interface.prototype, key, { value, enumerable, writable: true, configurable: true });
  };
  define(keys.onLine, native.onLine, false);
  define(keys.normalWrite, native.normalWrite, false);
  define(Symbol.dispose, { [Symbol.dispose]() { this.close(); } }[Symbol.dispose], true);

  return { Interface, initialize, checkSignal };
})
