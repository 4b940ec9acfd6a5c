(function (b, subtle) {
  'use strict';

  // Crypto is apart from the rest, because most scripts that touch it want
  // nothing but a random number.

  let made = false;

  class Crypto {
    constructor() {
      if (made) {
        throw b.error('ERR_ILLEGAL_CONSTRUCTOR');
      }
      made = true;
    }

    get subtle() {
      check(this);
      return subtle();
    }

    getRandomValues(array) {
      check(this);
      if (arguments.length < 1) {
        throw b.typeError('ERR_MISSING_ARGS',
          "Failed to execute 'getRandomValues' on 'Crypto': 1 argument required, but only 0 present.");
      }
      return b.getRandomValues(array);
    }

    randomUUID() {
      check(this);
      return b.randomUUID();
    }
  }

  const crypto = new Crypto();

  function check(receiver) {
    if (receiver !== crypto) {
      throw b.error('ERR_INVALID_THIS', 'Crypto');
    }
  }

  for (const name of ['subtle', 'getRandomValues', 'randomUUID']) {
    Object.defineProperty(Crypto.prototype, name, { enumerable: true });
  }
  Object.defineProperty(Crypto.prototype, Symbol.toStringTag, { value: 'Crypto', configurable: true });
  return { Crypto, crypto };
});
