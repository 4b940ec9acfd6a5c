// Records cases.txt from Node: node record.js. The tree is written to a
// temporary directory, whose path becomes /root.
'use strict';
const fs = require('fs');
const os = require('os');
const path = require('path');
const { spawnSync } = require('child_process');

const dir = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'modules-')));
for (const [name, text] of Object.entries(JSON.parse(fs.readFileSync(path.join(__dirname, 'tree.json'), 'utf8')))) {
  fs.mkdirSync(path.dirname(path.join(dir, name)), { recursive: true });
  fs.writeFileSync(path.join(dir, name), text);
}
fs.copyFileSync(path.join(__dirname, 'cases.js'), path.join(dir, 'cases.js'));
fs.writeFileSync(path.join(dir, 'setup.js'), `
  globalThis.print = (line) => console.log(line);
  process.on('warning', (w) => console.log('warning ' + w.code + ': ' + w.message));
`);
const { stdout, stderr } = spawnSync(process.execPath, ['--no-warnings', '-r', path.join(dir, 'setup.js'), path.join(dir, 'cases.js')], { encoding: 'utf8', env: { PATH: process.env.PATH }, cwd: dir });
if (stderr) process.stderr.write(stderr);
fs.writeFileSync(path.join(__dirname, 'cases.txt'), stdout.replaceAll(dir, '/root'));
fs.rmSync(dir, { recursive: true });
