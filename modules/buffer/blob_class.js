// The classes Blob and File: real ones of the language, so that they want
// `new`. What they do is native.
(function (initBlob, checkFile, initFile) {
  'use strict';
  class Blob {
    constructor(sources = undefined, options = undefined) {
      initBlob(this, sources, options);
    }
  }
  class File extends Blob {
    constructor(fileBits, fileName, options = undefined) {
      checkFile(arguments.length);
      super(fileBits, options);
      initFile(this, fileName, options);
    }
  }
  return { Blob, File };
})
