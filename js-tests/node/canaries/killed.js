// Is ended by a signal.
// Verdict: failed
// Says: ended by signal: killed
'use strict';

require(`${process.env.CANARY_SUITE}/common`);

process.kill(process.pid, 'SIGKILL');
setInterval(() => {}, 1000);
