// Helpers for the conformance suite. They use process.on('exit'), console,
// path and assert only, as they must work while the rest of the platform is
// still under test.
//
// A broken expectation prints a line that starts with "js-tests: fail:" and
// sets the exit code to 99; the runner looks for both, so a test that expects
// exit code 1 cannot hide it.
'use strict';

const assert = require('assert');
const path = require('path');

const FAILED = 99;
const exitChecks = [];

process.on('exit', (code) => {
  for (const check of exitChecks) {
    check(code);
  }
});

function fail(message) {
  process.exitCode = FAILED;
  console.error('js-tests: fail: ' + message);
}

// onExit runs fn(code) when the process exits. Expectations may be made in fn
// only by throwing; use it in place of process.on('exit', mustCall(fn)).
function onExit(fn) {
  exitChecks.push((code) => {
    try {
      fn(code);
    } catch (err) {
      fail('in onExit: ' + (err && err.stack || err));
    }
  });
}

// callSite is the line of the test that called the helper.
function callSite() {
  const lines = String(new Error().stack).split('\n').slice(1);
  const line = lines.find((l) => l.includes('.js:') && !l.includes(__filename));
  return line ? line.trim().replace(/^at /, '') : 'unknown line';
}

function noop() {}

// mustCall wraps fn; the wrapper must be called exactly n times.
function mustCall(fn = noop, n = 1) {
  return counted(fn, n, n);
}

// mustCallAtLeast wraps fn; the wrapper must be called n times or more.
function mustCallAtLeast(fn = noop, n = 1) {
  return counted(fn, n, Infinity);
}

function counted(fn, least, most) {
  const site = callSite();
  let calls = 0;
  onExit(() => {
    if (calls < least || calls > most) {
      fail('called ' + calls + ' times, want ' + least + ': ' + site);
    }
  });
  return function(...args) {
    calls++;
    return fn.apply(this, args);
  };
}

// mustNotCall returns a function that must not be called.
function mustNotCall(message = 'function that must not be called') {
  const site = callSite();
  return function(...args) {
    fail(message + ', called with (' + args.map(String).join(', ') + '): ' + site);
  };
}

// mustSucceed wraps fn as a callback(err, ...rest) that must be called n times
// with no error; fn gets the rest.
function mustSucceed(fn = noop, n = 1) {
  const site = callSite();
  return mustCall(function(err, ...rest) {
    if (err !== null && err !== undefined) {
      fail('unexpected error: ' + (err.stack || err) + ' for ' + site);
      return undefined;
    }
    return fn.apply(this, rest);
  }, n);
}

// checkError compares the properties named in shape. A RegExp matches the
// string; the class under the key "type" is what err must be an instance of. The key "keys" lists all own enumerable properties in order.
function checkError(err, shape) {
  assert.ok(err instanceof Error, 'not an Error: ' + String(err));
  for (const key of Object.keys(shape)) {
    const want = shape[key];
    if (key === 'type') {
      assert.ok(err instanceof want, 'not a ' + want.name + ': ' + err);
    } else if (key === 'keys') {
      assert.deepStrictEqual(Object.keys(err), want);
    } else if (want instanceof RegExp) {
      assert.ok(want.test(err[key]), key + ' is ' + JSON.stringify(err[key]) + ', want ' + want);
    } else {
      assert.strictEqual(err[key], want);
    }
  }
  return true;
}

// expectsError returns a callback that must be called n times with an error of
// the given shape.
function expectsError(shape, n = 1) {
  return mustCall((err) => { checkError(err, shape); }, n);
}

// throwsError calls fn, which must throw an error of the given shape.
function throwsError(fn, shape) {
  let thrown;
  let threw = false;
  try {
    fn();
  } catch (err) {
    threw = true;
    thrown = err;
  }
  assert.ok(threw, 'nothing thrown by ' + fn);
  checkError(thrown, shape);
}

// transcript returns a function that records lines. They are printed when the
// process exits, for the runner to compare with the golden: printing at once
// would be I/O between the events under test.
function transcript() {
  const lines = [];
  onExit(() => {
    if (lines.length > 0) {
      console.log(lines.join('\n'));
    }
  });
  const log = (...words) => { lines.push(words.map(String).join(' ')); };
  log.lines = lines;
  return log;
}

// logEvents records the named events of an emitter as they come.
function logEvents(log, emitter, name, events, show = noop) {
  for (const event of events) {
    emitter.on(event, (...args) => {
      const detail = show(event, args);
      log(name, event, ...(detail === undefined ? [] : [detail]));
    });
  }
}

// turn records in which order what is queued now comes to run.
function turn(log, name) {
  log(name, 'sync');
  setImmediate(() => log(name, 'immediate'));
  Promise.resolve().then(() => log(name, 'promise'));
  process.nextTick(() => log(name, 'tick'));
  queueMicrotask(() => log(name, 'microtask'));
}

// survive installs an 'uncaughtException' listener that records the exception
// and what it queues itself.
function survive(log) {
  process.on('uncaughtException', (err, origin) => {
    log('uncaught', err instanceof Error ? err.message : err, origin);
    process.nextTick(() => log('tick of handler'));
    Promise.resolve().then(() => log('promise of handler'));
  });
}

// skip ends the process; the runner reports the reason.
function skip(reason) {
  console.log('js-tests: skip: ' + reason);
  process.exit(0);
}

// tmpdir is a folder of this run; by hand it is made on first use.
let folder = process.env.JSTESTS_TMPDIR;
function tmpdir() {
  if (folder === undefined) {
    const fs = require('fs');
    folder = fs.mkdtempSync(path.join(require('os').tmpdir(), 'js-'));
    fs.mkdirSync(path.join(folder, 'denied'), { mode: 0 });
  }
  return folder;
}

// socketPath names a place for a UNIX socket.
function socketPath(name = 'socket') {
  return path.join(tmpdir(), name);
}

function fixture(...parts) {
  return path.join(__dirname, 'fixtures', ...parts);
}

module.exports = {
  callSite,
  checkError,
  expectsError,
  fail,
  fixture,
  isLinux: process.platform === 'linux',
  isMacOS: process.platform === 'darwin',
  isWindows: process.platform === 'win32',
  localhost: '127.0.0.1',
  logEvents,
  mustCall,
  mustCallAtLeast,
  mustNotCall,
  mustSucceed,
  nodeMajor: Number(process.versions.node.split('.')[0]),
  onExit,
  skip,
  socketPath,
  survive,
  throwsError,
  tmpdir,
  transcript,
  turn,
};
