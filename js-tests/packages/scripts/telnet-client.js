'use strict';
const { Telnet } = require('telnet-client');
const net = require('net');

const server = net.createServer((c) => {
  c.write(Buffer.from([255, 253, 24, 255, 251, 1]));
  c.write('Welcome\r\nlogin: ');
  let state = 'login';
  c.on('data', (d) => {
    const text = d.toString('latin1').replace(/\xff[\xfb-\xfe]./gs, '').trim();
    if (!text) return;
    if (state === 'login') { state = 'password'; console.log('user', text); c.write('Password: '); } else if (state === 'password') { state = 'shell'; console.log('password', text); c.write('\r\n/ # '); } else if (text === 'exit') c.end();
    else c.write(`${text}\r\nanswer to ${text}\r\nsecond line\r\n/ # `);
  });
  c.on('error', () => {});
});
server.listen(0, '127.0.0.1', async () => {
  const t = new Telnet();
  t.on('close', () => { console.log('close'); server.close(); });
  await t.connect({ host: '127.0.0.1', port: server.address().port, shellPrompt: '/ # ', timeout: 3000, username: 'root', password: 'guest', loginPrompt: /login[: ]*$/i, passwordPrompt: /Password[: ]*$/i });
  console.log('connected');
  console.log(JSON.stringify(await t.exec('uptime')));
  console.log(JSON.stringify(await t.exec('ls -l')));
  await t.end();
});
