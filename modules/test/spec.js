// The spec reporter: a tree of tests, then the failures at length.
(function (host) {
  'use strict';
  const { Transform } = host.require('stream');
  const { errorText, indent, line, painter, place, symbols, worth } = host.load('format');

  class SpecReporter extends Transform {
    #open = []; // started tests that are not shown yet, outermost first
    #shown = []; // tests shown with the ones below them
    #failed = [];
    #colors;
    #paint;

    constructor(options = {}) {
      super({ writableObjectMode: true });
      this.#colors = options.colors === true;
      this.#paint = painter(this.#colors);
    }

    _transform({ type, data }, encoding, callback) { callback(null, this.#show(type, data)); }

    _flush(callback) { callback(null, this.#failures()); }

    #show(type, data) {
      switch (type) {
        case 'test:start':
          this.#open.push(data);
          return undefined;
        case 'test:pass':
        case 'test:fail':
          return this.#result(type, data);
        case 'test:diagnostic':
        case 'test:log':
          return this.#info(data);
        case 'test:stderr':
        case 'test:stdout':
          return data.message;
        default:
          return undefined;
      }
    }

    #result(type, data) {
      if (type === 'test:fail' && worth(data)) {
        this.#failed.push({ type, data });
      }
      const own = this.#open.findLastIndex((test) => test.nesting === data.nesting && test.name === data.name);
      if (own >= 0) {
        this.#open.splice(own, 1);
      }
      let opened = '';
      for (const parent of this.#open.splice(0)) {
        opened += `${indent(parent.nesting)}${symbols.open}${parent.name}\n`;
        this.#shown.push(parent);
      }
      return line(type, data, this.#paint, opened);
    }

    #info(data) {
      return `${indent(data.nesting)}${this.#paint('blue', symbols.info + data.message)}\n`;
    }

    #failures() {
      if (this.#failed.length === 0) {
        return '';
      }
      let text = `\n${this.#paint('red', `${symbols.fail}failing tests:`)}\n`;
      for (const { type, data } of this.#failed) {
        const where = data.file === undefined ? '' : `test at ${place(data)}\n`;
        text += `\n${where}${line(type, { ...data, nesting: 0 }, this.#paint)}` +
          `${errorText(data.details.error, 1, this.#colors)}\n`;
      }
      return text;
    }
  }

  // As on Node, it works with and without new.
  function spec(...args) { return Reflect.construct(SpecReporter, args, new.target ?? SpecReporter); }
  spec.prototype = SpecReporter.prototype;
  return { spec };
})
