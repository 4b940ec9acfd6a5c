// The Date of mock.timers.
(function () {
  'use strict';

  function mockDate(Native, now) {
    function Date(year, month, date, hours, minutes, seconds, ms) {
      if (new.target === undefined) {
        return new Native(now()).toString();
      }
      const args = arguments.length === 0 ? [now()] : arguments;
      return Reflect.construct(Native, args, new.target === Date ? Native : new.target);
    }
    const hidden = (value) => ({ __proto__: null, value, writable: true, configurable: true });
    Object.defineProperties(Date, {
      __proto__: null,
      prototype: { __proto__: null, value: Native.prototype },
      now: hidden(function() { return now(); }),
      parse: hidden(Native.parse),
      UTC: hidden(Native.UTC),
      toString: hidden(() => Native.toString()),
      isMock: hidden(true),
    });
    return Date;
  }

  return { mockDate };
})
