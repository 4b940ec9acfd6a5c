// A lookup that is no function is refused at once; one that answers with what
// is no IP address fails the connection with a code.
// Expect-Stdout-File: connect-lookup-bad.golden
'use strict';

const net = require('net');
const { mustCall, mustNotCall, throwsError, transcript } = require('../common');

const log = transcript();

for (const lookup of ['foo', 1, {}, []]) {
  throwsError(() => net.connect({ port: 1, host: 'a.host', lookup }),
              { code: 'ERR_INVALID_ARG_TYPE', type: TypeError, message: /^The "options\.lookup" property must be of type function\. Received / });
}

function run(address, family, next) {
  const socket = net.connect({
    port: 80, host: 'a.host', autoSelectFamily: false,
    lookup: (host, options, cb) => cb(null, address, family),
  }, mustNotCall('connect'));
  socket.on('error', mustCall((err) => log(address, family, err.name, err.code, err.message)));
  socket.on('close', mustCall((hadError) => {
    log(hadError);
    next();
  }));
}

run('not an address', 4, () => run(undefined, undefined, () => run('127.0.0.1', 5, () => {})));
