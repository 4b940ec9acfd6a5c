'use strict';
// Records what the built-in modules that gonode does not have yet export on
// Node, one JSON file for each. Run it with the Node that gonode follows:
//
//   node modules/unbuilt/record.js name...
//
// A function is recorded as { f: length } or, when it is a constructor,
// { c: length }, with the properties of its own under p and those of its
// prototype under m; an object as { o: properties }, a symbol as { s: text },
// any other value as { v: value }.
const fs = require('fs');
const path = require('path');

// These say something about one machine or one process, and are left out.
const skipped = new Set(['env', 'cachedDataRejected', 'systemCACertificates', 'rootCertificates']);

function properties(object, depth, seen) {
  const result = {};
  for (const name of Object.getOwnPropertyNames(object)) {
    if (skipped.has(name)) continue;
    if (typeof object === 'function' && ['length', 'name', 'prototype', 'caller', 'arguments'].includes(name)) continue;
    if (name === 'constructor') continue;
    const entry = describe(object, name, depth, seen);
    if (entry) result[name] = entry;
  }
  return result;
}

function describe(object, name, depth, seen) {
  // Accessors of prototypes belong to instances, of which there are none.
  if (object.constructor?.prototype === object && Object.getOwnPropertyDescriptor(object, name).get) return undefined;
  const value = object[name];
  if (typeof value === 'function') return describeFunction(value, depth, seen);
  if (typeof value === 'symbol') return { s: value.description };
  if (typeof value === 'object' && value !== null) {
    if (Array.isArray(value)) return { v: value };
    if (seen.has(value) || depth > 2) return undefined;
    return { o: properties(value, depth + 1, new Set([...seen, value])) };
  }
  if (value === undefined || typeof value === 'bigint') return undefined;
  return { v: value };
}

function describeFunction(fn, depth, seen) {
  if (seen.has(fn) || depth > 2) return { f: fn.length };
  const inner = new Set([...seen, fn]);
  const entry = fn.prototype ? { c: fn.length } : { f: fn.length };
  const own = properties(fn, depth + 1, inner);
  if (Object.keys(own).length) entry.p = own;
  if (fn.prototype) {
    const methods = properties(fn.prototype, depth + 1, inner);
    if (Object.keys(methods).length) entry.m = methods;
  }
  return entry;
}

for (const name of process.argv.slice(2)) {
  const exports = require(`node:${name}`);
  const record = typeof exports === 'function' ?
    describeFunction(exports, 0, new Set()) :
    { o: properties(exports, 0, new Set([exports])) };
  const file = path.join(__dirname, 'exports', `${name.replaceAll('/', '.')}.json`);
  fs.writeFileSync(file, `${JSON.stringify(record)}\n`);
}
