// The dot reporter: a dot for each test, an X for each that fails.
(function (host) {
  'use strict';
  const process = host.require('process');
  const { errorText, line, painter } = host.load('format');
  const { generate } = host.load('generate');

  const columns = 20;

  class Dots {
    #count = 0;
    #columns = width();
    #failed = [];

    push({ type, data }) {
      if (type !== 'test:pass' && type !== 'test:fail') {
        return '';
      }
      if (type === 'test:fail') {
        this.#failed.push({ type, data });
      }
      const mark = type === 'test:pass' ? '.' : 'X';
      if (++this.#count < this.#columns) {
        return mark;
      }
      this.#count = 0;
      this.#columns = width();
      return `${mark}\n`;
    }

    end() {
      let text = '\n';
      if (this.#failed.length > 0) {
        text += '\nFailed tests:\n\n';
      }
      for (const { type, data } of this.#failed) {
        text += line(type, { ...data, nesting: 0 }, painter(false)) + errorText(data.details.error, 1, false) + '\n';
      }
      return text;
    }
  }

  function width() { return Math.max(process.stdout.columns ?? columns, columns); }

  return { dot: generate('dot', () => new Dots()) };
})
