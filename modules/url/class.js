// The classes URL and URLSearchParams: real ones of the language, so that they
// want `new`. What they do is native.
(function (initURL, initSearchParams) {
  'use strict';
  class URL {
    constructor(...args) {
      initURL(this, args);
    }
  }
  class URLSearchParams {
    constructor(init = undefined) {
      initSearchParams(this, init);
    }
  }
  return { URL, URLSearchParams };
})
