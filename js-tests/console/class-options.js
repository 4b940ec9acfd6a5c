// The Console class: what it refuses, its options, and the shape of its
// instances.
// Expect-Stdout-File: class-options.golden
'use strict';

const { Writable } = require('stream');
const common = require('../common');

const { Console } = console;
const log = common.transcript();

function attempt(name, fn) {
  try {
    fn();
    log(name, 'accepted');
  } catch (err) {
    log(name, err.name, err.code, err.message);
  }
}

const sink = (name) => new Writable({
  decodeStrings: false,
  write(chunk, encoding, callback) {
    log(name, JSON.stringify(chunk));
    callback();
  },
});

attempt('nothing', () => new Console());
attempt('no write', () => new Console({}));
attempt('bad stderr', () => new Console({ stdout: sink('x'), stderr: {} }));
attempt('colorMode', () => new Console({ stdout: sink('x'), colorMode: 'x' }));
attempt('inspectOptions', () => new Console({ stdout: sink('x'), inspectOptions: 5 }));
attempt('both colours', () => new Console({ stdout: sink('x'), colorMode: true, inspectOptions: { colors: true } }));
attempt('groupIndentation type', () => new Console({ stdout: sink('x'), groupIndentation: '2' }));
attempt('groupIndentation range', () => new Console({ stdout: sink('x'), groupIndentation: 1001 }));
attempt('groupIndentation fraction', () => new Console({ stdout: sink('x'), groupIndentation: 0.5 }));

const out = new Console({ stdout: sink('out'), stderr: sink('err'), groupIndentation: 4 });
out.group('title', { a: 1 });
out.log('%s!', 'indented');
out.error('also\nindented');
out.groupEnd();
out.assert(true, 'not shown');
out.assert(false, 'shown %d', 1);
out.assert(false);
out.assert(false, { a: 1 });
out.dirxml({ a: 1 }, [2]);
out.count('n');
out.countReset('n');
out.count('n');

const colored = new Console({ stdout: sink('colored'), colorMode: true });
colored.log({ a: 'text', b: 1 }, 'plain');
const deep = new Console({ stdout: sink('deep'), inspectOptions: { depth: 0 } });
deep.log({ a: { b: 1 } });
deep.dir({ a: { b: { c: 1 } } }, { depth: 1 });
const terminal = sink('terminal');
terminal.isTTY = true;
new Console(terminal).log({ a: 1 });
terminal.getColorDepth = () => 1;
new Console(terminal).log({ a: 1 });
new Console(terminal).clear();

const called = Console(sink('called without new'));
called.log('works');
log(called instanceof Console, Object.keys(called).join());
class Mine extends Console {
  hello() { this.log('hello'); }
}
new Mine(sink('subclass')).hello();
const { log: unbound } = new Console(sink('unbound'));
unbound('works');
log(console instanceof Console, console.Console === Console, Console.name, Console.length);
log(Object.keys(console).join());
log(['log', 'table', 'dir', 'time', 'trace', 'group'].map((n) => `${console[n].name} ${console[n].length}`).join());

const broken = new Console({
  stdout: new Writable({ write(chunk, encoding, callback) { callback(new Error('broken')); } }),
});
broken.log('an error of the stream is ignored');
const loud = new Writable({ write(chunk, encoding, callback) { callback(new Error('loud')); } });
loud.on('error', common.mustCall((err) => log(err.message)));
new Console({ stdout: loud, ignoreErrors: false }).log('x');
