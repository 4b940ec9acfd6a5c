// The line editor of a terminal: showing the line, moving in it, and changing
// it (Node documentation, "TTY keybindings"). What each key does is in
// bindings.js.
(function (native, keys, prototype) {
  'use strict';

  const { cursorTo, moveCursor, clearScreenDown } = native.cursor;
  const maxUndo = 2048;
  const maxKills = 32;
  const continuation = '| '; // before the rows of a line but its first
  const firstAstral = 0x10000; // the first character of two UTF-16 units

  // lengthBefore and lengthAt are the UTF-16 units of the character that ends
  // before i, and of that at i.
  function lengthBefore(text, i) {
    if (i <= 0) return 0;
    const pair = (at) => at >= 0 && text.codePointAt(at) >= firstAstral;
    return pair(i - 2) || pair(i - 1) ? 2 : 1;
  }

  function lengthAt(text, i) {
    return i < text.length && text.codePointAt(i) >= firstAstral ? 2 : 1;
  }

  function cursorPosition(self) {
    return self[keys.getDisplayPos](self[keys.prompt] + self.line.slice(0, self.cursor));
  }

  // rememberForUndo keeps the line as it is before a change.
  function rememberForUndo(self) { push(list(self, keys.undoStack), self); }

  // list is one of the lists of an interface, made when it is first needed.
  function list(self, key) {
    if (self[key] === undefined) self[key] = [];
    return self[key];
  }

  function push(stack, { line, cursor }) {
    if (stack.push({ text: line, cursor }) > maxUndo) stack.shift();
  }

  // replace changes the line and shows it.
  function replace(self, line, cursor) {
    self.line = line;
    self.cursor = cursor;
    self[keys.refreshLine]();
  }

  // renew is replace with a line that may have another number of rows.
  function renew(self, line, cursor) {
    self[keys.isMultiline] = line.includes('\n');
    replace(self, line, cursor);
  }

  // recall exchanges the line for one of the undo or redo stack.
  function recall(self, from, to) {
    if (from.length === 0) return;
    push(to, self);
    const { text, cursor } = from.pop();
    renew(self, text, cursor);
  }

  function kill(self, text) {
    const ring = list(self, keys.killRing);
    if (!text || text === ring[0]) return;
    ring.unshift(text);
    self[keys.killRingCursor] = 0;
    while (ring.length > maxKills) ring.pop();
  }

  function yank(self) {
    const ring = list(self, keys.killRing);
    if (ring.length === 0) return;
    self[keys.yanking] = true;
    self[keys.insertString](ring[self[keys.killRingCursor]]);
  }

  // yankPop puts the next text of the ring in the place of the last one.
  function yankPop(self) {
    const ring = list(self, keys.killRing);
    if (!self[keys.yanking] || ring.length < 2) return;
    const last = ring[self[keys.killRingCursor]];
    self[keys.killRingCursor] = (self[keys.killRingCursor] + 1) % ring.length;
    const head = self.line.slice(0, self.cursor - last.length) + ring[self[keys.killRingCursor]];
    replace(self, head + self.line.slice(self.cursor), head.length);
  }

  // The word before the cursor with the blanks behind it.
  function wordBefore({ line, cursor }) {
    const backwards = [...line.slice(0, cursor)].reverse().join('');
    return /^\s*(?:[^\w\s]+|\w+)?/.exec(backwards)[0];
  }

  // moveVertically moves the cursor to the row above (-1) or below (1) and
  // keeps its column where that row is long enough; a longer one that comes
  // later gets it back.
  function moveVertically(self, step, rows, { rows: row, cols }) {
    const next = rows[row + step].length;
    const wanted = self[keys.previousCursorCols];
    const straight = step > 0 ? rows[row].length + 1 : -next - 1;
    const toEnd = step > 0 ? rows[row].length - cols + continuation.length + next + 1 : 1 - cols;
    let distance = straight;
    if (cols > next + 1) {
      if (wanted === -1) self[keys.previousCursorCols] = cols;
      distance = toEnd;
    } else if (wanted !== -1) {
      if (wanted <= next) {
        distance += wanted - cols;
        self[keys.previousCursorCols] = -1;
      } else {
        distance = toEnd;
      }
    }
    self[keys.moveCursor](distance);
  }

  // moveRow moves up or down within a line of several rows, and otherwise
  // through the history.
  function moveRow(self, step) {
    const position = self.getCursorPos();
    const rows = self.line.split('\n');
    const target = position.rows + step;
    if (self[keys.isMultiline] && target >= 0 && target < rows.length) {
      moveVertically(self, step, rows, position);
      return;
    }
    self[keys.previousCursorCols] = -1;
    self[step < 0 ? keys.historyPrev : keys.historyNext]();
  }

  function showHistory(self, line) {
    if (line !== null) renew(self, line, line.length);
  }

  const methods = {
    [keys.addHistory]() { return this.historyManager.addHistory(this[keys.isMultiline]); },

    [keys.refreshLine]() {
      const text = this[keys.prompt] + this.line;
      const end = this[keys.getDisplayPos](text);
      const position = this.getCursorPos();
      const up = this.prevRows || 0;
      if (up > 0) moveCursor(this.output, 0, -up);
      cursorTo(this.output, 0);
      clearScreenDown(this.output);
      const rows = this[keys.isMultiline] ? this.line.split('\n') : [this.line];
      this[keys.writeToOutput](this[keys.prompt] + rows[0]);
      for (const row of rows.slice(1)) this[keys.writeToOutput](`\n${continuation}${row}`);
      // Without it the terminal would not go to the next row.
      if (end.cols === 0) this[keys.writeToOutput](' ');
      cursorTo(this.output, position.cols);
      if (end.rows > position.rows) moveCursor(this.output, 0, position.rows - end.rows);
      this.prevRows = position.rows;
    },

    [keys.insertString](text) {
      rememberForUndo(this);
      const { line, cursor } = this;
      const changed = line.slice(0, cursor) + text + line.slice(cursor);
      if (!this.isCompletionEnabled) {
        // Pasted text is shown properly with its last character.
        this.line = changed;
        this.cursor += text.length;
        this[keys.writeToOutput](text);
        return;
      }
      if (cursor < line.length) {
        renew(this, changed, cursor + text.length);
        return;
      }
      const { rows } = this.getCursorPos();
      this.line = changed;
      this.cursor += text.length;
      if (rows < this.getCursorPos().rows) this[keys.refreshLine]();
      else this[keys.writeToOutput](text);
    },

    [keys.wordLeft]() {
      if (this.cursor > 0) this[keys.moveCursor](-wordBefore(this).length);
    },

    [keys.wordRight]() {
      if (this.cursor >= this.line.length) return;
      const [word] = /^(?:\s+|[^\w\s]+|\w+)\s*/.exec(this.line.slice(this.cursor));
      this[keys.moveCursor](word.length);
    },

    [keys.deleteLeft]() {
      const { line, cursor } = this;
      if (cursor <= 0 || line.length === 0) return;
      rememberForUndo(this);
      const start = cursor - lengthBefore(line, cursor);
      replace(this, line.slice(0, start) + line.slice(cursor), start);
    },

    [keys.deleteRight]() {
      const { line, cursor } = this;
      if (cursor >= line.length) return;
      rememberForUndo(this);
      replace(this, line.slice(0, cursor) + line.slice(cursor + lengthAt(line, cursor)), cursor);
    },

    [keys.deleteWordLeft]() {
      const { line, cursor } = this;
      if (cursor <= 0) return;
      rememberForUndo(this);
      const start = cursor - wordBefore(this).length;
      replace(this, line.slice(0, start) + line.slice(cursor), start);
    },

    [keys.deleteWordRight]() {
      const { line, cursor } = this;
      if (cursor >= line.length) return;
      rememberForUndo(this);
      const rest = line.slice(cursor);
      const [word] = /^(?:\s+|\W+|\w+)\s*/.exec(rest);
      replace(this, line.slice(0, cursor) + rest.slice(word.length), cursor);
    },

    [keys.deleteLineLeft]() {
      rememberForUndo(this);
      const { line, cursor } = this;
      kill(this, line.slice(0, cursor));
      renew(this, line.slice(cursor), 0);
    },

    [keys.deleteLineRight]() {
      rememberForUndo(this);
      const { line, cursor } = this;
      kill(this, line.slice(cursor));
      renew(this, line.slice(0, cursor), cursor);
    },

    [keys.line]() {
      const line = this[keys.addHistory]();
      this[keys.undoStack] = [];
      this[keys.redoStack] = [];
      this.clearLine();
      this[keys.onLine](line);
    },

    [keys.historyNext]() {
      if (!this.historyManager.canNavigateToNext()) return;
      rememberForUndo(this);
      showHistory(this, this.historyManager.navigateToNext(this[keys.substringSearch]));
    },

    [keys.historyPrev]() {
      if (!this.historyManager.canNavigateToPrevious()) return;
      rememberForUndo(this);
      showHistory(this, this.historyManager.navigateToPrevious(this[keys.substringSearch]));
    },

    // The rows of a line of several begin with a prompt of their own.
    [keys.getDisplayPos](text) {
      const indent = this[keys.isMultiline] ? continuation.length : 0;
      return native.displayPosition(text, this.columns, this.tabSize, indent);
    },

    [keys.moveCursor](distance) {
      if (distance === 0) return;
      const from = this.getCursorPos();
      this.cursor += distance;
      if (this.cursor < 0) this.cursor = 0;
      else if (this.cursor > this.line.length) this.cursor = this.line.length;
      const to = this.getCursorPos();
      if (from.rows === to.rows) moveCursor(this.output, to.cols - from.cols, 0);
      else this[keys.refreshLine]();
    },
  };

  function install(table) {
    for (const key of Reflect.ownKeys(table)) {
      Object.defineProperty(prototype, key, { value: table[key], writable: true, configurable: true });
    }
  }
  install(methods);

  return {
    install, lengthBefore, lengthAt, cursorPosition, rememberForUndo, renew, yank, yankPop, moveRow,
    undo: (self) => recall(self, list(self, keys.undoStack), list(self, keys.redoStack)),
    redo: (self) => recall(self, list(self, keys.redoStack), list(self, keys.undoStack)),
  };
})
