import chalk, { Chalk } from 'chalk';
import getPort, { portNumbers } from 'get-port';
import { customAlphabet, nanoid } from 'nanoid';
import net from 'node:net';
import pLimit from 'p-limit';

const port = await getPort();
console.log(Number.isInteger(port) && port > 1023, [...portNumbers(5000, 5003)].join());
const blocker = net.createServer();
await new Promise((resolve) => blocker.listen(port, '127.0.0.1', resolve));
console.log(await getPort({ port, host: '127.0.0.1' }) !== port);
blocker.close();

let running = 0;
let most = 0;
const limit = pLimit(2);
console.log(await Promise.all([1, 2, 3, 4, 5].map((n) => limit(async () => {
  most = Math.max(most, ++running);
  await new Promise((resolve) => setTimeout(resolve, 2));
  running--;
  return n * n;
}))), most, limit.activeCount);

console.log(/^[\w-]{21}$/.test(nanoid()), new Set(Array.from({ length: 100 }, () => nanoid())).size, customAlphabet('a', 5)());
const color = new Chalk({ level: 3 });
console.log(JSON.stringify(color.red.bold('x') + color.hex('#abc')('y') + color.bgBlue('z')), typeof chalk.level);
