// An error of the engine has V8's text and place.
// Expect-Uncaught: ReferenceError: nowhere is not defined
'use strict';

setImmediate(() => {
  nowhere(); // caret: nowhere
});
