// Blob and File as far as they answer at once.
const buffer = require('buffer');
globalThis.Blob = buffer.Blob;
globalThis.File = buffer.File;
globalThis.getter = (proto, name) => Object.getOwnPropertyDescriptor(proto, name).get;

const internal = /messaging|Symbol\(k/;
for (const [name, proto] of [['Blob', Blob.prototype], ['File', File.prototype]]) {
  for (const key of Reflect.ownKeys(proto).filter((k) => !internal.test(String(k)))) {
    check(`${name}.prototype ${String(key)}`, () => {
      const p = Object.getOwnPropertyDescriptor(proto, key);
      const fn = p.value || p.get;
      return [p.writable, p.enumerable, p.configurable, fn.name, fn.length, typeof p.value];
    });
  }
}
lines(`
  Object.keys(new Blob(['a']))
  new Blob().size
  new Blob(['abc']).size
  new Blob('abc')
  new Blob(5)
  new Blob(null)
  new Blob({})
  new Blob(undefined).size
  Blob()
  new Blob([1, null, {}, undefined, true]).size
  new Blob([new Uint8Array(3), new Uint16Array(2), new ArrayBuffer(5), new DataView(new ArrayBuffer(1)), 'é']).size
  new Blob([new Blob(['abc']), 'd']).size
  new Blob(new Set(['ab', 'c'])).size
  new Blob(['\\ud800']).size
  new Blob(['a\\nb\\r\\nc\\rd'], { endings: 'native' }).size
  new Blob(['a\\nb\\r\\nc\\rd'], { endings: 'transparent' }).size
  new Blob(['a'], { endings: 'x' })
  new Blob(['a'], { type: 'Text/Plain' }).type
  new Blob(['a'], { type: 'text/é' }).type
  new Blob(['a'], { type: 5 }).type
  new Blob(['a'], { type: null }).type
  new Blob(['a'], 5)
  new Blob(['a'], null).size
  new Blob(['a'], 'x')
  new Blob(['abcdef']).slice(1, 3).size
  new Blob(['abcdef']).slice(-2).size
  new Blob(['abcdef']).slice(-100, -2).size
  new Blob(['abcdef']).slice(4, 2).size
  new Blob(['abcdef']).slice(0, 100).size
  new Blob(['abcdef']).slice('1', '3').size
  new Blob(['abcdef']).slice(2 ** 40).size
  new Blob(['abcdef']).slice(0, 3, 'Text/X').type
  new Blob(['abcdef']).slice(0, 3, 'é').type
  new Blob(['abcdef']).slice(0, 3, null).type
  new Blob(['abcdef'], { type: 'a/b' }).slice(0, 3).type
  new Blob(['abcdef']).slice(NaN, undefined).size
  new Blob(['abcdef']).slice(1.5, 3.5).size
  new Blob(['abcdef']).slice(0.5, 2.5).size
  new Blob(['a']) instanceof Blob
  Object.prototype.toString.call(new Blob())
  getter(Blob.prototype, 'size').call({})
  getter(Blob.prototype, 'type').call(undefined)
  Blob.prototype.slice.call({})
  Blob.prototype.text.call({}).catch(() => {}) instanceof Promise
  new File()
  new File(['a'])
  new File(['a'], 'n').name
  new File(['a'], 5).name
  new File(['a'], 'n\\ud800').name
  new File(['a'], Symbol('x'))
  new File(5, 'x')
  new File(['a'], 'n', 5)
  new File(['a'], 'n', { lastModified: 5 }).lastModified
  new File(['a'], 'n', { lastModified: 'x' }).lastModified
  new File(['a'], 'n', { lastModified: 1.9 }).lastModified
  new File(['a'], 'n', { lastModified: null }).lastModified
  new File(['a'], 'n', { lastModified: 2n }).lastModified
  new File(['a'], 'n', { lastModified: undefined }).lastModified > 1e12
  typeof new File(['a'], 'n').lastModified
  new File(['a'], 'n', { type: 'a/b' }).type
  new File(['a'], 'n') instanceof Blob
  Object.prototype.toString.call(new File(['a'], 'n'))
  File('a', 'b')
  getter(File.prototype, 'name').call(new Blob())
  new File(['ab'], 'n').slice(1) instanceof File
  Object.getPrototypeOf(File) === Blob
`);
check('subclass', () => {
  class Named extends Blob {
    hello() { return this.size; }
  }
  const b = new Named(['abc']);
  return [b.hello(), b instanceof Blob, b.slice(1) instanceof Named];
});
