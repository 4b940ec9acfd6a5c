// Reads cases.txt and prints each case; record.js and the test of the package
// share it. util has inspect, format and formatWithOptions.
'use strict';

module.exports = function({ inspect, format, formatWithOptions }) {
  // evaluate runs an expression with inspect in scope.
  const evaluate = (expression) => new Function('inspect', `return (${expression}\n);`)(inspect);

  return {
    read(text) {
      const cases = [];
      let options = '';
      for (const line of text.split('\n')) {
        if (line === '') {
          options = '';
        } else if (line.startsWith('with ')) {
          options = line.slice('with '.length);
        } else if (!line.startsWith('// ')) {
          cases.push({ line, options });
        }
      }
      return cases;
    },

    print({ line, options }) {
      const given = options === '' ? undefined : evaluate(options);
      if (line === 'format' || line.startsWith('format ')) {
        const args = evaluate(`[${line.slice('format '.length)}]`);
        return given === undefined ? format(...args) : formatWithOptions(given, ...args);
      }
      return inspect(evaluate(line), given);
    },
  };
};
