// The TAP reporter (Test Anything Protocol, version 13).
(function (host) {
  'use strict';
  const { show } = host.load('failure');
  const { generate } = host.load('generate');

  class Tap {
    #begun = false;

    push({ type, data }) {
      const begin = this.#begun ? '' : 'TAP version 13\n';
      this.#begun = true;
      return begin + this.#line(type, data);
    }

    end() { return this.#begun ? '' : 'TAP version 13\n'; }

    #line(type, data) {
      const space = indent(data.nesting);
      switch (type) {
        case 'test:fail':
          return point(data, 'not ok') + details(data, `${data.file}:${data.line}:${data.column}`);
        case 'test:pass':
          return point(data, 'ok') + details(data);
        case 'test:plan':
          return `${space}1..${data.count}\n`;
        case 'test:start':
          return `${space}# Subtest: ${escape(data.name)}\n`;
        case 'test:diagnostic':
        case 'test:log':
          return `${space}# ${escape(data.message)}\n`;
        case 'test:stderr':
        case 'test:stdout':
          return data.message.trimEnd().split('\n').map((text) => `# ${escape(text)}\n`).join('');
        default:
          return '';
      }
    }
  }

  function indent(nesting) { return '    '.repeat(nesting ?? 0); }

  const escapes = { '\b': '\\b', '\f': '\\f', '\t': '\\t', '\n': '\\n', '\r': '\\r', '\v': '\\v', '\\': '\\\\', '#': '\\#' };

  function escape(text) { return String(text).replace(/[\b\f\t\n\r\v\\#]/g, (c) => escapes[c]); }

  function point({ nesting, testNumber, name, skip, todo, expectFailure }, status) {
    return `${indent(nesting)}${status} ${testNumber} - ${escape(name)}${remark(skip, todo, expectFailure)}\n`;
  }

  function remark(skip, todo, expectFailure) {
    for (const [word, value] of [['SKIP', skip], ['TODO', todo], ['EXPECTED FAILURE', expectFailure]]) {
      if (value !== undefined) {
        const text = typeof value !== 'string' || word !== 'EXPECTED FAILURE' && value === '' ? '' : ` ${escape(value)}`;
        return ` # ${word}${text}`;
      }
    }
    return '';
  }

  // details is the YAML block below a test point.
  function details({ nesting, details: { duration_ms: duration, type, error } }, location) {
    const space = indent(nesting) + '  ';
    return `${space}---\n` +
      field(space, 'duration_ms', duration) +
      field(space, 'type', type) +
      (location === undefined ? '' : field(space, 'location', location)) +
      (error === undefined || error === null ? '' : errorFields(space, error)) +
      `${space}...\n`;
  }

  function errorFields(space, error) {
    const isTest = error.code === 'ERR_TEST_FAILURE';
    const cause = isTest && typeof error.cause === 'object' && error.cause !== null ? error.cause : error;
    const isAssertion = cause.code === 'ERR_ASSERTION';
    let text = error.failureType === undefined ? '' : field(space, 'failureType', error.failureType);
    text += field(space, 'error', cause.message ?? show(cause));
    text += field(space, 'code', cause.code ?? error.code);
    if (typeof cause.name === 'string' && cause.name !== 'Error') {
      text += field(space, 'name', cause.name);
    }
    if (isAssertion) {
      text += field(space, 'expected', cause.expected) + field(space, 'actual', cause.actual);
      if (typeof cause.operator === 'string') {
        text += field(space, 'operator', cause.operator);
      }
    }
    return text + stackField(space, cause);
  }

  function stackField(space, { stack }) {
    if (typeof stack !== 'string') {
      return '';
    }
    const frames = stack.split('\n').map((frame) => /^ {4}at (.*)$/.exec(frame)?.[1]).filter((frame) => frame !== undefined);
    return frames.length === 0 ? '' : block(space, 'stack', frames);
  }

  function block(space, name, lines) {
    return `${space}${name}: |-\n${lines.map((text) => `${space}  ${text}\n`).join('')}`;
  }

  // field is one entry of the block; objects are spread over several lines.
  function field(space, name, value, seen = []) {
    if (value === null || value === undefined) {
      return `${space}${name}: ~\n`;
    }
    if (typeof value === 'string' && value.includes('\n')) {
      return block(space, name, value.split('\n'));
    }
    if (typeof value !== 'object' || value instanceof Date || value instanceof RegExp || value instanceof Error) {
      return `${space}${name}: ${value instanceof Date ? value.toISOString() : show(value)}\n`;
    }
    if (seen.includes(value)) {
      return `${space}${name}: <Circular>\n`;
    }
    const inner = [...seen, value];
    return `${space}${name}:\n` +
      Object.entries(value).map(([key, item]) => field(space + '  ', key, item, inner)).join('');
  }

  return { tap: generate('tap', () => new Tap()) };
})
