// isIP, isIPv4 and isIPv6 for good, bad and strange input.
// Expect-Stdout-File: is-ip.golden
'use strict';

const net = require('net');
const { transcript } = require('../common');

const log = transcript();

for (const input of [
  '127.0.0.1', '0.0.0.0', '255.255.255.255', '256.0.0.1', '1.2.3', '1.2.3.4.5', '01.2.3.4', '1.2.3.04', '1.2.3.4 ', ' 1.2.3.4', '1.2.3.4\n', '1..2.3',
  '::', '::1', '1::', '::ffff:127.0.0.1', '::ffff:256.0.0.1', '1:2:3:4:5:6:7:8', '1:2:3:4:5:6:7', '1:2:3:4:5:6:7:8:9', '1::2::3', ':1', '1:',
  'fe80::1%eth0', 'fe80::1%', '::1%1', '12345::', 'g::', 'FFFF::', '::1.2.3.4', '1:2:3:4:5:6:1.2.3.4', '1:2:3:4:5:6:7:1.2.3.4', '[::1]',
  'localhost', '', '0x7f.1', '1e3.1.1.1',
]) {
  log(JSON.stringify(input), net.isIP(input), net.isIPv4(input), net.isIPv6(input));
}
for (const input of [undefined, null, 0, 127, {}, [], ['127.0.0.1'], { toString: () => '::1' }, true]) {
  log(JSON.stringify(input), net.isIP(input), net.isIPv4(input), net.isIPv6(input));
}
