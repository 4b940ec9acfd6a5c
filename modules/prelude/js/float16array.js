(function (define, getter, klass, wrap, halves, isMemory) {
  'use strict';
  // Float16Array. wrap makes an instance of the Uint16Array that holds its
  // elements, halves gives that back; reading and writing an index converts.

  const TypedArray = Object.getPrototypeOf(Uint16Array);
  const isObject = (v) => v !== null && (typeof v === 'object' || typeof v === 'function');
  const named = (v) => (isObject(v) && typeof v !== 'function' ? Object.prototype.toString.call(v) : String(v));

  const Float16Array = klass('Float16Array', 3, (newTarget, proto, source, offset, length) => {
    if (newTarget === undefined) throw new TypeError("Constructor Float16Array requires 'new'");
    if (!isObject(source)) return wrap(new Uint16Array(count(source)), proto);
    if (isMemory(source)) return wrap(onMemory(source, offset, length), proto);
    if (halves(source)) return wrap(new Uint16Array(halves(source)), proto);
    return filled(source, proto);
  });
  const { prototype } = Float16Array;
  Object.setPrototypeOf(Float16Array, TypedArray);
  Object.setPrototypeOf(prototype, TypedArray.prototype);
  for (const holder of [Float16Array, prototype]) {
    Object.defineProperty(holder, 'BYTES_PER_ELEMENT', { __proto__: null, value: 2 });
  }

  // count reads a number of elements.
  function count(v) {
    const n = Math.trunc(Number(v)) || 0;
    if (n < 0 || n > Number.MAX_SAFE_INTEGER) throw new RangeError(`Invalid typed array length: ${v}`);
    return n;
  }

  function onMemory(buffer, byteOffset, length) {
    const offset = Math.trunc(Number(byteOffset)) || 0;
    const outside = () => new RangeError(`Start offset ${offset} is outside the bounds of the buffer`);
    if (offset < 0) throw outside();
    if (offset % 2 !== 0) throw new RangeError('start offset of Float16Array should be a multiple of 2');
    if (length !== undefined) return new Uint16Array(buffer, offset, count(length));
    if (buffer.byteLength % 2 !== 0) throw new RangeError('byte length of Float16Array should be a multiple of 2');
    if (offset > buffer.byteLength) throw outside();
    return new Uint16Array(buffer, offset);
  }

  // filled makes an array of the elements of an iterable or a list.
  function filled(source, proto) {
    if (source instanceof BigInt64Array || source instanceof BigUint64Array) {
      throw new TypeError('Cannot mix BigInt and other types, use explicit conversions');
    }
    const list = source[Symbol.iterator] === undefined || source[Symbol.iterator] === null ? source : [...source];
    const { length } = list;
    const array = wrap(new Uint16Array(Math.max(0, Math.trunc(Number(length)) || 0)), proto);
    for (let i = 0; i < length; i++) array[i] = list[i];
    return array;
  }

  // The accessors of %TypedArray% read the Uint16Array underneath, which has
  // the prototype of the Float16Array.
  const accessor = (name) => {
    const { get } = Object.getOwnPropertyDescriptor(TypedArray.prototype, name);
    return (array) => Reflect.apply(get, array, []);
  };
  const lengthOf = accessor('length');

  // own checks a receiver and gives its length.
  function own(receiver) {
    const array = halves(receiver);
    if (array === undefined) throw new TypeError('this is not a typed array.');
    return lengthOf(array);
  }

  for (const name of ['buffer', 'byteLength', 'byteOffset', 'length']) {
    const read = accessor(name);
    getter(prototype, name, function () {
      const array = halves(this);
      if (array === undefined) {
        const method = name === 'length' ? 'TypedArray.prototype.length' : `%TypedArray%.prototype.${name}`;
        throw new TypeError(`Method get ${method} called on incompatible receiver ${named(this)}`);
      }
      return read(array);
    });
  }
  Object.defineProperty(prototype, Symbol.toStringTag, {
    __proto__: null,
    get: Object.getOwnPropertyDescriptor({
      get [Symbol.toStringTag]() { return halves(this) && 'Float16Array'; },
    }, Symbol.toStringTag).get,
    configurable: true,
  });

  function callable(fn) {
    if (typeof fn === 'function') return;
    throw new TypeError(`${isObject(fn) ? typeof fn : String(fn)} is not a function`);
  }

  function method(name, length, fn) { define(prototype, name, name, length, fn); }

  // Those of Array.prototype do the same on any list.
  for (const name of ['at', 'copyWithin', 'entries', 'every', 'fill', 'find', 'findIndex', 'findLast', 'findLastIndex',
    'forEach', 'includes', 'indexOf', 'join', 'keys', 'lastIndexOf', 'reduce', 'reduceRight', 'reverse', 'some',
    'toLocaleString', 'values']) {
    const generic = Array.prototype[name];
    const takesFunction = /^(every|find.*|forEach|reduce.*|some)$/.test(name);
    method(name, generic.length, function (...args) {
      const length = own(this);
      if (takesFunction) callable(args[0]);
      if (length === 0 && args.length === 1 && name.startsWith('reduce')) {
        throw new TypeError('Reduce of empty array with no initial value');
      }
      return Reflect.apply(generic, this, args);
    });
  }
  define(prototype, Symbol.iterator, null, 0, prototype.values);

  // species makes an array of the class that is to be used for results.
  function species(exemplar, ...args) {
    const { constructor } = exemplar;
    const Class = constructor === undefined ? Float16Array : constructor[Symbol.species] ?? Float16Array;
    return new Class(...args);
  }

  // relative is an index counted from either end.
  function relative(v, length, whenMissing) {
    if (v === undefined) return whenMissing;
    const n = Math.trunc(Number(v)) || 0;
    return n < 0 ? Math.max(0, length + n) : Math.min(n, length);
  }

  method('map', 1, function (fn, thisArg) {
    const length = own(this);
    callable(fn);
    const out = species(this, length);
    for (let i = 0; i < length; i++) out[i] = Reflect.apply(fn, thisArg, [this[i], i, this]);
    return out;
  });

  method('filter', 1, function (fn, thisArg) {
    own(this);
    callable(fn);
    const kept = Array.prototype.filter.call(Array.from(this), (v, i) => Reflect.apply(fn, thisArg, [v, i, this]));
    const out = species(this, kept.length);
    kept.forEach((v, i) => { out[i] = v; });
    return out;
  });

  method('slice', 2, function (start, end) {
    const length = own(this);
    const from = relative(start, length, 0);
    const n = Math.max(0, relative(end, length, length) - from);
    const out = species(this, n);
    for (let i = 0; i < n; i++) out[i] = this[from + i];
    return out;
  });

  method('subarray', 2, function (start, end) {
    const array = halves(this);
    if (array === undefined) {
      throw new TypeError(`Method %TypedArray%.prototype.subarray called on incompatible receiver ${named(this)}`);
    }
    const length = lengthOf(array);
    const from = relative(start, length, 0);
    const n = Math.max(0, relative(end, length, length) - from);
    return species(this, this.buffer, this.byteOffset + 2 * from, n);
  });

  method('set', 1, function (source, offset) {
    const length = own(this);
    const at = Math.trunc(Number(offset)) || 0;
    if (at < 0) throw new RangeError('offset is out of bounds');
    const list = Object(source);
    if (Number(list.length) + at > length) throw new RangeError('offset is out of bounds');
    if (halves(list)) {
      TypedArray.prototype.set.call(halves(this), halves(list), at);
      return;
    }
    const values = ArrayBuffer.isView(list) ? Array.from(list) : list; // it may be on the same memory
    for (let i = 0; i < list.length; i++) this[at + i] = values[i];
  });

  const ascending = (a, b) => {
    if (a !== a || b !== b) return Number(a !== a) - Number(b !== b);
    if (a === 0 && b === 0) return Number(Object.is(b, -0)) - Number(Object.is(a, -0));
    return a - b;
  };
  function compared(order) {
    if (order !== undefined && typeof order !== 'function') {
      throw new TypeError(`The comparison function must be either a function or undefined: ${named(order)}`);
    }
    return order ?? ascending;
  }

  method('sort', 1, function (order) {
    const compare = compared(order);
    own(this);
    Array.from(this).sort(compare).forEach((v, i) => { this[i] = v; });
    return this;
  });
  method('toSorted', 1, function (order) {
    const compare = compared(order);
    own(this);
    return new Float16Array(Array.from(this).sort(compare));
  });
  method('toReversed', 0, function () {
    own(this);
    return new Float16Array(Array.from(this).reverse());
  });
  method('with', 2, function (index, value) {
    const length = own(this);
    const n = Math.trunc(Number(index)) || 0;
    const at = n < 0 ? length + n : n;
    const number = Number(value);
    if (at < 0 || at >= length) throw new RangeError('Invalid typed array index');
    const out = new Float16Array(this);
    out[at] = number;
    return out;
  });

  function constructed(Class, n) {
    if (typeof Class !== 'function') throw new TypeError(`${named(Class)} is not a constructor`);
    return new Class(n);
  }
  define(Float16Array, 'of', 'of', 0, function (...values) {
    const out = constructed(this, values.length);
    values.forEach((v, i) => { out[i] = v; });
    return out;
  });
  define(Float16Array, 'from', 'from', 1, function (source, map, thisArg) {
    if (map !== undefined && typeof map !== 'function') {
      throw new TypeError(`${typeof map}${isObject(map) ? '' : ` ${String(map)}`} is not a function`);
    }
    if (source === null || source === undefined) {
      throw new TypeError(`object ${source} is not iterable (cannot read property Symbol(Symbol.iterator))`);
    }
    const values = Array.from(source);
    const out = constructed(this, values.length);
    values.forEach((v, i) => { out[i] = map ? Reflect.apply(map, thisArg, [v, i]) : v; });
    return out;
  });

  return Float16Array;
})
