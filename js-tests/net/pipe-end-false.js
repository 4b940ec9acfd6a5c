// pipe(target, {end: false}) leaves the target open when the source ends.
// Expect-Stdout-File: pipe-end-false.golden
'use strict';

const { collect, pair } = require('../netpair');
const { transcript } = require('../common');

const log = transcript();

pair((source, sourcePeer) => {
  pair((target, targetPeer) => {
    collect(targetPeer, (text) => log('target peer got', text));
    source.pipe(target, { end: false });
    source.on('end', () => {
      log('source end', target.writableEnded);
      setImmediate(() => {
        log('still writable', target.writable);
        target.end(' and more');
      });
    });
    sourcePeer.end('piped');
    sourcePeer.resume();
  });
});
