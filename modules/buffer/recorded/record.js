// Records the answers of the node that runs it:
//
//     node record.js DIRECTORY
//
// runs every case file DIRECTORY/*.js and writes the answers of NAME.js to
// NAME.json.
'use strict';

const fs = require('fs');
const path = require('path');
const vm = require('vm');

process.noDeprecation = true;
const dir = path.resolve(process.argv[2]);
const source = fs.readFileSync(path.join(__dirname, 'check.js'), 'utf8');

for (const file of fs.readdirSync(dir).filter((name) => name.endsWith('.js'))) {
  const answers = {};
  const tools = vm.runInThisContext(source)((name, answer) => {
    if (name in answers) throw new Error(`${file}: two cases are named ${name}`);
    answers[name] = answer;
  });
  const wrapper = `(function (require, check, lines, show) {${fs.readFileSync(path.join(dir, file), 'utf8')}\n})`;
  const run = vm.runInThisContext(wrapper, { filename: file });
  run(require, tools.check, tools.lines, tools.show);
  const recorded = { node: process.version, answers };
  fs.writeFileSync(path.join(dir, file.replace(/js$/, 'json')), JSON.stringify(recorded, null, 1) + '\n');
  console.log(`${file}: ${Object.keys(answers).length} answers`);
}
