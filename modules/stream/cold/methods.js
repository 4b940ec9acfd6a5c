// The functions that stand for themselves on stream prototypes.
(function (lib, Stream, binding) {
  'use strict';

  const { argType } = binding;
  const { abortError, destroyer, finished, streamIterator, wrapStream } = lib;

  Object.assign(lib, {
    destroy(stream, err) {
      destroyer(stream, err);
      return stream;
    },
    proto_wrap(source) {
      return wrapStream(this, source);
    },
    proto_iterator(options) {
      if (options !== undefined && (options === null || typeof options !== 'object')) {
        throw argType('options', options, 'Object');
      }
      return streamIterator(this, options);
    },
    proto_asyncIterator() {
      return streamIterator(this);
    },
    proto_writableDispose() {
      let error;
      if (!this.destroyed) {
        error = this.writableFinished ? null : abortError();
        this.destroy(error);
      }
      return new Promise((resolve, reject) => {
        finished(this, (err) => (err && err.name !== 'AbortError' ? reject(err) : resolve(undefined)));
      });
    },
    proto_asyncDispose() {
      let error;
      if (!this.destroyed) {
        error = this.readableEnded ? null : abortError();
        this.destroy(error);
      }
      return new Promise((resolve, reject) => {
        finished(this, (err) => (err && err !== error ? reject(err) : resolve()));
      });
    },
  });
})
