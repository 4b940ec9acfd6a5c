// What the handler of the outermost domain throws ends the script
// Expect-Exit: 7
// Expect-Stderr: ^Error: from the handler$
'use strict';
const domain = require('domain');

process.on('uncaughtException', () => console.log('never'));
const d = domain.create();
d.on('error', () => { throw new Error('from the handler'); });
d.run(() => { throw new Error('first'); });
