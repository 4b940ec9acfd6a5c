'use strict';
const MultiStream = require('multistream');
const { Readable } = require('stream');

const from = (...list) => Readable.from(list.map((s) => Buffer.from(s)), { objectMode: false });
const lazy = () => { console.log('made'); return from('three'); };
let text = '';
new MultiStream([from('one ', 'and '), from('two '), lazy]).on('data', (c) => { text += c; }).on('end', () => console.log('text', text)).on('close', () => console.log('close'));

let n = 0;
const factory = (cb) => { n++; setImmediate(() => cb(null, n < 4 ? Readable.from([{ n }]) : null)); };
MultiStream.obj(factory).on('data', (o) => console.log(o)).on('end', () => console.log('objects end'));

const bad = new Readable({ read() { this.destroy(new Error('bad part')); } });
new MultiStream([from('ok'), bad]).on('data', (c) => console.log('before', String(c))).on('error', (e) => console.log('error', e.message));
