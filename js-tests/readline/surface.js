// Names, lengths and attributes of what the modules export.
// Expect-Stdout-File: surface.golden
'use strict';

const readline = require('readline');
const promises = require('readline/promises');
const EventEmitter = require('events');
const { PassThrough } = require('stream');
const { transcript } = require('../common');

const log = transcript();

function describe(title, object) {
  log('==', title);
  for (const name of Object.getOwnPropertyNames(object)) {
    const d = Object.getOwnPropertyDescriptor(object, name);
    const flags = ['writable', 'enumerable', 'configurable'].filter((flag) => d[flag]).join(' ');
    const kind = d.get || d.set ? `get ${d.get && d.get.name} set ${d.set && d.set.name}` :
      typeof d.value === 'function' ? `${d.value.name}/${d.value.length}` : typeof d.value;
    log(' ', name, kind, flags);
  }
}

const shared = Object.getPrototypeOf(readline.Interface);
describe('readline', readline);
describe('readline/promises', promises);
describe('Interface.prototype', readline.Interface.prototype);
describe('prototype of both', shared.prototype);
describe('promises.Interface.prototype', promises.Interface.prototype);
describe('Readline.prototype', promises.Readline.prototype);
log(readline.promises === promises, require('node:readline') === readline, require('node:readline/promises') === promises);
log(Object.getPrototypeOf(promises.Interface) === shared, readline.Interface.prototype instanceof EventEmitter);
log(typeof shared.prototype[Symbol.asyncIterator], typeof shared.prototype[Symbol.dispose]);
log(typeof readline.Interface.prototype.question[Symbol.for('nodejs.util.promisify.custom')]);

const own = (rl) => Object.keys(rl).filter((name) => !/^_/.test(name)).join(' ');
const input = () => ({ input: new PassThrough(), output: new PassThrough() });
log(own(readline.createInterface(input())));
log(own(readline.createInterface({ ...input(), terminal: true })));
log(own(promises.createInterface(input())));
log(new readline.createInterface(input()) instanceof readline.Interface);
log(new promises.createInterface(input()) instanceof promises.Interface);
log(readline.Interface(input()) instanceof readline.Interface);
