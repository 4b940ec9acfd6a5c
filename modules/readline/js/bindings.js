// What each key does in the line editor (Node documentation, "TTY
// keybindings"), and how a terminal interface listens to its input.
(function (native, keys, editor) {
  'use strict';

  const { cursorTo, clearScreenDown } = native.cursor;
  const undoCharacter = 0x1f; // Ctrl+_ and Ctrl+-
  const redoCharacter = 0x1e; // Ctrl+^ and Ctrl+6

  const right = (self) => self[keys.moveCursor](editor.lengthAt(self.line, self.cursor));
  const left = (self) => self[keys.moveCursor](-editor.lengthBefore(self.line, self.cursor));
  const home = (self) => self[keys.moveCursor](-Infinity);
  const end = (self) => self[keys.moveCursor](Infinity);
  const method = (key) => (self) => self[key]();

  const withCtrlShift = new Map(Object.entries({
    backspace: method(keys.deleteLineLeft),
    delete: method(keys.deleteLineRight),
  }));

  const withCtrl = new Map(Object.entries({
    a: home, b: left, e: end, f: right,
    c: interrupt, d: deleteOrClose, l: clearScreen, z: suspend,
    h: method(keys.deleteLeft),
    k: method(keys.deleteLineRight), u: method(keys.deleteLineLeft), y: editor.yank,
    n: method(keys.historyNext), p: method(keys.historyPrev),
    w: method(keys.deleteWordLeft), backspace: method(keys.deleteWordLeft), delete: method(keys.deleteWordRight),
    left: method(keys.wordLeft), right: method(keys.wordRight),
  }));

  const withMeta = new Map(Object.entries({
    b: method(keys.wordLeft), f: method(keys.wordRight),
    d: method(keys.deleteWordRight), delete: method(keys.deleteWordRight), backspace: method(keys.deleteWordLeft),
    y: editor.yankPop,
  }));

  const plain = new Map(Object.entries({
    return: (self) => {
      self[keys.sawReturnAt] = native.now();
      self[keys.line]();
    },
    // The second half of CR LF ends no other line.
    enter: (self) => {
      if (self[keys.sawReturnAt] === 0 || native.now() - self[keys.sawReturnAt] > self.crlfDelay) self[keys.line]();
      self[keys.sawReturnAt] = 0;
    },
    backspace: method(keys.deleteLeft), delete: method(keys.deleteRight),
    left, right, home, end,
    up: (self) => editor.moveRow(self, -1), down: (self) => editor.moveRow(self, 1),
  }));

  function interrupt(self) {
    if (self.listenerCount('SIGINT') > 0) self.emit('SIGINT');
    else abandon(self, 'Aborted with Ctrl+C');
  }

  function deleteOrClose(self) {
    if (self.cursor === 0 && self.line.length === 0) abandon(self, 'Aborted with Ctrl+D');
    else if (self.cursor < self.line.length) self[keys.deleteRight]();
  }

  // abandon closes the interface, which will never answer.
  function abandon(self, text) {
    self.close();
    const reject = self[keys.questionReject];
    if (reject) reject(native.abortError(text));
  }

  function clearScreen(self) {
    cursorTo(self.output, 0, 0);
    clearScreenDown(self.output);
    self[keys.refreshLine]();
  }

  function suspend(self) {
    if (process.platform === 'win32') return;
    if (self.listenerCount('SIGTSTP') > 0) {
      self.emit('SIGTSTP');
      return;
    }
    process.once('SIGCONT', () => {
      // Somebody who listens may have to start reading again.
      if (!self.paused) {
        self.pause();
        self.emit('SIGCONT');
      }
      self[keys.setRawMode](true);
      self[keys.refreshLine]();
    });
    self[keys.setRawMode](false);
    process.kill(process.pid, 'SIGTSTP');
  }

  // insertLines inserts text that may hold line ends.
  function insertLines(self, text) {
    if (typeof text !== 'string' || text === '') return;
    const parts = native.split(text);
    const rest = parts.pop();
    for (const part of parts) {
      self[keys.insertString](part);
      self[keys.line]();
    }
    self[keys.insertString](rest);
  }

  // trackSearch begins a search in the history with an arrow key, for what
  // stands before the cursor, and ends it with any other.
  function trackSearch(self, key) {
    if ((key.name === 'up' || key.name === 'down') && !key.ctrl && !key.meta && !key.shift) {
      if (self[keys.substringSearch] === null && !self[keys.isMultiline]) {
        self[keys.substringSearch] = self.line.slice(0, self.cursor);
      }
    } else if (self[keys.substringSearch] !== null) {
      self[keys.substringSearch] = null;
      if (self.history.length === self.historyIndex) self.historyIndex = -1;
    }
  }

  // changeHistory is undo and redo, known by their characters.
  function changeHistory(self, key) {
    const code = typeof key.sequence === 'string' ? key.sequence.codePointAt(0) : undefined;
    if (code === undoCharacter) editor.undo(self);
    else if (code === redoCharacter) editor.redo(self);
    else return false;
    return true;
  }

  editor.install({
    [keys.ttyWrite](text, key) {
      const previous = this[keys.previousKey];
      key = key || {};
      this[keys.previousKey] = key;
      if (!key.meta || key.name !== 'y') this[keys.yanking] = false;
      trackSearch(this, key);
      if (changeHistory(this, key) || key.name === 'escape') return;
      if (key.name !== 'up' && key.name !== 'down') this[keys.previousCursorCols] = -1;
      if (key.ctrl || key.meta) {
        const table = !key.ctrl ? withMeta : key.shift ? withCtrlShift : withCtrl;
        const action = table.get(key.name);
        if (action) action(this);
        return;
      }
      if (this[keys.sawReturnAt] && key.name !== 'enter') this[keys.sawReturnAt] = 0;
      const action = plain.get(key.name);
      if (action) action(this);
      else if (key.name === 'tab' && typeof this.completer === 'function' && this.isCompletionEnabled) {
        this[keys.tabComplete](previous && previous.name === 'tab');
      } else {
        insertLines(this, text);
      }
    },
  });

  // ttyWriteDumb is ttyWrite for terminals that cannot move their cursor.
  function ttyWriteDumb(self, text, key) {
    key = key || {};
    if (key.name === 'escape') return;
    if (self[keys.sawReturnAt] && key.name !== 'enter') self[keys.sawReturnAt] = 0;
    if (key.ctrl && key.name === 'c') {
      if (self.listenerCount('SIGINT') > 0) self.emit('SIGINT');
      else self.close();
      return;
    }
    if (key.ctrl && key.name === 'd') {
      self.close();
      return;
    }
    if (key.name === 'return' || key.name === 'enter') {
      plain.get(key.name)(self);
    } else if (typeof text === 'string' && text) {
      self.line += text;
      self.cursor += text.length;
      self[keys.writeToOutput](text);
    }
  }

  // attach makes self read keys.
  function attach(self, onerror) {
    const { input, output } = self;
    const onkeypress = (text, key) => {
      self[keys.ttyWrite](text, key);
      if (!key || !key.sequence) return;
      // Half a character may have been drawn as something else.
      const code = key.sequence.codePointAt(0);
      if (code >= 0xd800 && code <= 0xdfff) self[keys.refreshLine]();
    };
    const onend = () => {
      if (typeof self.line === 'string' && self.line.length > 0) self.emit('line', self.line);
      self.close();
    };
    const onresize = () => self[keys.refreshLine]();
    native.emitKeypressEvents(input, self);
    input.on('keypress', onkeypress);
    input.on('end', onend);
    self[keys.setRawMode](true);
    self.terminal = true;
    self.cursor = 0;
    self.historyIndex = -1;
    if (output !== null && output !== undefined) output.on('resize', onresize);
    self.once('close', () => {
      input.removeListener('error', onerror);
      input.removeListener('keypress', onkeypress);
      input.removeListener('end', onend);
      if (output !== null && output !== undefined) output.removeListener('resize', onresize);
    });
  }

  return { attach, ttyWriteDumb };
})
