// Every property of the module, of Buffer and of its prototype: kind, name,
// length and attributes.
const buffer = require('buffer');

function describe(obj, key) {
  const p = Object.getOwnPropertyDescriptor(obj, key);
  const attributes = [p.writable && 'writable', p.enumerable && 'enumerable', p.configurable && 'configurable'];
  const parts = ['value' in p ? typeof p.value : 'accessor', attributes.filter(Boolean).join(' ')];
  for (const fn of [p.value, p.get, p.set]) {
    if (typeof fn === 'function') parts.push(`${fn.name}/${fn.length}`);
  }
  return parts.join('; ');
}

function surface(name, obj, skip = []) {
  const keys = Reflect.ownKeys(obj).filter((k) => !skip.includes(String(k)));
  check(`${name} keys`, () => keys.map(String));
  for (const key of keys) check(`${name} ${String(key)}`, () => describe(obj, key));
}

// The internal symbol is Node's own affair; the rest of the skipped ones
// are the own properties of any function of the engine.
const { Buffer } = buffer;
surface('module', buffer);
surface('Buffer', Buffer, ['Symbol(kIsEncodingSymbol)', 'length', 'name']);
surface('prototype', Buffer.prototype);
surface('constants', buffer.constants);
check('aliases', () => Object.keys(Buffer.prototype).filter((name) => /Uint/.test(name) && Buffer.prototype[name] !== Buffer.prototype[name.replace('Uint', 'UInt')]));
lines(`
  Buffer.name
  Buffer.length
  Object.getPrototypeOf(Buffer) === Uint8Array
  Object.getPrototypeOf(Buffer.prototype) === Uint8Array.prototype
  Buffer[Symbol.species].name
  Buffer[Symbol.species].prototype === Buffer.prototype
  Buffer[Symbol.species].length
  Buffer.prototype.toLocaleString === Buffer.prototype.toString
  Buffer.prototype.inspect === Buffer.prototype[Symbol.for('nodejs.util.inspect.custom')]
  Buffer.from('abc').constructor === Buffer
  Buffer.from('abc') instanceof Uint8Array
  Buffer.from('abc') instanceof Buffer
  Object.prototype.toString.call(Buffer.alloc(1))
  Buffer.poolSize
`);
