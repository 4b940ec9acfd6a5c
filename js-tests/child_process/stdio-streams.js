// Streams as stdio: a file, a server's connection, the output of another child.
// Platforms: linux darwin
// Process: own (child processes)
'use strict';

const assert = require('assert');
const fs = require('fs');
const net = require('net');
const path = require('path');
const { spawn, spawnSync } = require('child_process');
const { tmpdir, mustCall } = require('../common');

const file = path.join(tmpdir(), 'out.txt');
const fd = fs.openSync(file, 'w+');
assert.strictEqual(spawnSync('echo', ['into a file'], { stdio: ['ignore', fd] }).status, 0);
assert.strictEqual(fs.readFileSync(file, 'utf8'), 'into a file\n');
fs.closeSync(fd);

const from = fs.createReadStream(__filename);
from.on('open', mustCall(() => {
  const child = spawn('wc', ['-c'], { stdio: [from, 'pipe', 'inherit'] });
  let text = '';
  child.stdout.on('data', (chunk) => { text += chunk; });
  child.on('close', mustCall(() => {
    assert.strictEqual(Number(text), fs.statSync(__filename).size);
    from.destroy();
  }));
}));

// One child writes straight into the other; nothing passes through here.
const first = spawn('/bin/sh', ['-c', 'sleep 0.05; echo one; echo two']);
const second = spawn('tr', ['a-z', 'A-Z'], { stdio: [first.stdout, 'pipe', 'inherit'] });
let shouted = '';
second.stdout.on('data', (chunk) => { shouted += chunk; });
second.on('close', mustCall(() => assert.strictEqual(shouted, 'ONE\nTWO\n')));

// A connection becomes the output of a process.
const server = net.createServer(mustCall((conn) => {
  const child = spawn('echo', ['from the child'], { stdio: ['ignore', conn] });
  child.on('exit', mustCall(() => {
    conn.destroy();
    server.close();
  }));
}));
server.listen(0, '127.0.0.1', mustCall(() => {
  let text = '';
  net.connect(server.address().port, '127.0.0.1').on('data', (chunk) => { text += chunk; })
    .on('close', mustCall(() => assert.strictEqual(text, 'from the child\n')));
}));
