// The stack of a crash report names the functions, methods and constructors on
// the way, with file, line and column.
// Expect-Exit: 1
// Expect-Stderr: ^    at inner \(.*frames\.js:12:9\)$
// Expect-Stderr: ^    at Thing\.method \(.*frames\.js:21:5\)$
// Expect-Stderr: ^    at new Thing \(.*frames\.js:17:10\)$
// Expect-Stderr: ^    at outer \(.*frames\.js:26:3\)$
// Expect-Stderr: ^    at Object\.<anonymous> \(.*frames\.js:29:1\)$
'use strict';

function inner() {
  throw new Error('boom');
}

class Thing {
  constructor() {
    this.method();
  }

  method() {
    inner();
  }
}

function outer() {
  new Thing();
}

outer();
