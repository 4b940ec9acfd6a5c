// All numeric reads and writes, their limits and their errors.
// Expect-Stdout-File: numbers.golden
// Needs-Node: 24
'use strict';

const { transcript } = require('../common');

const log = transcript();
const b = Buffer.from('0102fefd80417f0040490fdb400921fb54442d18', 'hex');

const names = ['UInt8', 'Int8', 'UInt16LE', 'UInt16BE', 'Int16LE', 'Int16BE', 'UInt32LE', 'UInt32BE', 'Int32LE', 'Int32BE',
               'FloatLE', 'FloatBE', 'DoubleLE', 'DoubleBE', 'BigInt64LE', 'BigInt64BE', 'BigUInt64LE', 'BigUInt64BE'];
for (const name of names) {
  const read = 'read' + name;
  const write = 'write' + name;
  const value = b[read](2);
  const target = Buffer.alloc(8);
  const end = target[write](value);
  log(name, String(value), end, target.toString('hex'), b[read].length, b[write].length);
}
for (const name of ['UIntLE', 'UIntBE', 'IntLE', 'IntBE']) {
  for (const size of [1, 2, 3, 4, 5, 6]) {
    const value = b['read' + name](2, size);
    const target = Buffer.alloc(6);
    target['write' + name](value, 0, size);
    log(name, size, value, target.toString('hex'));
  }
}
log(b.readUint8(0), b.readUint32BE === b.readUInt32BE, b.writeUintLE === b.writeUIntLE);
function attempt(fn) {
  try {
    log('no error', String(fn()));
  } catch (err) {
    log(err.name, err.code, err.message);
  }
}
attempt(() => b.readUInt8(20));
attempt(() => b.readUInt32LE(17));
attempt(() => b.readUInt32LE(-1));
attempt(() => b.readInt16BE(1.5));
attempt(() => b.readInt16BE('1'));
attempt(() => b.readUIntBE(0, 7));
attempt(() => b.readUIntBE(0));
attempt(() => Buffer.alloc(1).readDoubleLE(0));
attempt(() => b.writeUInt8(256));
attempt(() => b.writeInt8(-129));
attempt(() => b.writeUInt16LE(-1));
attempt(() => b.writeInt32BE(2 ** 31));
attempt(() => b.writeUInt32BE(1, 17));
attempt(() => b.writeBigInt64LE(2n ** 63n));
attempt(() => b.writeBigUInt64LE(5));
attempt(() => b.writeUIntLE(2 ** 24, 0, 3));
attempt(() => b.writeUInt8('12'));
attempt(() => b.writeFloatLE(1e40));
attempt(() => b.writeInt8(undefined));
log(b.toString('hex'));
log(Buffer.from('0102030405060708', 'hex').swap16().toString('hex'), Buffer.from('0102030405060708', 'hex').swap32().toString('hex'), Buffer.from('0102030405060708', 'hex').swap64().toString('hex'));
attempt(() => Buffer.alloc(3).swap16());
