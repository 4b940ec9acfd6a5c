// Records what Node says about the texts in syntax.txt and json.txt, one
// JSON string a line: node record.js
'use strict';
const fs = require('fs');
const path = require('path');
const os = require('os');
const { spawnSync } = require('child_process');

const lines = (name) => fs.readFileSync(path.join(__dirname, name), 'utf8').split('\n').filter(Boolean).map((l) => JSON.parse(l));

const json = lines('json.txt').map((text) => {
  try { JSON.parse(text); return { text, message: '' }; } catch (e) { return { text, message: e.message }; }
});
fs.writeFileSync(path.join(__dirname, 'json.json'), '[\n' + json.map((c) => JSON.stringify(c)).join(',\n') + '\n]\n');

const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'syntax-'));
fs.writeFileSync(path.join(dir, 'package.json'), '{"type":"commonjs"}');
const file = path.join(dir, 'a.js');
const syntax = lines('syntax.txt').map((text) => {
  fs.writeFileSync(file, text);
  const out = spawnSync(process.execPath, [file], { encoding: 'utf8', env: { ...process.env, NO_COLOR: '1' } }).stderr.split('\n');
  const message = (out.find((l) => l.startsWith('SyntaxError: ')) || '').slice(13);
  const at = out.findIndex((l) => l.startsWith(file + ':'));
  const caret = out[at + 2] || '';
  return { text, message, line: Number(out[at]?.slice(file.length + 1)), column: caret.includes('^') ? caret.indexOf('^') + 1 : 0, width: caret.split('^').length - 1 };
});
fs.writeFileSync(path.join(__dirname, 'syntax.json'), '[\n' + syntax.map((c) => JSON.stringify(c)).join(',\n') + '\n]\n');
fs.rmSync(dir, { recursive: true });
