// The promise forms of finished and pipeline.
(function (lib, Stream, binding) {
  'use strict';

  const { argType } = binding;
  const { isNodeStream, isIterable, finished, pipelineImpl } = lib;

  const promises = {
    finished(stream, options) {
      let autoCleanup = false;
      if (options && options.cleanup !== undefined) {
        if (typeof options.cleanup !== 'boolean') throw argType('cleanup', options.cleanup, 'boolean');
        autoCleanup = options.cleanup;
      }
      return new Promise((resolve, reject) => {
        const cleanup = finished(stream, options, (err) => {
          if (autoCleanup) cleanup();
          if (err) reject(err);
          else resolve();
        });
      });
    },
    pipeline(...streams) {
      return new Promise((resolve, reject) => {
        let options;
        const last = streams[streams.length - 1];
        if (last && typeof last === 'object' && !isNodeStream(last) && !isIterable(last)) {
          options = streams.pop();
        }
        pipelineImpl(streams, (err, value) => (err ? reject(err) : resolve(value)), options);
      });
    },
  };

  Object.assign(lib, { promises });
})
