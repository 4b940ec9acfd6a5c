// createCipheriv and createDecipheriv with AES: vectors, encodings, padding,
// tags, errors, getCipherInfo.
// Expect-Stdout-File: cipher.golden
'use strict';

const crypto = require('crypto');
const { throwsText, transcript } = require('../url/fixtures/helper');

const log = transcript();
const t = throwsText(log);
process.removeAllListeners('warning');
process.on('warning', (w) => log(w.code, w.message));

const key = Buffer.alloc(16, 1);
const iv = Buffer.alloc(16, 2);
const nonce = Buffer.alloc(12, 3);
const enc = (name = 'aes-128-cbc', k = key, i = iv, o) => crypto.createCipheriv(name, k, i, o);
const dec = (name = 'aes-128-cbc', k = key, i = iv, o) => crypto.createDecipheriv(name, k, i, o);
const gcm = (o) => enc('aes-128-gcm', key, nonce, o);
const ungcm = (o) => dec('aes-128-gcm', key, nonce, o);
const hex = (c, text = 'hello world, this is long') => c.update(text, 'utf8', 'hex') + c.final('hex');

// Every cipher there and back, with a piece of every size.
const text = Buffer.from('hello world, this is long' + 'x'.repeat(50));
for (const bits of [128, 192, 256]) {
  for (const mode of ['cbc', 'ctr', 'gcm', 'ecb']) {
    const name = `aes-${bits}-${mode}`;
    const args = [name, Buffer.alloc(bits / 8, 7), { ecb: null, gcm: nonce }[mode] === undefined ? iv : { ecb: null, gcm: nonce }[mode]];
    const c = enc(...args);
    const sealed = Buffer.concat([c.update(text), c.final()]);
    log(name, sealed.toString('hex'), mode === 'gcm' ? c.getAuthTag().toString('hex') : '', JSON.stringify(crypto.getCipherInfo(name)));
    for (let size = 1; size < 40; size += 5) {
      const d = dec(...args);
      if (mode === 'gcm') d.setAuthTag(c.getAuthTag());
      const parts = [];
      for (let at = 0; at < sealed.length; at += size) parts.push(d.update(sealed.subarray(at, at + size)));
      parts.push(d.final());
      if (!Buffer.concat(parts).equals(text)) log('lost', name, size);
    }
  }
}
for (const name of ['AES-128-CBC', 'aes128', 'AES128', 'no such', '', 'aes-128']) {
  t(() => [name, hex(enc(name))]);
}
t(() => hex(enc('id-aes128-GCM', key, nonce)));
for (const size of [1, 8, 13, 16, 128]) {
  t(() => { const c = enc('aes-128-gcm', key, Buffer.alloc(size, 9)); return [size, hex(c), c.getAuthTag()]; });
}

// Arguments.
t(() => crypto.createCipheriv());
t(() => crypto.createCipheriv(1));
for (const k of [undefined, null, 5, '', 'k'.repeat(16), Buffer.alloc(5), new Uint16Array(8), new ArrayBuffer(16), crypto.createSecretKey(key)]) {
  t(() => [k, hex(enc('aes-128-cbc', k === undefined ? 5 : k))]);
}
for (const i of [null, 5, '', 'i'.repeat(16), nonce, new Uint32Array(4), new DataView(new ArrayBuffer(16))]) {
  t(() => [i, hex(enc('aes-128-cbc', key, i))]);
  t(() => [i, hex(enc('aes-128-ecb', key, i))]);
  t(() => [i, hex(enc('aes-128-gcm', key, i))]);
}
t(() => crypto.createCipheriv('aes-128-cbc', key));
t(() => enc('aes-128-gcm', key, Buffer.alloc(129)));
t(() => hex(enc('aes-128-cbc', '01'.repeat(16), iv, { encoding: 'hex' })));

// update and final.
for (const data of [undefined, null, 5, {}, new ArrayBuffer(1)]) {
  t(() => enc().update(data));
}
t(() => enc().update('616', 'hex'));
t(() => enc().update('a'.repeat(40), 'utf8', 'base64'));
t(() => enc().update('a', 'utf8', 'no such'));
t(() => { const c = enc(); c.update('a', 'utf8', 'hex'); return c.final('base64'); });
t(() => { const c = enc(); c.update('a', 'utf8', 'hex'); return c.final(); });
t(() => { const c = enc(); c.update('a'); return c.final('hex'); });
t(() => { const c = enc('aes-128-ctr'); return [c.update('ab', 'utf8', 'base64'), c.update('abc', 'utf8', 'base64'), c.final('base64')]; });
for (const make of [() => enc(), () => enc('aes-128-ctr'), gcm]) {
  t(() => { const c = make(); c.final(); return c.final(); });
  t(() => { const c = make(); c.final(); return c.update('a'); });
  t(() => { const c = make(); c.final(); return c.setAutoPadding(); });
}
t(() => crypto.Cipheriv.prototype.update.call({}, 'a'));

