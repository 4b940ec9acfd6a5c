import net from 'node:net';
import { closeTunnel, createTunnel, redactUrl, RequestError } from 'proxy-chain';

console.log(redactUrl('http://user:secret@proxy.example:8000/path?q=1'), new RequestError('no', 407).statusCode);
await createTunnel('socks5://127.0.0.1:1', 'example.com:80').catch((err) => console.log(err.message));
await createTunnel('http://127.0.0.1:1', 'example.com').catch((err) => console.log(err.message));

const busy = net.createServer();
await new Promise((resolve) => busy.listen(0, '127.0.0.1', resolve));
await createTunnel('http://127.0.0.1:1', 'example.com:80', { port: busy.address().port }).catch((err) => console.log(err.code));
busy.close();

const address = await createTunnel('http://127.0.0.1:1', 'example.com:80');
console.log(/^127\.0\.0\.1:\d+$/.test(address), await closeTunnel(address, true), await closeTunnel(address, true));
