// A path in use is reported as EADDRINUSE, later; a path in a missing folder
// as EACCES, with Node's text and properties.
// Expect-Stdout-File: unix-eaddrinuse.golden
// Platforms: linux
'use strict';

const net = require('net');
const path = require('path');
const { socketPath, tmpdir, transcript } = require('../common');

const log = transcript();
const show = (err) => log(err.message.split(tmpdir()).join('TMP'), err.code, err.syscall,
                          String(err.address).replace(tmpdir(), 'TMP'), err.port, Object.keys(err).join());

const first = net.createServer().listen(socketPath(), () => {
  const second = net.createServer();
  second.on('error', (err) => {
    show(err);
    first.close();
  });
  second.listen(socketPath());
  log('returned');
});
const nowhere = net.createServer();
nowhere.on('error', show);
nowhere.listen(path.join(tmpdir(), 'missing', 'socket'));