// Padding.
for (const padding of [true, false, undefined, 1]) {
  t(() => { const c = enc().setAutoPadding(padding); return [padding, c.update('a'), c.final()]; });
  t(() => { const c = enc().setAutoPadding(padding); return [padding, c.update('a'.repeat(16)), c.final()]; });
}
t(() => gcm().setAutoPadding(false).update('a'));
for (const size of [0, 1, 15, 16, 17, 32]) {
  t(() => { const d = dec(); return [size, d.update(Buffer.alloc(size)), d.final()]; });
  t(() => { const d = dec().setAutoPadding(false); return [size, d.update(Buffer.alloc(size)), d.final()]; });
}

// Tags and additional data.
t(() => enc().getAuthTag());
t(() => gcm().getAuthTag());
t(() => enc().setAAD(Buffer.from('a')));
t(() => { const c = gcm(); c.setAAD(Buffer.from('a')).setAAD('62', { encoding: 'hex' }); return [hex(c), c.getAuthTag(), c.getAuthTag()]; });
t(() => { const c = gcm(); c.update('a'); return c.setAAD(Buffer.from('b')); });
t(() => { const c = gcm(); c.final(); return c.setAAD(Buffer.from('b')); });
t(() => gcm().setAAD(5));
t(() => gcm().setAAD(Buffer.from('a'), { plaintextLength: -1 }));
for (const authTagLength of [0, 1, 3, 4, 8, 12, 13, 16, 17, 'x', null, -1]) {
  t(() => { const c = gcm({ authTagLength }); c.final(); return [authTagLength, c.getAuthTag()]; });
}
const sealer = gcm();
const sealed = hex(sealer, 'hello');
const tag = sealer.getAuthTag();
const open = (prepare, options) => {
  const d = ungcm(options);
  prepare(d);
  return [d.update(sealed, 'hex', 'utf8'), d.final('utf8')];
};
t(() => open((d) => d.setAuthTag(tag)));
t(() => open(() => {}));
t(() => open((d) => d.setAuthTag(Buffer.alloc(16))));
t(() => open((d) => d.setAuthTag(tag).setAAD(Buffer.from('a'))));
t(() => open((d) => d.setAuthTag(tag.subarray(0, 12))));
t(() => open((d) => d.setAuthTag(tag.subarray(0, 4)), { authTagLength: 4 }));
t(() => open((d) => d.setAuthTag(tag.subarray(0, 8)), { authTagLength: 4 }));
t(() => open((d) => d.setAuthTag(tag.subarray(0, 5))));
t(() => open((d) => d.setAuthTag(tag).setAuthTag(tag)));
t(() => open((d) => d.setAuthTag(tag.toString('hex'), 'hex')));
t(() => open((d) => d.setAuthTag(5)));
t(() => { const d = ungcm(); d.update(sealed, 'hex'); return d.setAuthTag(tag).final(); });
t(() => { const d = ungcm().setAuthTag(tag); d.update(sealed, 'hex'); d.final(); return d.setAuthTag(tag); });
t(() => dec().setAuthTag(tag));
t(() => [typeof ungcm().getAuthTag, typeof gcm().setAuthTag]);

// Streams. Which error it is shows above: Node may tell of an earlier one here.
const steps = [
  () => [enc(), 'abc', 'utf8'], () => [dec(), Buffer.alloc(16)], () => [dec(), Buffer.alloc(15)], () => [ungcm().setAuthTag(tag), sealed, 'hex'],
  () => [ungcm(), sealed, 'hex'], () => [enc('aes-256-ctr', Buffer.alloc(32), iv, { encoding: 'base64' }), 'abcd'],
];
(function run(i) {
  if (i === steps.length) return;
  const [c, ...end] = steps[i]();
  c.on('data', (d) => log(i, 'data', Buffer.isBuffer(d) ? d.toString('hex') : d));
  c.on('end', () => log(i, 'end'));
  c.on('error', (e) => log(i, 'error', e.name));
  c.on('close', () => run(i + 1));
  c.end(...end);
})(0);

// getCipherInfo and the classes.
for (const args of [
  ['AES128'], [427], ['no such'], [], [null], ['aes-128-cbc', { keyLength: 16 }], ['aes-128-cbc', { keyLength: 17 }], ['aes-128-gcm', { ivLength: 5 }],
  ['aes-128-gcm', { ivLength: 0 }], ['aes-128-cbc', { ivLength: 5 }], ['aes-128-cbc', { ivLength: 16 }], ['aes-128-cbc', 5], ['aes-128-cbc', null],
  ['aes-128-cbc', { keyLength: 'x' }], ['aes-128-cbc', { ivLength: 1.5 }], ['aes-128-cbc', { keyLength: -1 }], ['id-aes256-GCM'],
]) {
  t(() => [args, JSON.stringify(crypto.getCipherInfo(...args))]);
}
t(() => [crypto.Cipheriv.name, crypto.Cipheriv.length, crypto.Cipheriv('aes-128-cbc', key, iv).final('hex')]);
t(() => [new crypto.Decipheriv('aes-128-cbc', key, iv) instanceof crypto.Decipheriv, enc() instanceof require('stream').Transform]);
t(() => Object.keys(crypto.Decipheriv.prototype));
t(() => crypto.getCipherInfo(99999));
t(() => enc('aes-128-gcm', Buffer.alloc(3), nonce, { authTagLength: 99 }));
