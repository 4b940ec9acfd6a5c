(function (errors) {
  'use strict';
  const digits = new Map(
    [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'].map((c, i) => [c, i]));

  // The cursor over the text of a field "mappings".
  class Mappings {
    constructor(text) {
      this.text = text;
      this.at = 0;
    }
    get more() { return this.at < this.text.length; }
    // At the end of the text fields are missing, which count as 0.
    get separated() { return this.text[this.at] === ',' || this.text[this.at] === ';'; }
    next() { return this.text[this.at++]; }

    // A number in base 64: the lowest bit is the sign, the sixth of each digit
    // says that there are more.
    number() {
      let result = 0;
      let shift = 0;
      let digit;
      do {
        digit = digits.get(this.next()) ?? 0;
        result |= (digit & 31) << shift;
        shift += 5;
      } while (digit & 32 && this.more);
      return result & 1 ? -(result >>> 1) : result >>> 1;
    }
  }

  function clone(payload) {
    if (payload === null || typeof payload !== 'object') throw errors.argType('payload', payload, 'object');
    const copy = { ...payload };
    for (const name of ['sources', 'sourcesContent', 'names']) {
      if (Array.isArray(copy[name])) copy[name] = [...copy[name]];
    }
    if (Array.isArray(copy.sections)) {
      copy.sections = copy.sections.map(({ offset, map }) => ({ offset: { ...offset }, map: clone(map) }));
    }
    return copy;
  }

  // Appends the entries of one map that begins at a line and column.
  function parse(map, line, column, entries) {
    const { sources, names = [] } = map;
    const origin = { source: 0, line: 0, column: 0, name: 0 };
    const count = sources.length;
    const text = new Mappings(map.mappings);
    while (text.more) {
      const c = text.text[text.at];
      if (c === ',' || c === ';') {
        text.next();
        if (c === ';') {
          line++;
          column = 0;
        }
        continue;
      }
      column += text.number();
      if (text.separated) {
        entries.push({ line, column });
        continue;
      }
      origin.source += text.number();
      origin.line += text.number();
      origin.column += text.number();
      let name;
      if (!text.separated) {
        origin.name += text.number();
        name = names[origin.name];
      }
      const source = origin.source < count ? sources[origin.source] : undefined;
      entries.push({ line, column, source, originalLine: origin.line, originalColumn: origin.column, name });
    }
  }

  class SourceMap {
    #payload;
    #entries = [];
    #lineLengths;

    constructor(payload, { lineLengths } = {}) {
      this.#payload = clone(payload);
      if (this.#payload.sections) {
        for (const { offset, map } of this.#payload.sections) parse(map, offset.line, offset.column, this.#entries);
      } else {
        parse(this.#payload, 0, 0, this.#entries);
      }
      this.#entries.sort((a, b) => a.line - b.line || a.column - b.column);
      if (Array.isArray(lineLengths) && lineLengths.length > 0) this.#lineLengths = lineLengths;
    }

    get payload() { return clone(this.#payload); }

    get lineLengths() { return this.#lineLengths && [...this.#lineLengths]; }

    // The last entry at or before a place, both counted from 0.
    findEntry(lineOffset, columnOffset) {
      let low = 0;
      let high = this.#entries.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        const { line, column } = this.#entries[middle];
        if (lineOffset < line || lineOffset === line && columnOffset < column) high = middle;
        else low = middle + 1;
      }
      const entry = this.#entries[low - 1];
      if (entry === undefined) return {};
      return {
        generatedLine: entry.line,
        generatedColumn: entry.column,
        originalSource: entry.source,
        originalLine: entry.originalLine,
        originalColumn: entry.originalColumn,
        name: entry.name,
      };
    }

    // The place in the source, all numbers counted from 1.
    findOrigin(lineNumber, columnNumber) {
      const entry = this.findEntry(lineNumber - 1, columnNumber - 1);
      if (entry.originalSource === undefined || entry.originalLine === undefined ||
          entry.originalColumn === undefined || entry.generatedLine === undefined ||
          entry.generatedColumn === undefined) {
        return {};
      }
      return {
        name: entry.name,
        fileName: entry.originalSource,
        lineNumber: lineNumber - entry.generatedLine + entry.originalLine,
        columnNumber: columnNumber - entry.generatedColumn + entry.originalColumn,
      };
    }
  }

  return SourceMap;
})
