// What the reporters for people share: symbols, colours, the lines of tests.
(function (host) {
  'use strict';
  const { relative } = host.require('path');
  const process = host.require('process');
  const { kinds, show } = host.load('failure');

  const symbols = { pass: '✔ ', fail: '✖ ', skip: '﹣ ', todo: '⚠ ', info: 'ℹ ', open: '▶ ' };
  const codes = { green: 32, yellow: 33, red: 31, blue: 34, gray: 90 };

  // painter colours text, or leaves it.
  function painter(colors) {
    return (color, text) => colors ? `\u001b[${codes[color]}m${text}\u001b[39m` : text;
  }

  function indent(nesting) { return '  '.repeat(nesting); }

  // line is one finished test.
  function line(type, data, paint, opened = '') {
    const { symbol, color } = look(type, data);
    const { duration_ms: duration } = data.details;
    const time = duration ? ' ' + paint('gray', `(${duration}ms)`) : '';
    return `${opened}${indent(data.nesting)}${paint(color, symbol + data.name + time + remark(data))}\n`;
  }

  function look(type, data) {
    if (data.skip !== undefined) {
      return { symbol: symbols.skip, color: 'gray' };
    }
    if (type === 'test:pass') {
      return { symbol: symbols.pass, color: 'green' };
    }
    return data.todo === undefined ? { symbol: symbols.fail, color: 'red' } : { symbol: symbols.todo, color: 'yellow' };
  }

  function remark({ skip, todo, expectFailure }) {
    if (skip !== undefined) {
      return ` # ${typeof skip === 'string' && skip !== '' ? skip : 'SKIP'}`;
    }
    if (todo !== undefined) {
      return ` # ${typeof todo === 'string' && todo !== '' ? todo : 'TODO'}`;
    }
    return expectFailure === undefined ? '' : ' # EXPECTED FAILURE';
  }

  // errorText is the error of a failed test, indented.
  function errorText(err, nesting, colors) {
    const shown = err.code === 'ERR_TEST_FAILURE' && 'cause' in err ? err.cause : err;
    const text = show(shown, { __proto__: null, breakLength: Infinity, colors });
    return text.split('\n').map((part) => indent(nesting) + part).join('\n');
  }

  // worth tells whether a failure says more than that something below failed.
  function worth(data) { return data.details.error?.failureType !== kinds.subtests; }

  function place({ file, line, column }) { return `${relative(process.cwd(), file)}:${line}:${column}`; }

  return { errorText, indent, line, painter, place, symbols, worth };
})
