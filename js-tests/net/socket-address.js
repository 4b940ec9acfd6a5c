// net.SocketAddress: defaults, what is refused, parse, how it prints.
// Expect-Stdout-File: socket-address.golden
// Needs-Node: 24
'use strict';

const util = require('util');
const { BlockList, SocketAddress } = require('net');

const show = (name, fn) => {
  try {
    console.log(name, fn());
  } catch (err) {
    console.log(name, 'throws', err.name, err.code, err.message);
  }
};

for (const options of [undefined, {}, { family: 'ipv6', flowlabel: 3, port: 8 }, { flowlabel: 7 }, { address: '::FFFF:1.2.3.4', family: 'IPV6' },
  { address: '2001:DB8::0:0:1', family: 'ipv6' }, { address: 'fe80::1%lo', family: 'ipv6' }, { port: '80' }, { port: ' 80 ' }, { address: undefined },
  1, null, [], { family: 'x' }, { family: 5 }, { family: 'IPv4' }, { address: 'x' }, { address: '::1' }, { address: '' }, { address: 5 },
  { address: '1.1.1.1', family: 'ipv6' }, { port: -1 }, { port: 'x' }, { port: null }, { flowlabel: -1 }, { flowlabel: 1.5 }, { flowlabel: 2 ** 32 },
  { flowlabel: 'x' }]) {
  show(util.inspect(options), () => JSON.stringify(new SocketAddress(options)));
}

for (const input of ['1.2.3.4', '1.2.3.4:1', '1.2.3.4:80', '1.2.3.4:65535', '1.2.3.4:65536', '1.2.3.4:', '1.2.3.4:x', '192.168.257:1', '256', '0xffffffff',
  '0x.0x.0', '010.1.1.1', '[1:0::]', '[1::8]:123', '[::ffff:1.2.3.4]:443', '::1', '[fe80::1%lo]:1', 'x', '', ' 1.2.3.4', 'http://1.2.3.4',
  '1.2.3.4/x', '1.2.3.4?x:5', 'user@1.2.3.4:5', '1.2.3.4.', 5, null, undefined]) {
  show(util.inspect(input), () => JSON.stringify(SocketAddress.parse(input)));
}

const address = new SocketAddress({ address: '1.2.3.4', port: 5 });
console.log(address, [address], { a: { b: { c: address } } }, util.inspect(address, { depth: -1 }));
console.log(address.address, address.port, address.family, address.flowlabel);
console.log(SocketAddress.isSocketAddress(address), SocketAddress.isSocketAddress({}), SocketAddress.isSocketAddress(new BlockList()));
console.log(structuredClone(address), structuredClone(address) instanceof SocketAddress);
console.log(Object.getOwnPropertyNames(SocketAddress.prototype).sort().join(), Object.getOwnPropertyNames(BlockList.prototype).sort().join());
