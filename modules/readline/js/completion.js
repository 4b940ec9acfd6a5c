// What the tab key does: the completer's answer is inserted, or shown as a
// table after the second press.
(function (native, keys, editor) {
  'use strict';

  const gap = 2; // columns between completions

  function commonPrefix(texts) {
    if (texts.length === 0) return '';
    const sorted = [...texts].sort();
    const first = sorted[0];
    const last = sorted[sorted.length - 1];
    let i = 0;
    while (i < first.length && first[i] === last[i]) i++;
    return first.slice(0, i);
  }

  // table lays completions out in columns; an empty one stands for a row
  // between groups.
  function table(completions, columns) {
    const widths = completions.map((text) => native.width(text));
    const widest = Math.max(...widths) + gap;
    let perRow = Math.floor(columns / widest) || 1;
    if (perRow === Infinity) perRow = 1;
    let output = '\r\n';
    let inRow = 0;
    let padding = 0;
    completions.forEach((text, i) => {
      if (text === '' || inRow === perRow) {
        output += '\r\n';
        inRow = 0;
        padding = 0;
      } else {
        output += ' '.repeat(padding);
      }
      if (text === '') {
        output += '\r\n';
      } else {
        output += text;
        padding = widest - widths[i];
        inRow++;
      }
    });
    return inRow === 0 ? output : `${output}\r\n\r\n`;
  }

  // complete takes the completer's answer: completions, and the text that
  // they complete.
  function complete(self, again, [completions, completed]) {
    if (!completions || completions.length === 0) return;
    const prefix = commonPrefix(completions.filter((text) => text !== ''));
    if (prefix.startsWith(completed) && prefix.length > completed.length) {
      self[keys.insertString](prefix.slice(completed.length));
    } else if (!completed.startsWith(prefix)) {
      const head = self.line.slice(0, self.cursor - completed.length) + prefix;
      editor.renew(self, head + self.line.slice(self.cursor), head.length);
    } else if (again) {
      editor.rememberForUndo(self);
      self[keys.writeToOutput](table(completions, self.columns));
      self[keys.refreshLine]();
    }
  }

  function report(self, err) {
    self[keys.writeToOutput](`Tab completion error: ${native.inspect(err)}`);
  }

  // completeNow asks a completer with a callback, which may be called at once.
  function completeNow(self, again) {
    self.pause();
    self.completer(self.line.slice(0, self.cursor), (err, answer) => {
      self.resume();
      if (err) report(self, err);
      else complete(self, again, answer);
    });
  }

  editor.install({
    async [keys.tabComplete](again) {
      this.pause();
      let answer;
      try {
        answer = await this.completer(this.line.slice(0, this.cursor));
      } catch (err) {
        report(this, err);
        return;
      } finally {
        this.resume();
      }
      complete(this, again, answer);
    },
  });

  return { completeNow };
})
