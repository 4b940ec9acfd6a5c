// Prints the public surface of the built-in modules given as arguments: names
// and kinds of the exports, of the statics of functions, and of what is on
// prototypes. One line each: module, path, kind, separated by blanks.
'use strict';

// The last one is left behind by a wrapper inside Node and is no API.
const fromFunctions = new Set(['length', 'name', 'prototype', 'arguments', 'caller', 'withoutStackTrace']);

// What a script gets when it reads the property; exports may be made lazily.
function kindOfValue(holder, name) {
  try {
    const value = holder[name];
    return value === null ? 'null' : typeof value;
  } catch {
    return 'accessor';
  }
}

// Reading a property of a prototype would run its getter without an instance.
function kindOfProperty(holder, name) {
  const { value, get, set } = Object.getOwnPropertyDescriptor(holder, name);
  if (get || set) return 'accessor';
  return value === null ? 'null' : typeof value;
}

function names(obj, skipped) {
  return Object.getOwnPropertyNames(obj).filter((name) => !skipped.has(name)).sort();
}

function printFunction(module, path, fn) {
  for (const name of names(fn, fromFunctions)) {
    console.log(module, `${path}.${name}`, kindOfProperty(fn, name));
  }
  const { prototype } = fn;
  if (prototype === null || typeof prototype !== 'object') return;
  for (const name of names(prototype, new Set(['constructor']))) {
    console.log(module, `${path}.prototype.${name}`, kindOfProperty(prototype, name));
  }
}

function printModule(module) {
  const exports = require(module);
  const skipped = typeof exports === 'function' ? fromFunctions : new Set();
  for (const name of names(exports, skipped)) {
    const kind = kindOfValue(exports, name);
    console.log(module, name, kind);
    if (kind === 'function') printFunction(module, name, exports[name]);
  }
  if (typeof exports === 'function' && exports.prototype) {
    for (const name of names(exports.prototype, new Set(['constructor']))) {
      console.log(module, `prototype.${name}`, kindOfProperty(exports.prototype, name));
    }
  }
}

for (const module of process.argv.slice(2)) printModule(module);
