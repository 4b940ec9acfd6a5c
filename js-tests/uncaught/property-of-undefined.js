// Reading a property of undefined has V8's text.
// Expect-Uncaught: TypeError: Cannot read properties of undefined (reading 'missing')
'use strict';

setImmediate((nothing) => {
  nothing.missing.more(); // caret: missing
});
