// Reporters that are async generator functions on Node: of a source of events
// they make an async iterator of text.
(function () {
  'use strict';

  // generate makes such a function around an object with push(event) and
  // end(), which both return text.
  function generate(name, make) {
    const reporter = (source) => {
      const machine = make();
      const events = (source[Symbol.asyncIterator] ?? source[Symbol.iterator]).call(source);
      let over = false;
      const next = async () => {
        while (!over) {
          const { value, done } = await events.next();
          over = done === true;
          const text = over ? machine.end() : machine.push(value);
          if (text !== '') {
            return { value: text, done: false };
          }
        }
        return { value: undefined, done: true };
      };
      return {
        next,
        async return(value) {
          over = true;
          await events.return?.();
          return { value, done: true };
        },
        [Symbol.asyncIterator]() { return this; },
      };
    };
    return Object.defineProperty(reporter, 'name', { __proto__: null, value: name, configurable: true });
  }

  return { generate };
})
