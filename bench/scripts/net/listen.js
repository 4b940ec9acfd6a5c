// What the servers of this folder have in common: they listen on loopback and
// say where.
'use strict';
const net = require('net');

exports.serve = (onconnection) => {
  net.createServer(onconnection).listen(0, '127.0.0.1', 4096, function () {
    console.log(this.address().port);
  });
};
