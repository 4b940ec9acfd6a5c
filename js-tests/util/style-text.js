// util.styleText: formats, nested styles, colours of the stream, bad arguments.
// Expect-Stdout-File: style-text.golden
// Needs-Node: 24
'use strict';

const { styleText } = require('util');
const { Writable } = require('stream');
const { transcript } = require('../common');

const log = transcript();
const always = { validateStream: false };

function run(...args) {
  try {
    log(JSON.stringify(styleText(...args)));
  } catch (err) {
    log(err.name, err.code, err.message.replace(/must be one of: .*?\. /, 'must be one of: ... '));
  }
}

for (const format of ['red', 'bold', 'grey', 'bgBlueBright', ['red', 'bold'], ['bold', 'red', 'underline'], [], 'none', ['none', 'dim'], 'reset', '#ff8000', '#f80', ['#123456', 'bold']]) {
  run(format, 'text', always);
}
for (const text of ['a\u001b[39mb', 'a\u001b[39m', '\u001b[22mx\u001b[22m', styleText('green', 'inner', always) + ' outer', '']) {
  run('red', text, always);
  run(['bold', 'red'], text, always);
}
for (const args of [
  ['nope', 'x'], [['red', 'nope'], 'x'], [5, 'x'], [undefined, 'x'], ['#12', 'x'], ['#gggggg', 'x'], ['red'], ['red', 5], ['red', 'x', 5], ['red', 'x', null],
  ['red', 'x', { validateStream: 1 }], ['red', 'x', { stream: {} }], ['red', 'x', { stream: 1 }],
]) {
  run(...args);
}
const stream = (own) => ({ stream: Object.assign(new Writable(), own) });
run('red', 'no terminal', stream({}));
run('red', 'a terminal', stream({ isTTY: true }));
run('red', 'one colour', stream({ isTTY: true, getColorDepth: () => 1 }));
run('red', 'many colours', stream({ isTTY: true, getColorDepth: () => 8 }));
run('red', 'null', { stream: null });
for (const value of ['1', '0', '', 'true', '3']) {
  process.env.FORCE_COLOR = value;
  run('red', 'FORCE_COLOR=' + value, stream({}));
}
