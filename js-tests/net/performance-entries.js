// A PerformanceObserver sees the connects over TCP that succeed.
// Expect-Stdout-File: performance-entries.golden
'use strict';

const net = require('net');
const { PerformanceObserver } = require('perf_hooks');
const { localhost, socketPath } = require('../common');

console.log(PerformanceObserver.supportedEntryTypes.includes('net'));
let expected = 2;
let port;
const observer = new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) {
    const { name, entryType, startTime, duration, detail } = entry;
    console.log(entry.constructor.name, name, entryType, startTime > 0, duration > 0, { ...detail, port: detail.port === port });
    console.log(Object.keys(entry).map((key) => (key === 'port' ? entry.port === port : [key, entry[key]])));
    if (--expected === 0) observer.disconnect();
  }
});
observer.observe({ entryTypes: ['net'] });

function once(listen, connect) {
  return new Promise((resolve) => {
    const server = net.createServer((socket) => socket.end());
    server.listen(listen, () => {
      port = server.address().port;
      connect(server).on('close', () => server.close(resolve)).resume();
    });
  });
}

(async () => {
  const path = socketPath();
  await once({ path }, () => net.connect(path));
  await once({ port: 0, host: localhost }, (server) => net.connect(server.address().port, localhost));
  const { port: unused } = await new Promise((resolve) => {
    const server = net.createServer().listen(0, localhost, () => {
      const address = server.address();
      server.close(() => resolve(address));
    });
  });
  await new Promise((resolve) => { net.connect(unused, localhost).on('error', resolve); });
  await new Promise((resolve) => { setImmediate(resolve); });
  await once({ port: 0, host: localhost }, (server) => net.connect({ port: server.address().port, host: localhost, autoSelectFamily: true }));
})();
