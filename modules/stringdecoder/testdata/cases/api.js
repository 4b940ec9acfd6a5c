// The class itself: arguments, receivers, properties.
const { StringDecoder } = require('string_decoder');
globalThis.S = StringDecoder;
globalThis.accessor = (name) => Object.getOwnPropertyDescriptor(StringDecoder.prototype, name).get;

for (const key of Reflect.ownKeys(StringDecoder.prototype)) {
  check(`prototype ${String(key)}`, () => {
    const p = Object.getOwnPropertyDescriptor(StringDecoder.prototype, key);
    const fn = p.value || p.get;
    return [p.writable, p.enumerable, p.configurable, fn.name, fn.length];
  });
}
lines(`
  S.name
  S.length
  new S().encoding
  new S(null).encoding
  new S('').encoding
  new S(0)
  new S(false)
  new S({ toString() { return 'hex'; } })
  new S('UTF-16LE').encoding
  new S('BINARY').encoding
  new S('ucs2').encoding
  new S('nope')
  new S(1)
  new S(Symbol('x'))
  new S('buffer')
  Object.keys(new S('utf8'))
  Object.getOwnPropertySymbols(new S('utf8')).map(String)
  new S('utf8').write('abc')
  new S('utf8').write(null)
  new S('utf8').write()
  new S('utf8').write([1])
  new S('utf8').write(new ArrayBuffer(1))
  new S('utf8').write(new Uint16Array([0x6162]))
  new S('utf8').write(new DataView(new ArrayBuffer(1)))
  new S('utf8').end(null)
  new S('utf8').end('abc')
  new S('utf8').end()
  new S('utf8').text('xabc', 1)
  new S('utf8').text(Buffer.from('xabc'), 2)
  new S('utf8').text()
  S.prototype.write.call({}, Buffer.from('a'))
  accessor('lastChar').call({})
  accessor('lastNeed').call({})
  accessor('lastTotal').call({})
`);
check('called on another object', () => {
  const o = {};
  StringDecoder.call(o, 'hex');
  return [Object.keys(o), StringDecoder.prototype.write.call(o, Buffer.from('a'))];
});
check('subclass', () => {
  class Sub extends StringDecoder {
    write(b) { return `<${super.write(b)}>`; }
  }
  const d = new Sub('utf8');
  return [d.write(Buffer.from([0xe2])), d.end(Buffer.from([0x82])), d instanceof StringDecoder];
});
check('inherits the old way', () => {
  function Old(enc) { StringDecoder.call(this, enc); }
  Object.setPrototypeOf(Old.prototype, StringDecoder.prototype);
  return new Old('base64').write(Buffer.from('abcd'));
});
check('encoding is only shown', () => {
  const d = new StringDecoder('utf8');
  d.encoding = 'hex';
  return d.write(Buffer.from('a'));
});
check('lastChar shares memory', () => {
  const d = new StringDecoder('utf8');
  d.write(Buffer.from([0xe2, 0x82]));
  const before = Buffer.from(d.lastChar);
  d.lastChar[0] = 0x41;
  return [before, d.lastNeed, d.lastTotal, d.end()];
});
check('text forgets', () => {
  const d = new StringDecoder('utf8');
  d.write(Buffer.from([0xe2]));
  return [d.text(Buffer.from('xabc'), 1), d.lastNeed, d.lastTotal];
});
check('usable after end', () => {
  const d = new StringDecoder('utf8');
  return [d.write(Buffer.from([0xe2, 0x82])), d.end(), d.end(), d.write(Buffer.from('b')), d.lastNeed];
});
