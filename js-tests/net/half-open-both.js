// With allowHalfOpen on both sides nothing closes until both have ended, in
// either order.
// Expect-Stdout-File: half-open-both.golden
'use strict';

const { pair, collect } = require('../netpair');
const { transcript } = require('../common');

const log = transcript();

function run(name, firstIsClient, next) {
  pair((client, peer) => {
    const [first, second] = firstIsClient ? [client, peer] : [peer, client];
    let closes = 0;
    const closed = () => {
      if (++closes === 2) {
        next();
      }
    };
    first.on('close', closed);
    second.on('close', closed);
    collect(first, (text) => log(name, 'first got', text));
    collect(second, (text) => {
      log(name, 'second got', text, first.destroyed, second.destroyed);
      setTimeout(() => {
        log(name, 'later', first.destroyed, second.destroyed, first.readyState, second.readyState);
        second.end('b');
      }, 5);
    });
    first.end('a');
  }, { server: { allowHalfOpen: true }, client: { allowHalfOpen: true } });
}

run('client first', true, () => run('server first', false, () => log('done')));
