// AssertionError and its messages.
(function (binding, lines) {
  'use strict';

  const headers = {
    deepStrictEqual: 'Expected values to be strictly deep-equal:',
    partialDeepStrictEqual: 'Expected values to be partially and strictly deep-equal:',
    strictEqual: 'Expected values to be strictly equal:',
    strictEqualObject: 'Expected "actual" to be reference-equal to "expected":',
    deepEqual: 'Expected values to be loosely deep-equal:',
    notDeepStrictEqual: 'Expected "actual" not to be strictly deep-equal to:',
    notStrictEqual: 'Expected "actual" to be strictly unequal to:',
    notStrictEqualObject: 'Expected "actual" not to be reference-equal to "expected":',
    notDeepEqual: 'Expected "actual" not to be loosely deep-equal to:',
    notIdentical: 'Values have same structure but are not reference-equal:',
    notDeepEqualUnequal: 'Expected values not to be loosely deep-equal:',
  };
  const maxShortLength = 12;
  const maxLines = 50;
  const maxShownLines = 10;
  const maxShownLength = 512;

  // The longest pair of lines, together, under which a caret points at the
  // first difference.
  const maxCaretLength = 80;

  function inspectValue(v) {
    return binding.inspect(v, {
      compact: false, customInspect: false, depth: 1000, maxArrayLength: Infinity, maxStringLength: Infinity,
      showHidden: false, showProxy: false, sorted: true, getters: true, breakLength: 80,
    });
  }

  function isObject(v) {
    return typeof v === 'object' && v !== null;
  }

  function isReference(v) {
    return isObject(v) || typeof v === 'function';
  }

  // ---- Messages

  function truncated(lines, diff) {
    return diff !== 'full' && lines.length > maxLines ? [...lines.slice(0, maxLines - 4), '...'] : lines;
  }

  function equalMessage(actual, expected, operator, custom, diff) {
    const a = inspectValue(actual);
    const b = inspectValue(expected);
    const aLines = a.split('\n');
    const bLines = b.split('\n');
    const references = isReference(actual) && typeof actual === typeof expected && isReference(expected);
    const title = custom ?? headers[operator === 'strictEqual' && references ? 'strictEqualObject' : operator];
    if (aLines.length === 1 && bLines.length === 1 && !(isObject(actual) && isObject(expected))) {
      return simpleMessage(actual, a, expected, b, title);
    }
    if (a === b) return `${custom ?? headers.notIdentical}\n\n${truncated(aLines, diff).join('\n')}\n`;
    const { text, skipped } = lines.print(lines.diff(aLines, bLines, isObject(actual)));
    return `${title}\n+ actual - expected${skipped ? '\n... Skipped lines' : ''}\n${text}\n`;
  }

  function simpleMessage(actual, a, expected, b, title) {
    const length = a.length + b.length -
      (typeof actual === 'string' ? 2 : 0) - (typeof expected === 'string' ? 2 : 0);
    if (length <= maxShortLength && (actual !== 0 || expected !== 0)) {
      return `${title}\n\n${a} !== ${b}\n`;
    }
    return `${title}\n+ actual - expected\n\n+ ${a}\n- ${b}\n${caret(a, b)}`;
  }

  function caret(a, b) {
    if (a.length + b.length > maxCaretLength || a === b) return '';
    let at = 0;
    while (a[at] === b[at]) at++;
    return at > 2 ? `${' '.repeat(at + 2)}^\n` : '';
  }

  function unequalMessage(actual, operator, diff) {
    const text = truncated(inspectValue(actual).split('\n'), diff);
    const header = operator === 'notStrictEqual' && isReference(actual) ? 'notStrictEqualObject' : operator;
    if (text.length === 1) {
      return `${headers[header]}${text[0].length > 5 ? '\n\n' : ' '}${text[0]}`;
    }
    return `${headers[header]}\n\n${text.join('\n')}\n`;
  }

  function shortened(text, length, diff) {
    return diff !== 'full' && text.length > length ? `${text.slice(0, length - 3)}...` : text;
  }

  function otherMessage(actual, expected, operator, diff) {
    let a = inspectValue(actual);
    let b = inspectValue(expected);
    if (operator === 'notDeepEqual' && a === b) {
      return shortened(`${headers.notDeepEqual}\n\n${a}`, 1024, diff);
    }
    a = shortened(a, 512, diff);
    b = shortened(b, 512, diff);
    if (operator === 'deepEqual') {
      return `${headers.deepEqual}\n\n${a}\n\nshould loosely deep-equal\n\n${b}`;
    }
    if (operator === 'notDeepEqual') {
      return `${headers.notDeepEqualUnequal}\n\n${a}\n\nshould not loosely deep-equal\n\n${b}`;
    }
    return `${a} ${operator} ${b}`;
  }

  function messageFor(actual, expected, operator, message, diff) {
    const diffs = operator === 'deepStrictEqual' || operator === 'strictEqual' || operator === 'partialDeepStrictEqual';
    if (message != null) {
      return diffs ? equalMessage(actual, expected, operator, String(message), diff) : String(message);
    }
    if (diffs) return equalMessage(actual, expected, operator, undefined, diff);
    if (operator === 'notDeepStrictEqual' || operator === 'notStrictEqual') return unequalMessage(actual, operator, diff);
    return otherMessage(actual, expected, operator, diff);
  }

  // plainError is an error without its stack, which would always differ.
  function plainError(source) {
    const copy = Object.assign(Object.create(Object.getPrototypeOf(source)), source);
    define(copy, 'message', source.message);
    if (Object.hasOwn(source, 'cause')) {
      define(copy, 'cause', source.cause instanceof Error ? plainError(source.cause) : source.cause);
    }
    return copy;
  }

  function define(obj, name, value) {
    Object.defineProperty(obj, name, { __proto__: null, value, enumerable: false, writable: true, configurable: true });
  }

  // brief is a string as inspect shows it in an error.
  function brief(text) {
    const rows = text.split('\n', maxShownLines + 1);
    if (rows.length > maxShownLines) return `${rows.slice(0, maxShownLines).join('\n')}\n...`;
    return text.length > maxShownLength ? `${text.slice(maxShownLength)}...` : text;
  }

  class AssertionError extends Error {
    constructor(options) {
      if (options === null || typeof options !== 'object') throw binding.argType('options', options, 'object');
      const { message, operator, stackStartFn, stackStartFunction, details, diff = 'simple' } = options;
      let { actual, expected } = options;
      if (actual instanceof Error && expected instanceof Error && 'stack' in actual && 'stack' in expected) {
        actual = plainError(actual);
        expected = plainError(expected);
      }
      super(messageFor(actual, expected, operator, message, diff));
      this.generatedMessage = !message;
      define(this, 'name', 'AssertionError [ERR_ASSERTION]');
      this.code = 'ERR_ASSERTION';
      if (details) {
        this.actual = undefined;
        this.expected = undefined;
        this.operator = undefined;
        details.forEach((d, i) => {
          this[`message ${i}`] = d.message;
          this[`actual ${i}`] = d.actual;
          this[`expected ${i}`] = d.expected;
          this[`operator ${i}`] = d.operator;
          this[`stack trace ${i}`] = d.stack;
        });
      } else {
        this.actual = actual;
        this.expected = expected;
        this.operator = operator;
      }
      this.diff = diff;
      Error.captureStackTrace(this, stackStartFn || stackStartFunction);
      // The stack is formatted with the code in its first line.
      this.stack; // eslint-disable-line no-unused-expressions
      this.name = 'AssertionError';
    }

    toString() {
      return `${this.name} [${this.code}]: ${this.message}`;
    }

    [Symbol.for('nodejs.util.inspect.custom')](recurseTimes, context) {
      const { actual, expected } = this;
      if (typeof actual === 'string') this.actual = brief(actual);
      if (typeof expected === 'string') this.expected = brief(expected);
      const text = binding.inspect(this, { ...context, customInspect: false, depth: 0 });
      this.actual = actual;
      this.expected = expected;
      return text;
    }
  }

  return AssertionError;
})
