// Nested domains: what a handler throws goes to the domain around it. Whoever
// listens for 'uncaughtException' finds no domain active
// Expect-Stdout-File: nested.golden
'use strict';
const domain = require('domain');

const outer = domain.create();
outer.on('error', (err) => console.log('outer', err.message, process.domain));

const stages = [
  () => {
    const inner = domain.create();
    inner.on('error', (err) => {
      console.log('inner', err.message, process.domain === outer);
      throw new Error('from the inner handler');
    });
    outer.run(() => inner.run(() => { throw new Error('one'); }));
  },
  () => {
    const inner = domain.create();
    outer.run(() => inner.run(() => setTimeout(() => {
      console.log('timer', domain._stack.length, process.domain === inner);
      inner.exit();
      console.log('left', domain._stack.length);
    }, 1)));
  },
  () => {
    // Entered and never left: the next callbacks find it.
    outer.enter();
    setTimeout(() => {
      console.log('still active', process.domain === outer);
      outer.exit();
    }, 1);
  },
  () => {
    process.once('uncaughtException', (err) => console.log('uncaught', err.message, process.domain));
    domain.create().run(() => { throw new Error('nobody listens'); });
  },
  () => {
    const d = domain.create();
    d.on('error', (err) => console.log('primitive', err));
    d.run(() => { throw 'text'; }); // eslint-disable-line no-throw-literal
  },
];

const timer = setInterval(() => {
  const stage = stages.shift();
  if (stage) stage();
  else clearInterval(timer);
}, 5);
