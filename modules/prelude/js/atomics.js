(function (define, tag, isShared, sleep, timer) {
  'use strict';
  // Atomics for a program of one thread: nothing ever runs in between, so plain
  // reads and writes are atomic. What waits can only be woken by its own timeout
  // or, with waitAsync, by the same thread.

  const typedProto = Object.getPrototypeOf(Uint8Array.prototype);
  const kindOf = Object.getOwnPropertyDescriptor(typedProto, Symbol.toStringTag).get;
  const integers = ['Int8Array', 'Uint8Array', 'Int16Array', 'Uint16Array', 'Int32Array', 'Uint32Array',
    'BigInt64Array', 'BigUint64Array'];
  const waitable = ['Int32Array', 'BigInt64Array'];

  const shown = (v) => (v !== null && typeof v === 'object' ? Object.prototype.toString.call(v) : String(v));

  // check returns the index of an access.
  function check(array, index, kinds, text) {
    const kind = array !== null && typeof array === 'object' ? Reflect.apply(kindOf, array, []) : undefined;
    if (!kinds.includes(kind)) throw new TypeError(`${shown(array)} is not an ${text} typed array.`);
    const i = Math.trunc(Number(index)) || 0;
    if (i < 0 || i >= array.length) throw new RangeError('Invalid atomic access index');
    return i;
  }
  const isBig = (array) => Reflect.apply(kindOf, array, []).startsWith('Big');
  const operand = (array, v) => {
    if (!isBig(array)) return (Math.trunc(Number(v)) || 0) + 0;
    if (typeof v === 'number') throw new TypeError(`Cannot convert ${v} to a BigInt`);
    return BigInt(v);
  };

  const Atomics = {};
  const method = (name, length, fn) => define(Atomics, name, name, length, fn);
  function modify(name, length, change) {
    method(name, length, function (array, index, value) {
      const i = check(array, index, integers, 'integer');
      const v = operand(array, value);
      const old = array[i];
      array[i] = change(array, i, v, old);
      return old;
    });
  }
  method('load', 2, (array, index) => array[check(array, index, integers, 'integer')]);
  method('store', 3, function (array, index, value) {
    const i = check(array, index, integers, 'integer');
    const v = operand(array, value);
    array[i] = v;
    return v;
  });
  modify('add', 3, (array, i, v, old) => old + v);
  modify('sub', 3, (array, i, v, old) => old - v);
  modify('and', 3, (array, i, v, old) => old & v);
  modify('or', 3, (array, i, v, old) => old | v);
  modify('xor', 3, (array, i, v, old) => old ^ v);
  modify('exchange', 3, (array, i, v) => v);
  method('compareExchange', 4, function (array, index, expected, value) {
    const i = check(array, index, integers, 'integer');
    // The expected value wraps as the array's elements do.
    const want = new array.constructor([operand(array, expected)])[0];
    const v = operand(array, value);
    const old = array[i];
    if (old === want) array[i] = v;
    return old;
  });
  method('isLockFree', 1, (n) => [1, 2, 4, 8].includes(Math.trunc(Number(n))));
  method('pause', 0, (n) => {
    if (n !== undefined && !Number.isInteger(n)) {
      throw new TypeError('Atomics.pause argument must be undefined or an integer');
    }
  });

  // waiters of waitAsync, by buffer and byte, in the order they came.
  const waiters = new WeakMap();
  const place = (array, i) => array.byteOffset + i * array.BYTES_PER_ELEMENT;

  // waiting reads the arguments of wait and waitAsync.
  function waiting(array, index, value, timeout) {
    const i = check(array, index, waitable, 'int32 or BigInt64');
    if (!isShared(array.buffer)) throw new TypeError(`${shown(array)} is not a shared typed array.`);
    const v = isBig(array) ? BigInt.asIntN(64, operand(array, value)) : Number(value) | 0;
    const t = Number(timeout);
    return { i, same: array[i] === v, ms: Number.isNaN(t) ? Infinity : Math.max(t, 0) };
  }
  method('wait', 4, function (array, index, value, timeout) {
    const { same, ms } = waiting(array, index, value, timeout);
    if (!same) return 'not-equal';
    sleep(ms);
    return 'timed-out';
  });
  method('waitAsync', 4, function (array, index, value, timeout) {
    const { i, same, ms } = waiting(array, index, value, timeout);
    if (!same) return { async: false, value: 'not-equal' };
    if (ms === 0) return { async: false, value: 'timed-out' };
    let list = waiters.get(array.buffer);
    if (!list) waiters.set(array.buffer, list = []);
    const waiter = { at: place(array, i) };
    const promise = new Promise((resolve) => { waiter.wake = resolve; });
    list.push(waiter);
    if (ms !== Infinity) {
      waiter.stop = timer(ms, false, () => {
        list.splice(list.indexOf(waiter), 1);
        waiter.wake('timed-out');
      });
    }
    return { async: true, value: promise };
  });
  method('notify', 3, function (array, index, count) {
    const i = check(array, index, waitable, 'int32 or BigInt64');
    let left = count === undefined ? Infinity : Math.max(Math.trunc(Number(count)) || 0, 0);
    const list = waiters.get(array.buffer) ?? [];
    let woken = 0;
    for (let k = 0; k < list.length && left > 0;) {
      const waiter = list[k];
      if (waiter.at !== place(array, i)) {
        k++;
        continue;
      }
      list.splice(k, 1);
      waiter.stop?.();
      timer(0, true, () => waiter.wake('ok'));
      woken++;
      left--;
    }
    return woken;
  });
  tag(Atomics, 'Atomics');
  return Atomics;
})
