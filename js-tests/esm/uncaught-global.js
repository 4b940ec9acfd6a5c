// An ES module that takes itself for a CommonJS one is told so.
// Expect-Exit: 1
// Expect-Stderr: ^ReferenceError: require is not defined in ES module scope, you can use import instead$
// Expect-Stderr: ^This file is being treated as an ES module because it has a '\.js' file extension and '.*package\.json' contains "type": "module"\. To treat it as a CommonJS script, rename it to use the '\.cjs' file extension\.$
export default 1;
require('fs');
