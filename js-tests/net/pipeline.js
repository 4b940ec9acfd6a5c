// stream.pipeline() with sockets: success calls back once all has arrived, and
// a premature close is an error.
'use strict';

const assert = require('assert');
const { PassThrough, pipeline } = require('stream');
const { collect, pair } = require('../netpair');
const { expectsError, mustCall, mustSucceed } = require('../common');

pair((source, sourcePeer) => {
  pair((target, targetPeer) => {
    collect(targetPeer, mustCall((text) => assert.strictEqual(text, 'through the pipeline')));
    const last = pipeline(source, new PassThrough(), target, mustSucceed());
    assert.strictEqual(last, target);
    sourcePeer.resume();
    sourcePeer.write('through ');
    sourcePeer.end('the pipeline');
  });
});

pair((source, sourcePeer) => {
  sourcePeer.on('error', () => {});
  const sink = new PassThrough();
  pipeline(source, sink, expectsError({ code: 'ERR_STREAM_PREMATURE_CLOSE', message: 'Premature close' }));
  sink.on('close', mustCall());
  sourcePeer.write('never finished', mustCall(() => source.destroy()));
});
