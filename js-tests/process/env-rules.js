// process.env takes strings only and refuses what variables cannot be.
// Expect-Stdout-File: env-rules.golden
// Process: own (environment)
'use strict';
const { transcript } = require('../common');
const log = transcript();
const attempt = (name, fn) => {
  try {
    log(name, fn());
  } catch (err) {
    log(name, err.name, err.code, err.message);
  }
};
const key = Symbol('key');
attempt('read symbol', () => process.env[key]);
attempt('write symbol', () => { process.env[key] = 1; });
attempt('symbol as value', () => { process.env.PM_A = key; });
attempt('data', () => Object.defineProperty(process.env, 'PM_B', { value: 'x' }));
attempt('accessor', () => Object.defineProperty(process.env, 'PM_B', { get() { return 1; } }));
attempt('full', () => {
  Object.defineProperty(process.env, 'PM_B', { value: 'x', writable: true, enumerable: true, configurable: true });
  return process.env.PM_B;
});
attempt('undefined', () => { process.env.PM_C = undefined; return process.env.PM_C; });
attempt('inherited', () => {
  const child = Object.create(process.env);
  child.PM_D = 1;
  return [process.env.PM_D, Object.keys(child)].join();
});
attempt('delete', () => [delete process.env.PM_B, 'PM_B' in process.env].join());
attempt('constructor', () => Object.getOwnPropertyNames(Object.getPrototypeOf(process.env)).join());
attempt('clone', () => structuredClone(process.env).PM_C);
