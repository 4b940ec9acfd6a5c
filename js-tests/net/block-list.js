// net.BlockList: rules of each kind, how they print, what they match, what is
// refused. Several addresses are sorted first: Node lists them in the order of
// a hash table.
// Expect-Stdout-File: block-list.golden
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

const list = new BlockList();
list.addAddress('1.2.3.4');
list.addAddress('1.2.3.4');
list.addRange('1.1.1.1', '1.1.1.9');
list.addRange('::1', '::9', 'IPv6');
list.addSubnet('10.1.2.3', 8);
list.addSubnet('fe80::1', 10, 'ipv6');
console.log(list, list.size, JSON.stringify(list));
for (const [address, family] of [['1.2.3.4'], ['::ffff:1.2.3.4', 'ipv6'], ['1.1.1.5'], ['1.1.1.10'], ['::ffff:1.1.1.5', 'ipv6'], ['::5', 'ipv6'],
  ['::a', 'ipv6'], ['10.255.0.1'], ['11.0.0.1'], ['febf::1', 'IPV6'], ['fec0::1', 'ipv6'], ['x'], ['1.2.3.4', 'ipv6'], ['::5'], ['1.2.3.4', 'foo']]) {
  show(`check ${address} ${family}`, () => list.check(address, family));
}
show('check a SocketAddress', () => list.check(new SocketAddress({ address: '1.2.3.4', port: 80 })));

list.removeSubnet('10.1.2.4', 8);
list.removeRange('1.1.1.1', '1.1.1.9');
list.removeAddress('::ffff:1.2.3.4', 'ipv6');
console.log('removed', list.rules);
list.addCIDR('192.168.0.0/16');
list.addCIDRs(['2001:db8::/32', '172.16.0.0/12']);
list.removeCIDR('172.16.0.0/12');
list.addAddresses(['5.5.5.5', new SocketAddress({ address: '::5', family: 'ipv6' })]);
console.log('with CIDR', [...list.rules].sort());
list.clear();
console.log('cleared', list.rules, list.size);
list.addCIDRs(BlockList.PRIVATE_RANGES);
console.log(list.rules, Object.isFrozen(BlockList.PRIVATE_RANGES), list.check('127.0.0.1'), list.check('::ffff:10.0.0.1', 'ipv6'), list.check('8.8.8.8'));

list.clear();
for (const rule of ['Address: IPv4 3.3.3.3', 'address: ipv4 4.4.4.4', ' Address: IPv4 5.5.5.5 x', 'Address: IPv4 ::1', 'Address: IPv6 ::1',
  'Subnet: IPv4 2.2.2.2/08', 'Subnet: IPv4 9.9.9.9/33', 'Subnet: IPv6 ::1/999', 'Range: IPv4 1.1.1.1-1.1.1.2', 'Range: IPv4 1.1.1.3-1.1.1.2',
  'Range: IPv6 ::1-::5', 'nothing']) {
  show(`fromJSON ${rule}`, () => list.fromJSON([rule]));
}
console.log([...list.rules].sort());
for (const data of [undefined, 'x', '[1]', '{}', '123', [1], '["Address: IPv4 1.1.1.1"]']) show(`fromJSON ${JSON.stringify(data)}`, () => list.fromJSON(data));

for (const cidr of ['10.0.0.0', '10.0.0.0/33', '::/129', 'x/8', '10.0.0.0/', '10.0.0.0/8/9', '10.0.0.0/08', '10.0.0.0/-1', '10.0.0.0/1e1', 5]) {
  show(`addCIDR ${cidr}`, () => list.addCIDR(cidr));
}
show('addCIDRs text', () => list.addCIDRs('x'));
show('addCIDRs [1]', () => list.addCIDRs([1]));
show('addCIDRs half', () => list.addCIDRs(['3.0.0.0/8', 'x']));
show('addAddresses half', () => list.addAddresses(['5.5.5.6', '::6']));
show('addAddresses [5]', () => list.addAddresses([5]));
console.log('nothing was added', list.rules.filter((rule) => /3\.0\.0\.0|5\.5\.5\.6/.test(rule)));
for (const [method, ...args] of [['addAddress'], ['addAddress', 'x'], ['addAddress', '1.1.1.1', 'ipv6'], ['addAddress', '1.1.1.1', 'foo'],
  ['addAddress', '1.1.1.1', 5], ['addRange'], ['addRange', '1.1.1.1'], ['addRange', '1.1.1.2', '1.1.1.1'], ['addRange', '1.1.1.2', '::1'],
  ['addSubnet'], ['addSubnet', '1.1.1.1'], ['addSubnet', '1.1.1.1', 33], ['addSubnet', '1.1.1.1', '8'], ['addSubnet', '1.1.1.1', 1.5],
  ['removeSubnet', '1.1.1.1', 99], ['check'], ['check', '1.1.1.1', null]]) {
  show(`${method}(${args.map((a) => util.inspect(a))})`, () => list[method](...args));
}

console.log(BlockList.isBlockList(list), BlockList.isBlockList({}), BlockList.isBlockList(new SocketAddress()), BlockList.isBlockList());
console.log(util.inspect(list, { depth: -1 }), util.inspect({ a: { b: { c: list } } }));
const copy = structuredClone(list);
copy.clear();
copy.addAddress('9.9.9.9');
console.log('a copy shares its rules', list.rules, copy instanceof BlockList);
