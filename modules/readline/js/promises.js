// readline/promises: an Interface that answers with promises, and Readline,
// which gathers cursor movements (Node documentation, "Promises API").
(function (native, keys, base) {
  'use strict';

  const { errors, EventEmitter } = native;
  const CSI = '\x1b[';

  class Interface extends base.Interface {
    question(query, options = {}) {
      return new Promise((resolve, reject) => {
        let callback = resolve;
        if (options !== null && options.signal) {
          const { signal } = options;
          base.checkSignal(signal, 'options.signal');
          const aborted = () => reject(native.abortError(undefined, signal));
          if (signal.aborted) {
            aborted();
            return;
          }
          const onAbort = () => {
            this[keys.questionCancel]();
            aborted();
          };
          const listening = EventEmitter.addAbortListener(signal, onAbort);
          callback = (answer) => {
            listening[Symbol.dispose]();
            resolve(answer);
          };
        }
        this[keys.questionReject] = reject;
        this[keys.question](query, callback);
      });
    }
  }

  function movement(distance, forward, back) {
    if (distance === 0) return '';
    return distance > 0 ? `${CSI}${distance}${forward}` : `${CSI}${-distance}${back}`;
  }

  class Readline {
    #stream;
    #todo = [];
    #autoCommit = false;

    constructor(stream, options = {}) {
      if (!native.isWritable(stream)) throw errors.argType('stream', stream, 'Writable');
      this.#stream = stream;
      if (options !== null && options.autoCommit !== null && options.autoCommit !== undefined) {
        this.#autoCommit = errors.validateBoolean(options.autoCommit, 'options.autoCommit');
      }
    }

    #add(data) {
      if (this.#autoCommit) process.nextTick(() => this.#stream.write(data));
      else this.#todo.push(data);
      return this;
    }

    cursorTo(x, y = undefined) {
      errors.validateInteger(x, 'x');
      if (y === null || y === undefined) return this.#add(`${CSI}${x + 1}G`);
      errors.validateInteger(y, 'y');
      return this.#add(`${CSI}${y + 1};${x + 1}H`);
    }

    moveCursor(dx, dy) {
      if (!dx && !dy) return this;
      errors.validateInteger(dx, 'dx');
      errors.validateInteger(dy, 'dy');
      return this.#add(movement(dx, 'C', 'D') + movement(dy, 'B', 'A'));
    }

    clearLine(dir) {
      errors.validateInteger(dir, 'dir', -1, 1);
      return this.#add(CSI + (dir < 0 ? '1K' : dir > 0 ? '0K' : '2K'));
    }

    clearScreenDown() { return this.#add(`${CSI}0J`); }

    commit() {
      return new Promise((resolve) => {
        this.#stream.write(this.#todo.join(''), resolve);
        this.#todo = [];
      });
    }

    rollback() {
      this.#todo = [];
      return this;
    }
  }

  return {
    Interface,
    Readline,
    createInterface: function createInterface(input, output, completer, terminal) {
      return new Interface(input, output, completer, terminal);
    },
  };
})
