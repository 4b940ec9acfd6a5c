// The process does not end by itself.
// Timeout: 1500ms
// Canary: still running after 1\.5s
'use strict';

setInterval(() => {}, 1000);
