// The two things that have to be made by the language: a class, because the
// engine constructs a typed array with a prototype of our choice only for
// one, and a function, because a native one cannot be called with new, and
// `new Buffer.prototype.lastIndexOf()` has to fail for its receiver.
(function (Uint8Array, search) {
  'use strict';
  return {
    FastBuffer: class FastBuffer extends Uint8Array {},
    lastIndexOf: function lastIndexOf(value, byteOffset, encoding, end) {
      return search(this, value, byteOffset, encoding);
    },
  };
})
