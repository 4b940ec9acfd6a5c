// pipe() between sockets emits 'pipe' and 'unpipe', keeps bytesRead and
// bytesWritten, slows the source down, and unpipe() stops the flow.
// Expect-Stdout-File: pipe-events.golden
'use strict';

const { pair } = require('../netpair');
const { mustCall, transcript } = require('../common');

const log = transcript();

pair((source, sourcePeer) => {
  pair((target, targetPeer) => {
    targetPeer.setEncoding('utf8');
    target.on('pipe', (from) => log('pipe', from === source));
    target.on('unpipe', (from) => log('unpipe', from === source));
    source.pipe(target);
    log('flowing', source.readableFlowing);
    sourcePeer.write('one');
    targetPeer.once('data', mustCall((text) => {
      log('through', text, source.bytesRead, target.bytesWritten);
      log('returns', source.unpipe(target) === source, source.readableFlowing);
      sourcePeer.write('two');
      source.once('readable', mustCall(() => {
        log('left', source.read());
        target.end('three');
        sourcePeer.end();
        source.resume();
      }));
    }));
    targetPeer.on('end', () => log('target ended'));
  });
});
