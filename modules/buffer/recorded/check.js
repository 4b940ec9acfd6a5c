// Defines check, lines and show for the case files of a recorded test. It is
// a function of what to do with each answer.
(function (record) {
  'use strict';

  function quote(s) {
    let out = '"';
    for (let i = 0; i < s.length; i++) {
      const c = s.charCodeAt(i);
      if (c >= 0x20 && c < 0x7f && c !== 0x22 && c !== 0x5c) out += s[i];
      else out += '\\u' + c.toString(16).padStart(4, '0');
    }
    return out + '"';
  }

  function hex(view) {
    const bytes = new Uint8Array(view.buffer, view.byteOffset, view.byteLength);
    return Array.from(bytes, (b) => b.toString(16).padStart(2, '0')).join('');
  }

  function object(v, depth) {
    if (ArrayBuffer.isView(v)) {
      return `${Object.getPrototypeOf(v).constructor.name}(${hex(v)})`;
    }
    if (v instanceof ArrayBuffer) return `ArrayBuffer(${v.byteLength})`;
    if (v instanceof Error) return `error ${error(v)}`;
    if (depth > 4) return '...';
    if (Array.isArray(v)) return `[${v.map((x) => show(x, depth + 1)).join(', ')}]`;
    const keys = Reflect.ownKeys(v).filter((k) => Object.prototype.propertyIsEnumerable.call(v, k));
    return `{${keys.map((k) => `${String(k)}: ${show(v[k], depth + 1)}`).join(', ')}}`;
  }

  // show prints a value so that every difference that matters is seen.
  function show(v, depth = 0) {
    switch (typeof v) {
      case 'string': return quote(v);
      case 'bigint': return `${v}n`;
      case 'symbol': return v.toString();
      case 'function': return `function ${v.name}/${v.length}`;
      case 'number': return Object.is(v, -0) ? '-0' : String(v);
      case 'object': return v === null ? 'null' : object(v, depth);
      default: return String(v);
    }
  }

  // Errors of the language itself are worded by the engine: of those only
  // the class counts.
  function error(e) {
    if (e === null || typeof e !== 'object') return show(e);
    if (e.code === undefined) return e.name;
    return `${e.name} [${e.code}] ${quote(e.message)}`;
  }

  function check(name, fn) {
    let answer;
    try {
      answer = show(fn());
    } catch (e) {
      answer = `throws ${error(e)}`;
    }
    record(name, answer);
  }

  // lines checks every line of a text as an expression of global scope.
  function lines(text) {
    for (const line of text.split('\n').map((s) => s.trim()).filter(Boolean)) {
      check(line, () => (0, eval)(line));
    }
  }

  return { check, lines, show };
})
