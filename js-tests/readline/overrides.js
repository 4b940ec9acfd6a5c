// Scripts that replace methods, subclasses, and classes of the old kind.
// Expect-Stdout-File: overrides.golden
'use strict';

const readline = require('readline');
const { inherits } = require('util');
const { transcript } = require('../common');
const { Keyboard, Screen, terminal } = require('../terminal');

const log = transcript();
const input = () => new Keyboard(() => {});

// A password that is not shown.
{
  const { rl, type } = terminal(readline.createInterface, log, { quiet: true });
  rl._writeToOutput = function(text) { this.output.write('*'.repeat(text.length)); };
  rl.question('Password: ', (answer) => log('answer', answer));
  type('abc', '\x7f', '\r');
}
// The other hooks.
for (const name of ['_onLine', '_addHistory', '_refreshLine', '_insertString', '_wordLeft', '_deleteLeft', '_line', '_historyPrev',
                    '_moveCursor', '_ttyWrite', '_setRawMode', '_getDisplayPos']) {
  const { rl, keyboard } = terminal(readline.createInterface, log, { quiet: true, history: ['old'] });
  const original = rl[name];
  let calls = 0;
  rl[name] = function(...args) {
    calls++;
    return Reflect.apply(original, this, args);
  };
  keyboard.type('some words');
  for (const text of ['\x1bb', '\x7f', '\x1b[D', 'x', '\r', '\x1b[A', '\r']) keyboard.type(text);
  rl.close();
  log(name, calls > 0, JSON.stringify(rl.history));
}
{
  const rl = readline.createInterface({ input: input() });
  rl._onLine = (line) => log('replaced', line);
  rl.write('one\ntwo\n');
  delete rl._onLine;
  rl.on('line', (line) => log('line', line));
  rl.write('three\n');
  rl.emit = (event, ...args) => log('emit', event, ...args);
  rl.write('four\n');
}
// Classes.
{
  class Sub extends readline.Interface {
    constructor() {
      super({ input: input() });
      this.count = 0;
    }

    _onLine(line) {
      this.count++;
      super._onLine(line.toUpperCase());
    }
  }
  const sub = new Sub();
  sub.on('line', (line) => log('sub', line, sub.count));
  sub.write('a\nb\n');
  log(sub instanceof readline.Interface, sub instanceof Sub);

  function Old() { readline.Interface.call(this, input(), new Screen()); }
  inherits(Old, readline.Interface);
  const old = new Old();
  old.on('line', (line) => log('old', line));
  old.write('c\n');
}
// The old names of the state.
{
  const { rl, keyboard } = terminal(readline.createInterface, log, { quiet: true });
  rl._prompt = '$ ';
  log(rl.getPrompt(), rl._oldPrompt, rl._questionCallback, rl._previousKey, rl._sawReturnAt);
  rl.question('? ', () => {});
  log(rl._prompt, rl._oldPrompt, typeof rl._questionCallback);
  keyboard.type('k');
  log(rl._previousKey.name, rl._sawKeyPress, rl.isCompletionEnabled, JSON.stringify(rl._getCursorPos()), rl.columns);
  const plain = readline.createInterface({ input: input() });
  plain.write('begun');
  log(plain._line_buffer, plain._decoder.encoding, plain.columns);
  plain._line_buffer = 'other ';
  plain.on('line', (line) => log(line));
  plain.write('end\n');
}
