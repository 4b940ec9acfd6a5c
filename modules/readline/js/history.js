// What an interface remembers of the lines that were entered, newest first.
(function (errors, reversed) {
  'use strict';

  const defaultSize = 30;

  // stored is the form that a line of several rows is remembered in, which is
  // the one of Node's history files: rows from the last to the first, with CR
  // between them.
  const stored = (line) => reversed(line, '\n', '\r');
  const restored = (entry) => reversed(entry, '\r', '\n');

  return class History {
    #context;
    #history;
    #size;
    #index = -1;
    #removeDuplicates = false;

    constructor(context, { history = [], historySize = defaultSize, removeHistoryDuplicates }) {
      if (!Array.isArray(history)) throw errors.argType('history', history, 'Array');
      errors.validateNumber(historySize, 'size');
      if (!(historySize >= 0)) throw errors.outOfRange('size', '>= 0', historySize);
      this.#context = context;
      this.#history = history;
      this.#size = historySize;
      this.#removeDuplicates = !!removeHistoryDuplicates;
    }

    get size() { return this.#size; }

    get isFlushing() { return false; }

    get history() { return this.#history; }

    set history(list) { this.#history = list; }

    get index() { return this.#index; }

    set index(index) { this.#index = index; }

    // addHistory remembers the line of the interface and returns it.
    addHistory(isMultiline) {
      const { line } = this.#context;
      if (line.length === 0) return '';
      if (this.#size === 0 || line.trim().length === 0) return line;
      const list = this.#history;
      const entry = stored(line);
      // A line of several rows that came from no history entry takes the place
      // of the newest, as if that were its first row.
      if (isMultiline && this.#index === -1) list.shift();
      if (list.length === 0 || list[0] !== entry) {
        this.#removeDuplicate(entry);
        list.unshift(entry);
        if (list.length > this.#size) list.pop();
      }
      this.#index = -1;
      // A listener may take the line out of the list again.
      const first = list[0];
      this.#context.emit('history', list);
      return isMultiline ? reversed(first, '\r', '\r') : first;
    }

    #removeDuplicate(entry) {
      if (!this.#removeDuplicates) return;
      const at = this.#history.indexOf(entry);
      if (at !== -1) this.#history.splice(at, 1);
    }

    canNavigateToNext() { return this.#index > -1 && this.#history.length > 0; }

    canNavigateToPrevious() { return this.#index !== this.#history.length && this.#history.length > 0; }

    // navigateToNext goes to a newer line that begins with search and is not
    // the present one; beyond the newest there is what was searched for.
    navigateToNext(search) { return this.canNavigateToNext() ? this.#navigate(-1, search) : null; }

    navigateToPrevious(search) { return this.canNavigateToPrevious() ? this.#navigate(1, search) : null; }

    #navigate(step, search) {
      const prefix = search || '';
      const list = this.#history;
      let i = this.#index + step;
      while (i >= 0 && i < list.length && (!list[i].startsWith(prefix) || this.#context.line === list[i])) i += step;
      this.#index = i;
      return i < 0 || i >= list.length ? prefix : restored(list[i]);
    }
  };
})
